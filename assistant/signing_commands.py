"""``xiaoer sign``, ``xiaoer verify`` and ``xiaoer key``: signing packs, checking who did, and whom to trust."""

from __future__ import annotations

import argparse
import getpass
import json
import os
import sys
import time
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from assistant.core.errors import NotFound, SettingProblem
from assistant.core.packs.fingerprint import Key, Words
from assistant.core.packs.trust import Known, Need, Reason, Verdict
from assistant.outcome import Outcome
from assistant.storage import key_file, packs, resources
from assistant.storage.keys import OwnKey, own_key
from assistant.storage.packs import Opened
from assistant.storage.paths import Paths
from assistant.storage.signing import SecretKey, sign, verify
from assistant.storage.trust_store import TrustStore

PASSPHRASE: Final = "XIAOER_KEY_PASSPHRASE"
_REFUSED, _UNKNOWN, _UNSIGNED, _CHANGED, _ASK = 1, 2, 3, 4, 5  # exit codes of verify; 0 is trusted
_CODES: Final = {Reason.UNSIGNED: _UNSIGNED, Reason.CHANGED: _CHANGED, Reason.SPOOFED: _CHANGED}
_EXITS: Final = "退出码：0 可信，1 有问题，2 还没信任的密钥，3 没有签名，4 密钥换了或被冒名，5 旧版本等需要确认。"


def describe_sign(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("pack", type=Path, help="话术包，.xiaoer 文件或文件夹")
    parser.add_argument(
        "--key", type=Path, metavar="FILE", help=f"用导出的密钥文件，而不是密钥环里的；口令在 {PASSPHRASE} 里或现场输入"
    )


def describe_verify(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    parser.epilog = _EXITS
    parser.add_argument("pack", type=Path, help="话术包，.xiaoer 文件或文件夹")
    parser.add_argument("--json", action="store_true", help="输出 JSON，供其他程序使用")


def describe_key(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    sub = parser.add_subparsers(dest="action", metavar="动作", required=True)
    make = sub.add_parser("make", help="生成自己的签名密钥，存进系统的密钥环")
    make.add_argument("name", help="同事认得的名字，例如 店名加姓名")
    show = sub.add_parser("show", help="看自己的密钥指纹，和同事核对用")
    show.add_argument("--json", action="store_true", help="输出 JSON")
    for name, about in (("export", "用口令加密，导出到文件"), ("import", "从导出的文件导入")):
        sub.add_parser(name, help=about).add_argument("file", type=Path, help=f"{key_file.SUFFIX} 文件")
    sub.add_parser("replace", help="换一把新的，旧的为它作保，同事自动跟上")
    listed = sub.add_parser("list", help="列出信任的密钥")
    listed.add_argument("--json", action="store_true", help="输出 JSON")
    trust = sub.add_parser("trust", help="信任一个话术包的签名密钥")
    trust.add_argument("pack", type=Path, help="话术包，.xiaoer 文件或文件夹")
    trust.add_argument("words", nargs="+", help="主管告诉您的十二个词")
    sub.add_parser("distrust", help="不再信任一把密钥").add_argument("name", help="名字，或指纹的开头")


def sign_pack(options: argparse.Namespace, paths: Paths) -> str:
    """Sign a pack where it lies. Raises XiaoerError."""
    secret = key_file.load(options.key, _passphrase()) if options.key else _own(paths).secret()
    opened = packs.read(options.pack)
    sealed = packs.sealed(opened.pack)
    packs.write(sealed, options.pack, sign(packs.manifest_bytes(sealed.manifest), secret))
    manifest = sealed.manifest
    return f"“{manifest.name}”{manifest.version} 已用“{secret.key.name}”的密钥签名。"


def verify_pack(options: argparse.Namespace, paths: Paths) -> Outcome:
    """Tell what to think of a pack's signature. Raises XiaoerError for what is no pack."""
    opened, verdict = _judged(options.pack, paths)
    code = code_of(verdict)
    if options.json:
        return Outcome(_json(_record(opened, verdict)), code)
    manifest = opened.pack.manifest
    lines = [f"“{manifest.name}”{manifest.version}", verdict.sentence, verdict.next_step]
    if verdict.key and verdict.need >= Need.TRUST:
        lines += _face(verdict.key)
    return Outcome("\n".join(filter(None, lines)), code)


def code_of(verdict: Verdict) -> int:
    """The exit code that tells how a signature was found."""
    if verdict.need is Need.NOTHING:
        return 0
    if verdict.need is Need.REFUSE:
        return _REFUSED
    found = [_CODES[reason] for reason in verdict.reasons if reason in _CODES]
    return max(found, default=_UNKNOWN if verdict.need is Need.TRUST else _ASK)


def manage_key(options: argparse.Namespace, paths: Paths) -> str:
    """Do something with the own key, or with those of others. Raises XiaoerError."""
    return _ACTIONS[options.action](options, paths)


def _own(paths: Paths) -> OwnKey:
    return own_key(TrustStore(paths.trust))


def _judged(path: Path, paths: Paths) -> tuple[Opened, Verdict]:
    opened = packs.read(path)
    return opened, verify(opened.manifest_bytes, opened.signature_bytes, TrustStore(paths.trust).trusted)


def _make(options: argparse.Namespace, paths: Paths) -> str:
    return _made(_own(paths).make(options.name), "已生成签名密钥，存在系统的密钥环里。请把指纹告诉同事：")


def _show(options: argparse.Namespace, paths: Paths) -> str:
    key = TrustStore(paths.trust).trusted.own
    if key is None:
        raise NotFound("还没有签名密钥。", "请运行 xiaoer key make 名字。")
    return _json(_key_record(key)) if options.json else "\n".join((key.name, *_face(key)))


def _export(options: argparse.Namespace, paths: Paths) -> str:
    if options.file.exists():
        raise SettingProblem(f"“{options.file.name}”已经有了，没有动它。", "请换一个文件名。")
    _own(paths).export(options.file.absolute(), _passphrase(twice=True))
    return f"已导出到“{options.file.name}”。请记住口令，没有它谁也打不开。"


def _import(options: argparse.Namespace, paths: Paths) -> str:
    return _made(_own(paths).take(options.file, _passphrase()), "已导入签名密钥，存在系统的密钥环里。指纹是：")


def _replace(_: argparse.Namespace, paths: Paths) -> str:
    return _made(_own(paths).replace(), "已换成新密钥。信任旧密钥的同事会自动跟上。新的指纹是：")


def _list(options: argparse.Namespace, paths: Paths) -> str:
    trusted = TrustStore(paths.trust).trusted
    kept = [known for known in trusted.keys if not known.removed]
    if options.json:
        return _json([{**_key_record(k.key), "since": _day(k), "packs": trusted.packs_of(k.key.id)} for k in kept])
    lines = [f"{known.key.name}  {known.key.code}  {_day(known)} 起信任" for known in kept]
    return "\n".join(lines) or "还没有信任任何主管的密钥。"


def _trust(options: argparse.Namespace, paths: Paths) -> str:
    _, verdict = _judged(options.pack, paths)
    if verdict.key is None:
        raise SettingProblem(verdict.sentence, verdict.next_step)
    try:
        told = _words().fingerprint(" ".join(options.words))
    except ValueError:
        raise SettingProblem("这十二个词里至少有一个不对。", "请和主管再核对一遍。") from None
    if told != verdict.key.fingerprint:
        raise SettingProblem(
            f"这不是话术包的签名密钥：它的指纹是 {' '.join(_words().of(verdict.key))}。", "请不要安装，先问主管。"
        )
    store = TrustStore(paths.trust)
    store.trust(verdict.key, time.time())
    if store.problem:
        raise store.problem
    return f"已信任“{verdict.key.name}”。"


def _distrust(options: argparse.Namespace, paths: Paths) -> str:
    store = TrustStore(paths.trust)
    wanted = options.name.replace(" ", "").upper()
    found = [
        known.key
        for known in store.trusted.keys
        if not known.removed and (known.key.name == options.name or known.key.code.replace(" ", "").startswith(wanted))
    ]
    if len(found) != 1:
        several = "有几把这样的密钥。" if found else f"没有信任过“{options.name}”的密钥。"
        raise NotFound(several, "请运行 xiaoer key list 看指纹，写上它的开头。")
    store.distrust(found[0].id, time.time())
    if store.problem:
        raise store.problem
    return f"不再信任“{found[0].name}”。"


_ACTIONS: Final[dict[str, Callable[[argparse.Namespace, Paths], str]]] = {
    "make": _make,
    "show": _show,
    "export": _export,
    "import": _import,
    "replace": _replace,
    "list": _list,
    "trust": _trust,
    "distrust": _distrust,
}


def _passphrase(*, twice: bool = False) -> str:
    """From the environment, or typed unseen. Raises SettingProblem when there is nobody to ask."""
    given = os.environ.get(PASSPHRASE)
    if given is not None:
        return given
    if not sys.stdin.isatty():
        raise SettingProblem("没有密钥文件的口令。", f"请写在环境变量 {PASSPHRASE} 里，或在终端里运行。")
    typed = getpass.getpass("口令：")
    if twice and getpass.getpass("再输一次：") != typed:
        raise SettingProblem("两次输入的口令不一样。", "请再试一次。")
    return typed


def _words() -> Words:
    return Words.parse(resources.read_text("fingerprint-words.txt"))


def _made(secret: SecretKey, said: str) -> str:
    return "\n".join((said, *_face(secret.key)))


def _face(key: Key) -> Iterable[str]:
    words = _words().of(key)
    return (*("  ".join(words[start : start + 4]) for start in range(0, len(words), 4)), key.code)


def _day(known: Known) -> str:
    try:
        return f"{datetime.fromtimestamp(known.since).astimezone():%Y-%m-%d}"
    except (ValueError, OSError, OverflowError):
        return ""


def _key_record(key: Key) -> dict[str, Any]:
    return {"name": key.name, "id": key.id, "fingerprint": key.code, "words": list(_words().of(key))}


def _record(opened: Opened, verdict: Verdict) -> dict[str, Any]:
    manifest = opened.pack.manifest
    return {
        "pack": manifest.id,
        "version": str(manifest.version),
        "need": verdict.need.name.lower(),
        "reasons": [reason.name.lower() for reason in verdict.reasons],
        "sentence": verdict.sentence,
        "next_step": verdict.next_step,
        "key": _key_record(verdict.key) if verdict.key else None,
    }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)
