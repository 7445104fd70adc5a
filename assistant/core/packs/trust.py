"""Whether a pack may be taken from whoever signed it: what the agent trusts, what was seen before, and the verdict.

An agent trusts a key once, after comparing its fingerprint with the lead. From then on its packs need no question,
unless something is odd: an older version, other content under the same version, another key than the last time.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum, IntEnum

from assistant.core.packs.fingerprint import Key, same_name
from assistant.core.packs.manifest import Version


class Proof(Enum):
    """What the ciphers say of a signature."""

    UNSIGNED = "unsigned"
    BROKEN = "broken"
    UNSUPPORTED = "unsupported"
    VALID = "valid"


@dataclass(frozen=True, slots=True)
class Signed:
    """The outcome of checking a signature. ``key`` is whose it is, when it is valid.

    ``earlier`` are the ids of the keys that handed over to it, each proved by the one before.
    """

    proof: Proof
    key: Key | None = None
    earlier: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Edition:
    """One version of a pack: ``manifest`` is the hash of its manifest, ``key`` the id of the signer, empty for none."""

    pack: str
    version: Version
    manifest: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """A key that the agent has trusted. Times are seconds since the epoch.

    ``removed`` is when the trust was taken back, 0 while it holds; ``successor`` is the id of the key that it has
    handed over to.
    """

    key: Key
    since: float
    removed: float = 0.0
    successor: str = ""

    @property
    def holds(self) -> bool:
        """Whether it is trusted now."""
        return not self.removed and not self.successor


@dataclass(frozen=True, slots=True)
class Trusted:
    """What an agent trusts, and the editions installed so far, in their order. ``own`` is the agent's own key."""

    keys: tuple[Known, ...] = ()
    seen: tuple[Edition, ...] = ()
    own: Key | None = None

    def known(self, key: str) -> Known | None:
        """What is known of a key by its id; of several entries the one that trusts least."""
        found = [each for each in self.keys if each.key.id == key]
        return min(found, key=lambda each: each.holds, default=None)

    def trusts(self, key: str) -> bool:
        """Whether a key is trusted now."""
        known = self.known(key)
        return known.holds if known else bool(self.own and self.own.id == key)

    def editions(self, pack: str) -> tuple[Edition, ...]:
        """The editions of a pack seen so far."""
        return tuple(each for each in self.seen if each.pack == pack)

    def packs_of(self, key: str) -> tuple[str, ...]:
        """The packs whose newest edition here is signed by a key."""
        newest = {each.pack: each for each in self.seen}
        return tuple(each.pack for each in newest.values() if each.key == key)


class Need(IntEnum):
    """What has to be done before a pack is installed, the hardest last."""

    NOTHING = 0
    ASK = 1  # the agent says yes to what is odd
    TRUST = 2  # the agent compares the fingerprint and trusts the key
    REFUSE = 3  # it is not installed


class Reason(Enum):
    """Everything that can be said of a signature: the need, the sentence, and the next step."""

    OWN = (Need.NOTHING, "由您自己的密钥签名。", "")
    TRUSTED = (Need.NOTHING, "由您信任的“{name}”签名。", "")
    FOLLOWED = (Need.NOTHING, "“{name}”换了新密钥，原来的密钥为它作了保，照旧信任。", "")
    UNSIGNED = (Need.ASK, "这个话术包没有签名，看不出是谁做的。", "确定来历再安装。")
    OLDER = (Need.ASK, "这是旧版本 {version}，您这里已经有过 {newest}。", "确定要退回旧版本再安装。")
    REWRITTEN = (Need.ASK, "版本同样是 {version}，内容却和上次的不一样。", "请先问问主管改了什么。")
    RETIRED = (Need.ASK, "“{name}”已经换了新密钥，这个话术包却用旧密钥签名。", "请先问主管为什么不用新密钥。")
    OTHER_LEAD = (
        Need.ASK,
        "这个话术包以前用“{before}”的另一把密钥签名，这次用的是您也信任的“{name}”的密钥。",
        "请先问清楚是谁在管它。",
    )
    UNKNOWN = (Need.TRUST, "签名完好，但您还没有信任过这把密钥，它自称“{name}”。", "请和主管核对指纹，一致再信任。")
    REMOVED = (Need.TRUST, "您已经不再信任“{name}”的这把密钥。", "请和主管核对指纹，一致再重新信任。")
    SPOOFED = (
        Need.TRUST,
        "它自称“{name}”，密钥却不是您信任的“{before}”那一把，可能有人冒名。",
        "请当面或打电话和主管核对指纹。",
    )
    CHANGED = (
        Need.TRUST,
        "这个话术包以前由“{before}”签名，这次换成了另一把密钥，自称“{name}”。",
        "请当面或打电话和主管核对指纹。",
    )
    STRIPPED = (
        Need.REFUSE,
        "这个话术包以前有“{before}”的签名，这次没有，可能被人改过。",
        "请向主管要签过名的话术包。",
    )
    BROKEN = (
        Need.REFUSE,
        "签名和内容对不上：话术包签名以后被改过，或者传送时损坏了。",
        "请向主管重新要一份。",
    )
    UNSUPPORTED = (
        Need.REFUSE,
        "它的签名方式小二快答还不认识，不能核实。",
        "请升级小二快答，或向主管重新要一份。",
    )

    def __init__(self, need: Need, sentence: str, step: str) -> None:
        self.need = need
        self.sentence = sentence
        self.step = step


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that is said of a signature, with what its sentence names."""

    reason: Reason
    name: str = ""
    before: str = ""
    version: str = ""
    newest: str = ""

    def fill(self, pattern: str) -> str:
        """A sentence for people."""
        return pattern.format(name=self.name, before=self.before, version=self.version, newest=self.newest)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What to think of a pack's signature. ``said`` is in the order of weight and never empty.

    ``key`` is the signer's, when the signature is valid, with the name under which it is known here. ``follows`` is the
    id of the trusted key that handed over to it.
    """

    said: tuple[Said, ...]
    edition: Edition
    key: Key | None = None
    follows: str = ""

    @property
    def need(self) -> Need:
        """What has to be done before it is installed."""
        return max(each.reason.need for each in self.said)

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """What is said, without names."""
        return tuple(each.reason for each in self.said)

    @property
    def sentence(self) -> str:
        """All of it, for the user."""
        return "".join(each.fill(each.reason.sentence) for each in self.said)

    @property
    def next_step(self) -> str:
        """What to do about what weighs most; empty when there is nothing to do."""
        return max(self.said, key=lambda each: each.reason.need).reason.step


def judge(signed: Signed, edition: Edition, trusted: Trusted) -> Verdict:
    """What to think of ``edition``, as signed as that, for somebody who trusts that."""
    if signed.proof is Proof.BROKEN:
        return Verdict((Said(Reason.BROKEN),), edition)
    if signed.proof is Proof.UNSUPPORTED:
        return Verdict((Said(Reason.UNSUPPORTED),), edition)
    odd = tuple(_of_version(edition, trusted.editions(edition.pack)))
    if signed.key is None:
        return Verdict((_unsigned(edition, trusted), *odd), edition)
    said, follows = _of_key(signed.key, signed.earlier, edition, trusted)
    ordered = sorted((*said, *odd), key=lambda each: -each.reason.need)
    known = trusted.known(follows or signed.key.id)
    key = replace(signed.key, name=known.key.name) if known else signed.key
    return Verdict(tuple(ordered), edition, key, follows)


def _unsigned(edition: Edition, trusted: Trusted) -> Said:
    signers = [each.key for each in trusted.editions(edition.pack) if each.key]
    return Said(Reason.STRIPPED, before=_name(signers[-1], trusted)) if signers else Said(Reason.UNSIGNED)


def _of_key(key: Key, earlier: tuple[str, ...], edition: Edition, trusted: Trusted) -> tuple[list[Said], str]:
    """What is to be said of the signer, and the key that it follows."""
    known = trusted.known(key.id)
    again = edition in trusted.seen
    before = _other_signer(key.id, earlier, edition.pack, trusted)
    if trusted.own and trusted.own.id == key.id and known is None:
        return [Said(Reason.OWN)], ""
    if known and known.removed:
        return [Said(Reason.REMOVED, known.key.name)], ""
    if known and known.successor and not again:
        return [Said(Reason.RETIRED, known.key.name)], ""
    follows = "" if known else next((each for each in reversed(earlier) if trusted.trusts(each)), "")
    if known or follows:
        name = known.key.name if known else _name(follows, trusted)
        said = [Said(Reason.FOLLOWED if follows else Reason.TRUSTED, name)]
        if before and not again:
            said.append(Said(Reason.OTHER_LEAD, name, _name(before, trusted)))
        return said, follows
    return list(_of_stranger(key, before, trusted)), ""


def _of_stranger(key: Key, before: str, trusted: Trusted) -> Iterator[Said]:
    if before:
        yield Said(Reason.CHANGED, key.name, _name(before, trusted))
    namesakes = (each.key.name for each in trusted.keys if same_name(each.key.name, key.name))
    if (namesake := next(namesakes, "")) or (trusted.own and same_name(trusted.own.name, key.name)):
        yield Said(Reason.SPOOFED, key.name, namesake or key.name)
    elif not before:
        yield Said(Reason.UNKNOWN, key.name)


def _of_version(edition: Edition, seen: tuple[Edition, ...]) -> Iterator[Said]:
    if not seen or edition.manifest == seen[-1].manifest:  # nothing to compare with, or what is installed
        return
    # Only the installed edition and those of the same key count: a stranger's high number must not lock a lead out.
    rivals = [seen[-1].version, *(each.version for each in seen if each.key == edition.key)]
    newest = max(rivals)
    if newest > edition.version:
        yield Said(Reason.OLDER, version=str(edition.version), newest=str(newest))
    if any(each.version == edition.version and each.manifest != edition.manifest for each in seen):
        yield Said(Reason.REWRITTEN, version=str(edition.version))


def _other_signer(key: str, earlier: tuple[str, ...], pack: str, trusted: Trusted) -> str:
    """Who signed the newest edition of a pack here, when that is somebody else; empty otherwise."""
    signers = [each.key for each in trusted.editions(pack) if each.key]
    return signers[-1] if signers and signers[-1] not in (key, *earlier) else ""


def _name(key: str, trusted: Trusted) -> str:
    known = trusted.known(key)
    if known:
        return known.key.name
    return trusted.own.name if trusted.own and trusted.own.id == key else key[:8]
