"""What somebody between the lead and the agents may try with a signed pack, and what the agent reads then.

The lead is 王主管, whom the agent trusts; version 2.0.0 of the pack is installed. Eve (路人) can change every file on its
way, has a key of her own, and keeps everything that was ever sent.
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from assistant.core.errors import DataProblem
from assistant.core.model import Attachment, Phrase, Variant
from assistant.core.packs import signature as forms
from assistant.core.packs.fingerprint import Key
from assistant.core.packs.manifest import Manifest, Version
from assistant.core.packs.pack import Media, Pack
from assistant.core.packs.signature import Link, Signature
from assistant.core.packs.trust import Need
from assistant.storage import packs
from assistant.storage.signing import SecretKey, sign, verify
from assistant.storage.trust_store import TrustStore

WANG, EVE = SecretKey.of(b"w" * 32, "王主管"), SecretKey.of(b"e" * 32, "路人")
PICTURE, OTHER_PICTURE = b"\x89PNG size chart", b"\x89PNG code of another shop"
NOW = 1_750_000_000.0
FINE = "由您信任的“王主管”签名。"
BROKEN = "签名和内容对不上：话术包签名以后被改过，或者传送时损坏了。请向主管重新要一份。"
NOT_READ = "这个话术包没有读取：{}。请让制作者重新导出，或重新下载。"
Members = dict[str, bytes]


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def pack(version: str = "2.1.0", text: str = "7天内可以退换。", ident: str = "shop.main") -> Pack:
    picture = Media(digest(PICTURE), "png", len(PICTURE), lambda: PICTURE)
    chart = Attachment(picture.hash, "尺码.png")
    phrase = Phrase("p1", "thh", "退换货", (Variant(text),), layer="team", attachments=(chart,))
    return Pack(
        Manifest(ident, "本店话术", Version.parse(version)),
        (phrase,),
        (("售后",),),
        attachments={picture.hash: picture},
    )


def zipped(members: Iterable[tuple[str, bytes]]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in members:
            archive.writestr(name, data)
    return buffer.getvalue()


def relisted(members: Members, **change: object) -> Members:
    """With a manifest that fits the files again."""
    files = {name: data for name, data in members.items() if name not in ("manifest.json", "signature.json")}
    listed = {name: {"size": len(data), "sha256": digest(data)} for name, data in sorted(files.items())}
    record = {**json.loads(members["manifest.json"]), "files": listed, **change}
    return {**members, "manifest.json": json.dumps(record, ensure_ascii=False).encode()}


def signed_by(key: SecretKey, members: Members) -> Members:
    return {**members, "signature.json": sign(members["manifest.json"], key)}


class Agent:
    """Somebody who trusts 王主管 and looks at what arrives."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.store = TrustStore(folder / "trust.json")
        self.store.trust(WANG.key, NOW)
        self.install(self.sent(pack("2.0.0")))

    def sent(self, made: Pack, key: SecretKey | None = WANG) -> Members:
        """The files of a pack as its lead sends it."""
        path = self._folder / "sent.xiaoer"
        signature = sign(packs.manifest_bytes(packs.sealed(made).manifest), key) if key else None
        packs.write(made, path, signature)
        with zipfile.ZipFile(path) as archive:
            return {name: archive.read(name) for name in archive.namelist()}

    def looks_at(self, members: Members | bytes) -> tuple[Need, str]:
        """What has to be done, and all that is read."""
        path = self._folder / "got.xiaoer"
        path.write_bytes(members if isinstance(members, bytes) else zipped(members.items()))
        return self.looks_into(path)

    def looks_into(self, path: Path) -> tuple[Need, str]:
        """The same for a pack that lies there."""
        try:
            opened = packs.read(path)
        except DataProblem as problem:
            return Need.REFUSE, str(problem)
        verdict = verify(opened.manifest_bytes, opened.signature_bytes, self.store.trusted)
        return verdict.need, verdict.sentence + verdict.next_step

    def install(self, members: Members) -> None:
        """Take a pack in."""
        verdict = verify(members["manifest.json"], members.get("signature.json"), self.store.trusted)
        self.store.installed(verdict, NOW)


@pytest.fixture
def agent(tmp_path: Path) -> Agent:
    return Agent(tmp_path)


@pytest.fixture
def sent(agent: Agent) -> Members:
    return agent.sent(pack())


def refused(what: str) -> tuple[Need, str]:
    return Need.REFUSE, NOT_READ.format(what)


def test_nobody_attacks(agent: Agent, sent: Members) -> None:
    """The pack arrives as it was sent: no question."""
    assert agent.looks_at(sent) == (Need.NOTHING, FINE)


# --- the content


def test_a_phrase_is_changed(agent: Agent, sent: Members) -> None:
    """Eve writes her own account number into a phrase."""
    phrases = sent["phrases.json"].replace("7天内可以退换".encode(), "请转到这个账号".encode())
    assert agent.looks_at({**sent, "phrases.json": phrases}) == refused("“phrases.json”和清单对不上，可能被改过")


def test_a_phrase_and_the_list_are_changed(agent: Agent, sent: Members) -> None:
    """Eve changes a phrase, and its hash in the manifest too."""
    phrases = sent["phrases.json"].replace("7天内可以退换".encode(), "请转到这个账号".encode())
    assert agent.looks_at(relisted({**sent, "phrases.json": phrases})) == (Need.REFUSE, BROKEN)


def test_a_picture_is_changed(agent: Agent, sent: Members) -> None:
    """Eve puts the payment code of her shop in the place of the size chart."""
    name = f"attachments/{digest(PICTURE)}.png"
    assert agent.looks_at({**sent, name: OTHER_PICTURE}) == refused(f"附件“{name[:24]}…”的内容和名字对不上")


def test_a_picture_is_changed_with_everything_that_names_it(agent: Agent, sent: Members) -> None:
    """Eve changes a picture, its name, the phrase that shows it, and the manifest."""
    old, new = digest(PICTURE), digest(OTHER_PICTURE)
    forged = {name.replace(old, new): data.replace(old.encode(), new.encode()) for name, data in sent.items()}
    forged[f"attachments/{new}.png"] = OTHER_PICTURE
    assert agent.looks_at(relisted(forged)) == (Need.REFUSE, BROKEN)


def test_two_files_are_swapped(agent: Agent, sent: Members) -> None:
    """Eve exchanges the contents of two files, each of them signed."""
    swapped = {**sent, "phrases.json": sent["categories.json"], "categories.json": sent["phrases.json"]}
    need, told = agent.looks_at(swapped)
    assert (need, "和清单对不上，可能被改过" in told) == (Need.REFUSE, True)


def test_a_file_is_removed(agent: Agent, sent: Members) -> None:
    """Eve takes a file out, e.g. the rules of the guard."""
    assert agent.looks_at({k: v for k, v in sent.items() if k != "categories.json"}) == refused("缺少“categories.json”")


def test_a_file_is_added(agent: Agent, sent: Members) -> None:
    """Eve adds a file that the manifest does not list, with words that the guard then lets pass."""
    assert agent.looks_at({**sent, "rules.json": b"{}"}) == refused("“rules.json”不在 manifest.json 的清单里")


def test_a_program_is_added(agent: Agent, sent: Members) -> None:
    """Eve adds a program, or a file for a place outside of the pack."""
    for name in ("run.exe", "../run.py", "/etc/cron.d/x", "attachments/../../x"):
        assert agent.looks_at({**sent, name: b"MZ"}) == refused("里面有话术包不该有的文件")


def test_the_manifest_is_edited(agent: Agent, sent: Members) -> None:
    """Eve gives the pack another name or a higher version; the files stay."""
    for before, after in (("本店话术", "官方话术"), ("2.1.0", "2.9.0")):
        manifest = sent["manifest.json"].replace(before.encode(), after.encode())
        assert agent.looks_at({**sent, "manifest.json": manifest}) == (Need.REFUSE, BROKEN)


def test_a_folder_is_edited_after_signing(agent: Agent, tmp_path: Path) -> None:
    """Eve edits a signed pack that lies unpacked in a shared folder."""
    made, folder = pack(), tmp_path / "shared"
    folder.mkdir()
    packs.write(made, folder, sign(packs.manifest_bytes(packs.sealed(made).manifest), WANG))
    assert agent.looks_into(folder) == (Need.NOTHING, FINE)
    file = folder / "phrases.json"
    file.write_bytes(file.read_bytes().replace("7天".encode(), "3天".encode()))
    assert agent.looks_into(folder) == (Need.REFUSE, BROKEN)


# --- the signature


def test_the_signature_of_another_pack(agent: Agent, sent: Members) -> None:
    """Eve takes a good signature of 王主管 from another pack of his."""
    other = agent.sent(pack("1.0.0", ident="shop.other"))
    forged = relisted({**sent, "phrases.json": b"[]"})
    assert agent.looks_at({**forged, "signature.json": other["signature.json"]}) == (Need.REFUSE, BROKEN)


def test_an_old_signature_on_new_files(agent: Agent, sent: Members) -> None:
    """Eve keeps manifest and signature of a good pack and puts other files beside them."""
    forged = {**sent, "phrases.json": b"[]"}
    assert agent.looks_at(forged) == refused("“phrases.json”和清单对不上，可能被改过")


def test_the_pack_is_signed_anew(agent: Agent, sent: Members) -> None:
    """Eve changes what she likes and signs it with her own key."""
    assert agent.looks_at(signed_by(EVE, relisted({**sent, "phrases.json": b"[]"}))) == (
        Need.TRUST,
        "这个话术包以前由“王主管”签名，这次换成了另一把密钥，自称“路人”。请当面或打电话和主管核对指纹。",
    )


def test_the_name_is_taken(agent: Agent) -> None:
    """Eve calls herself 王主管 in a pack that nobody has seen yet."""
    eve = SecretKey.of(EVE.seed, "王主管")
    assert agent.looks_at(agent.sent(pack(ident="shop.new"), eve)) == (
        Need.TRUST,
        "它自称“王主管”，密钥却不是您信任的“王主管”那一把，可能有人冒名。请当面或打电话和主管核对指纹。",
    )


@pytest.mark.parametrize("name", ["王 主管", "王主管。", "王主管!"])
def test_a_name_that_looks_like_it_is_taken(agent: Agent, name: str) -> None:
    """Eve calls herself almost like 王主管."""
    need, told = agent.looks_at(agent.sent(pack(ident="shop.new"), SecretKey.of(EVE.seed, name)))
    assert (need, "可能有人冒名" in told) == (Need.TRUST, True)


def test_the_name_in_a_signature_is_edited(agent: Agent, sent: Members) -> None:
    """Eve writes another name into a signature of hers, or an invisible one into that of 王主管."""
    for key in (EVE, WANG):
        made = signed_by(key, sent)
        signature = made["signature.json"].replace(key.key.name.encode(), "淘宝官方".encode())
        assert agent.looks_at({**made, "signature.json": signature}) == (Need.REFUSE, BROKEN)


def test_the_key_in_a_signature_is_exchanged(agent: Agent, sent: Members) -> None:
    """Eve signs with her own key and writes that of 王主管 beside her signature."""
    forged = relisted({**sent, "phrases.json": b"[]"})
    value = forms.parse(sign(forged["manifest.json"], EVE)).value
    forged["signature.json"] = Signature(WANG.key, value).dump()
    assert agent.looks_at(forged) == (Need.REFUSE, BROKEN)


def test_the_signature_is_taken_away(agent: Agent, sent: Members) -> None:
    """Eve changes the pack and leaves the signature out, hoping that unsigned packs are taken too."""
    forged = relisted({**sent, "phrases.json": b"[]"})
    assert agent.looks_at({name: data for name, data in forged.items() if name != "signature.json"}) == (
        Need.REFUSE,
        "这个话术包以前有“王主管”的签名，这次没有，可能被人改过。请向主管要签过名的话术包。",
    )


def test_the_signature_is_cut(agent: Agent, sent: Members) -> None:
    """Eve cuts the signature off, or leaves an empty file."""
    for size in (0, 1, len(sent["signature.json"]) // 2, len(sent["signature.json"]) - 1):
        forged = {**sent, "signature.json": sent["signature.json"][:size]}
        assert agent.looks_at(forged) == (Need.REFUSE, BROKEN)
    short = json.loads(sent["signature.json"])
    short["signature"] = short["signature"][:20]
    assert agent.looks_at({**sent, "signature.json": json.dumps(short).encode()}) == (Need.REFUSE, BROKEN)


@pytest.mark.parametrize("algorithm", ["none", "hmac-sha256", "rsa", "ED25519", "", None, 0])
def test_another_algorithm_is_named(agent: Agent, sent: Members, algorithm: object) -> None:
    """Eve names an algorithm that needs no secret, or one that nobody checks."""
    forged = relisted({**sent, "phrases.json": b"[]"})
    record = {**json.loads(sent["signature.json"]), "algorithm": algorithm}
    assert agent.looks_at({**forged, "signature.json": json.dumps(record).encode()}) == (
        Need.REFUSE,
        "它的签名方式小二快答还不认识，不能核实。请升级小二快答，或向主管重新要一份。",
    )


def test_a_key_that_fits_everything(agent: Agent, sent: Members) -> None:
    """Eve offers a key of small order, for which one signature fits every pack that anybody makes later."""
    weak = Key((1).to_bytes(32, "little"), "路人")
    forged = {**sent, "signature.json": Signature(weak, (1).to_bytes(32, "little") + bytes(32)).dump()}
    assert agent.looks_at(forged) == (Need.REFUSE, BROKEN)


def test_eve_claims_to_be_the_new_key(agent: Agent, sent: Members) -> None:
    """Eve writes into her signature that the key of 王主管 has handed over to hers."""
    value = forms.parse(sent["signature.json"]).value
    forged = signed_by(SecretKey(EVE.key, EVE.seed, (Link(WANG.key.public, value),)), sent)
    assert agent.looks_at(forged) == (Need.REFUSE, BROKEN)


def test_an_old_key_is_used_after_a_new_one_came(agent: Agent) -> None:
    """Eve has stolen the key that 王主管 has replaced for that reason."""
    new = WANG.successor("王主管")
    agent.install(agent.sent(pack("2.2.0"), new))
    assert agent.looks_at(agent.sent(pack("2.3.0"))) == (
        Need.ASK,
        "“王主管”已经换了新密钥，这个话术包却用旧密钥签名。请先问主管为什么不用新密钥。",
    )


# --- the version


def test_an_old_version_is_sent_again(agent: Agent) -> None:
    """Eve sends an old pack, signed by 王主管, with prices that do not hold any more."""
    agent.install(agent.sent(pack("3.0.0")))
    assert agent.looks_at(agent.sent(pack("2.5.0"))) == (
        Need.ASK,
        f"这是旧版本 2.5.0，您这里已经有过 3.0.0。{FINE}确定要退回旧版本再安装。",
    )


def test_an_old_version_after_the_pack_was_left_behind(agent: Agent) -> None:
    """The agent went back to 2.0.0 once; Eve hopes that 2.5.0 counts as new now, though 3.0.0 was here."""
    for version in ("3.0.0", "2.0.0"):
        agent.install(agent.sent(pack(version)))
    need, told = agent.looks_at(agent.sent(pack("2.5.0")))
    assert (need, told.startswith("这是旧版本 2.5.0，您这里已经有过 3.0.0。")) == (Need.ASK, True)


def test_the_same_version_with_other_content(agent: Agent) -> None:
    """Somebody with the key signs other content under the version that everybody has."""
    assert agent.looks_at(agent.sent(pack("2.0.0", "概不退换。"))) == (
        Need.ASK,
        f"版本同样是 2.0.0，内容却和上次的不一样。{FINE}请先问问主管改了什么。",
    )


def test_a_version_that_is_none(agent: Agent, sent: Members) -> None:
    """Eve, who is trusted for her own packs, writes a version that sorts after every other."""
    agent.store.trust(EVE.key, NOW)
    for version in ("99999999999.0.0", "2.1", "２.9.0", "2.1.0\n", "9" * 5000):
        need, told = agent.looks_at(signed_by(EVE, relisted(sent, version=version)))
        assert (need, told.startswith("话术包里的 manifest.json 不合格式：version")) == (Need.REFUSE, True)


# --- the archive


def test_a_member_stands_twice(agent: Agent, sent: Members) -> None:
    """Eve adds a second phrases.json: one program checks the first, another one reads the second."""
    with pytest.warns(UserWarning, match="Duplicate name"):
        twice = zipped([*sent.items(), ("phrases.json", b"[]")])
    assert agent.looks_at(twice) == refused("里面有两个“phrases.json”")


def test_a_name_that_is_the_same_in_another_form(agent: Agent, sent: Members) -> None:
    """Eve adds a file whose name some systems take for one that is signed: other letters, the same after folding."""
    for name in ("phrases.ｊson", "p\u200bhrases.json", "ｐhrases.json", "phrases.json."):
        assert agent.looks_at({**sent, name: b"[]"}) == refused("里面有话术包不该有的文件")
    ended = zipped([*sent.items(), ("phrases.jsonX", b"[]")]).replace(b"phrases.jsonX", b"phrases.json\0")
    assert agent.looks_at(ended) == refused("里面有话术包不该有的文件")


def test_a_name_that_differs_in_case_only(agent: Agent, sent: Members) -> None:
    """Eve adds PHRASES.JSON, which on Windows is the same file."""
    upper = f"attachments/{digest(PICTURE).upper()}.PNG"
    for name in ("PHRASES.JSON", "Manifest.json", upper):
        assert agent.looks_at({**sent, name: b"[]"}) == refused("里面有话术包不该有的文件")


def test_a_pack_id_that_looks_the_same(agent: Agent, sent: Members) -> None:
    """Eve gives her pack an id that only looks like that of 王主管, so that it counts as unknown."""
    for ident in ("Shop.Main", "shop．main", "shop.mаin", "shop.main "):  # the third has a Cyrillic letter
        need, told = agent.looks_at(signed_by(EVE, relisted(sent, id=ident)))
        assert (need, told.startswith("话术包里的 manifest.json 不合格式：id")) == (Need.REFUSE, True)


def test_a_name_stands_twice_in_the_manifest(agent: Agent, sent: Members) -> None:
    """Eve, trusted for her own packs, writes two ids: one program checks the first, another one installs the second."""
    agent.store.trust(EVE.key, NOW)
    twice = sent["manifest.json"].replace(b'"id": "shop.main"', b'"id": "shop.eve", "id": "shop.main"')
    assert twice != sent["manifest.json"]
    assert agent.looks_at(signed_by(EVE, {**sent, "manifest.json": twice})) == (Need.REFUSE, BROKEN)


# --- the agent's own file


def test_trust_that_was_taken_back(agent: Agent, sent: Members) -> None:
    """王主管 has left the shop and still sends packs."""
    agent.store.distrust(WANG.key.id, NOW)
    assert agent.looks_at(sent) == (Need.TRUST, "您已经不再信任“王主管”的这把密钥。请和主管核对指纹，一致再重新信任。")


def test_the_trust_file_is_damaged(agent: Agent, tmp_path: Path) -> None:
    """Eve overwrites what the agent trusts, and every copy of it: then nobody is trusted."""
    for file in tmp_path.glob("trust.json*"):
        file.write_bytes(b"\x00" * 100)
    again = agent.sent(pack("2.1.0"))
    agent.store = TrustStore(tmp_path / "trust.json")
    assert agent.looks_at(again) == (
        Need.TRUST,
        "签名完好，但您还没有信任过这把密钥，它自称“王主管”。请和主管核对指纹，一致再信任。",
    )


def test_a_key_in_the_trust_file_is_exchanged(agent: Agent, tmp_path: Path) -> None:
    """Eve puts her key under the name of 王主管 into the file and forgets that it has to fit its number."""
    file = tmp_path / "trust.json"
    content: Mapping[str, dict[str, dict[str, object]]] = json.loads(file.read_text("utf-8"))
    mine = json.loads(sign(b"{}", EVE))["key"]
    for document in content["keys"].values():
        document["key"] = mine
    file.write_text(json.dumps(content), encoding="utf-8")
    agent.store = TrustStore(file)
    assert agent.looks_at(agent.sent(pack(ident="shop.new"), SecretKey.of(EVE.seed, "王主管")))[0] is Need.TRUST


def test_a_damaged_trust_file_does_not_bring_back_a_removed_key(agent: Agent, sent: Members, tmp_path: Path) -> None:
    """Eve's accomplice damages the file so that the copy from before the removal is taken."""
    agent.store.distrust(WANG.key.id, NOW)
    (tmp_path / "trust.json").write_bytes(b"{")
    agent.store = TrustStore(tmp_path / "trust.json")
    assert agent.looks_at(sent)[0] is Need.TRUST
