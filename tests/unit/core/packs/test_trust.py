"""What is said of a signed pack, for everything that an agent may trust and have seen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.core.packs.fingerprint import Key
from assistant.core.packs.manifest import Version
from assistant.core.packs.trust import Edition, Known, Need, Proof, Reason, Signed, Trusted, Verdict, judge

WANG, LI, EVE = (Key(bytes([number]) * 32, name) for number, name in ((1, "王主管"), (2, "李主管"), (3, "路人")))
FAKE_WANG, NEW_WANG = Key(b"f" * 32, "王 主管"), Key(b"n" * 32, "王主管")
NOBODY = Trusted()
TRUSTS_WANG = Trusted((Known(WANG, 1.0),))


def edition(key: Key | None = None, version: str = "1.0.0", manifest: str = "a", pack: str = "shop") -> Edition:
    return Edition(pack, Version.parse(version), manifest * 64, key.id if key else "")


def by(key: Key, *earlier: Key) -> Signed:
    return Signed(Proof.VALID, key, tuple(each.id for each in earlier))


def verdict(key: Key | None, trusted: Trusted, version: str = "1.0.0", manifest: str = "a") -> Verdict:
    signed = by(key) if key else Signed(Proof.UNSIGNED)
    return judge(signed, edition(key, version, manifest), trusted)


def test_a_trusted_key_needs_no_question() -> None:
    found = verdict(WANG, TRUSTS_WANG)
    assert (found.reasons, found.need, found.key) == ((Reason.TRUSTED,), Need.NOTHING, WANG)
    assert found.sentence == "由您信任的“王主管”签名。"
    assert found.next_step == ""


def test_the_name_is_that_under_which_the_key_was_trusted() -> None:
    found = verdict(replace_name(WANG, "淘宝官方"), TRUSTS_WANG)
    assert (found.sentence, found.key) == ("由您信任的“王主管”签名。", WANG)


def replace_name(key: Key, name: str) -> Key:
    return Key(key.public, name)


def test_ones_own_key_needs_no_question() -> None:
    assert verdict(WANG, Trusted(own=WANG)).reasons == (Reason.OWN,)


def test_an_unknown_key_is_trusted_once() -> None:
    found = verdict(EVE, TRUSTS_WANG)
    assert (found.reasons, found.need, found.key) == ((Reason.UNKNOWN,), Need.TRUST, EVE)
    assert found.sentence == "签名完好，但您还没有信任过这把密钥，它自称“路人”。"
    assert found.next_step == "请和主管核对指纹，一致再信任。"


def test_a_pack_without_a_signature_asks() -> None:
    found = verdict(None, TRUSTS_WANG)
    assert (found.reasons, found.need, found.key) == ((Reason.UNSIGNED,), Need.ASK, None)


@pytest.mark.parametrize("proof", [Proof.BROKEN, Proof.UNSUPPORTED])
def test_what_cannot_be_checked_is_refused(proof: Proof) -> None:
    found = judge(Signed(proof), edition(), TRUSTS_WANG)
    assert (found.need, found.key, found.reasons) == (Need.REFUSE, None, (Reason[proof.name],))


def test_a_name_of_somebody_trusted_with_another_key_is_told() -> None:
    found = verdict(FAKE_WANG, TRUSTS_WANG)
    assert (found.reasons, found.need) == ((Reason.SPOOFED,), Need.TRUST)
    assert found.sentence == "它自称“王 主管”，密钥却不是您信任的“王主管”那一把，可能有人冒名。"
    assert verdict(FAKE_WANG, Trusted(own=WANG)).reasons == (Reason.SPOOFED,)


def seen(*editions: Edition, keys: tuple[Known, ...] = TRUSTS_WANG.keys) -> Trusted:
    return Trusted(keys, editions)


def test_another_key_than_the_last_time_is_told() -> None:
    found = verdict(EVE, seen(edition(WANG)), "2.0.0", "b")
    assert (found.reasons, found.need) == ((Reason.CHANGED,), Need.TRUST)
    assert found.sentence == "这个话术包以前由“王主管”签名，这次换成了另一把密钥，自称“路人”。"


def test_a_changed_key_that_takes_the_name_is_both() -> None:
    assert verdict(FAKE_WANG, seen(edition(WANG)), "2.0.0", "b").reasons == (Reason.CHANGED, Reason.SPOOFED)


def test_a_key_that_nobody_trusted_is_named_by_its_number() -> None:
    found = judge(by(LI), edition(LI, "2.0.0", "b"), Trusted((), (edition(EVE),)))
    assert found.said[0].before == EVE.id[:8]


def test_another_lead_takes_a_pack_over() -> None:
    both = (Known(WANG, 1.0), Known(LI, 2.0))
    found = verdict(LI, seen(edition(WANG), keys=both), "2.0.0", "b")
    assert (found.reasons, found.need) == ((Reason.OTHER_LEAD, Reason.TRUSTED), Need.ASK)
    after = seen(edition(WANG), edition(LI, "2.0.0", "b"), keys=both)
    assert verdict(LI, after, "2.0.0", "b").need is Need.NOTHING
    assert verdict(LI, after, "2.1.0", "c").need is Need.NOTHING
    assert verdict(WANG, after, "2.1.0", "c").reasons[0] is Reason.OTHER_LEAD


def test_a_signature_that_is_gone_is_refused_and_one_that_never_was_is_not() -> None:
    assert verdict(None, seen(edition(WANG)), "2.0.0", "b").reasons == (Reason.STRIPPED,)
    assert verdict(None, seen(edition()), "2.0.0", "b").reasons == (Reason.UNSIGNED,)
    assert verdict(WANG, seen(edition()), "2.0.0", "b").reasons == (Reason.TRUSTED,)


def test_an_older_version_asks() -> None:
    found = verdict(WANG, seen(edition(WANG, "1.10.0", "b")), "1.9.0")
    assert (found.reasons, found.need) == ((Reason.OLDER, Reason.TRUSTED), Need.ASK)
    assert found.sentence.startswith("这是旧版本 1.9.0，您这里已经有过 1.10.0。")
    assert found.next_step == "确定要退回旧版本再安装。"


def test_older_than_the_newest_of_that_key_also_after_going_back() -> None:
    here = seen(edition(WANG, "3.0.0", "c"), edition(WANG, "1.0.0", "a"))
    assert verdict(WANG, here, "2.0.0", "b").said[0].newest == "3.0.0"
    assert verdict(WANG, here, "1.0.0", "a").need is Need.NOTHING  # what is installed
    assert verdict(WANG, here, "4.0.0", "d").need is Need.NOTHING


def test_a_version_that_comes_before_its_release_is_older() -> None:
    assert Reason.OLDER in verdict(WANG, seen(edition(WANG, "2.0.0", "b")), "2.0.0-beta.1").reasons


def test_a_high_number_of_somebody_else_does_not_lock_a_lead_out() -> None:
    here = seen(edition(EVE, "99.0.0", "e"), edition(WANG, "1.0.0", "a"))
    assert verdict(WANG, here, "1.1.0", "b").reasons == (Reason.TRUSTED,)


def test_the_same_version_with_other_content_asks() -> None:
    here = seen(edition(WANG, "1.0.0", "a"))
    found = verdict(WANG, here, "1.0.0", "b")
    assert (found.reasons, found.need) == ((Reason.REWRITTEN, Reason.TRUSTED), Need.ASK)
    assert verdict(WANG, here, "1.0.0+mended", "b").reasons[0] is Reason.REWRITTEN


def test_other_packs_do_not_matter() -> None:
    here = seen(edition(LI, "9.0.0", "z", "other"))
    assert verdict(WANG, here).reasons == (Reason.TRUSTED,)


def test_trust_that_was_taken_back_is_remembered() -> None:
    here = Trusted((replace(TRUSTS_WANG.keys[0], removed=5.0),))
    found = verdict(WANG, here)
    assert (found.reasons, found.need) == ((Reason.REMOVED,), Need.TRUST)
    assert not here.trusts(WANG.id)


def test_a_key_listed_twice_is_trusted_only_if_both_say_so() -> None:
    kept, removed = Known(WANG, 1.0), Known(WANG, 2.0, removed=3.0)
    for keys in ((kept, removed), (removed, kept)):
        assert verdict(WANG, Trusted(keys)).reasons == (Reason.REMOVED,)
    assert verdict(WANG, Trusted((kept, kept))).reasons == (Reason.TRUSTED,)


# --- one key hands over to the next


def test_a_new_key_that_the_trusted_one_vouches_for_is_followed() -> None:
    found = judge(by(NEW_WANG, WANG), edition(NEW_WANG, "2.0.0", "b"), seen(edition(WANG)))
    assert (found.reasons, found.need, found.follows) == ((Reason.FOLLOWED,), Need.NOTHING, WANG.id)


def test_also_over_several_keys() -> None:
    found = judge(by(NEW_WANG, WANG, LI), edition(NEW_WANG), TRUSTS_WANG)
    assert found.follows == WANG.id


HANDED_OVER = Trusted((Known(WANG, 1.0, successor=NEW_WANG.id), Known(NEW_WANG, 2.0)), (edition(WANG),))


def test_the_old_key_asks_from_then_on_but_what_it_signed_stays() -> None:
    assert judge(by(NEW_WANG, WANG), edition(NEW_WANG, "2.0.0", "b"), HANDED_OVER).reasons == (Reason.TRUSTED,)
    assert verdict(WANG, HANDED_OVER).need is Need.NOTHING
    found = verdict(WANG, HANDED_OVER, "3.0.0", "c")
    assert (found.reasons, found.need) == ((Reason.RETIRED,), Need.ASK)


def test_a_key_can_hand_over_only_once() -> None:
    found = judge(by(EVE, WANG), edition(EVE, "2.0.0", "b"), HANDED_OVER)
    assert found.need is Need.TRUST
    assert found.follows == ""


def test_nobody_follows_from_a_key_that_is_not_trusted_any_more() -> None:
    removed = Trusted((Known(WANG, 1.0, removed=2.0),))
    assert judge(by(NEW_WANG, WANG), edition(NEW_WANG), removed).need is Need.TRUST
    refused = Trusted((Known(WANG, 1.0), Known(NEW_WANG, 2.0, removed=3.0)))
    assert judge(by(NEW_WANG, WANG), edition(NEW_WANG), refused).reasons == (Reason.REMOVED,)


# --- whatever is known


KEYS = (WANG, LI, EVE, FAKE_WANG, NEW_WANG)
VERSIONS = ("1.0.0", "1.1.0", "2.0.0")
keys = st.sampled_from(KEYS)
known = st.builds(
    Known, keys, st.just(1.0), st.sampled_from([0.0, 5.0]), st.sampled_from(["", *(key.id for key in KEYS)])
)
editions = st.builds(edition, st.none() | keys, st.sampled_from(VERSIONS), st.sampled_from("abc"))
everything = st.builds(
    Trusted, st.lists(known, max_size=4).map(tuple), st.lists(editions, max_size=5).map(tuple), st.none() | keys
)


@given(everything, keys, st.lists(keys, max_size=2), st.sampled_from(VERSIONS), st.sampled_from("abc"))
def test_nothing_is_installed_unasked_but_from_a_key_that_is_trusted(
    trusted: Trusted, key: Key, earlier: list[Key], version: str, manifest: str
) -> None:
    found = judge(by(key, *earlier), edition(key, version, manifest), trusted)
    assert found.said
    assert found.sentence
    if found.need is Need.NOTHING:
        own = trusted.own is not None and trusted.own.id == key.id
        again = edition(key, version, manifest) in trusted.seen and trusted.known(key.id) is not None
        assert trusted.trusts(key.id) or own or again or trusted.trusts(found.follows)
    if (entry := trusted.known(key.id)) and entry.removed:
        assert found.need >= Need.TRUST
    newest = max((each.version for each in trusted.seen if each.key == key.id), default=None)
    last = trusted.seen[-1].manifest if trusted.seen else ""
    if newest and newest > Version.parse(version) and last != manifest * 64:
        assert found.need is not Need.NOTHING


@given(everything, st.sampled_from(VERSIONS), st.sampled_from("abc"))
def test_what_is_not_signed_always_asks(trusted: Trusted, version: str, manifest: str) -> None:
    found = judge(Signed(Proof.UNSIGNED), edition(None, version, manifest), trusted)
    assert found.need is (Need.REFUSE if any(each.key for each in trusted.seen) else Need.ASK)
    assert found.key is None


# --- what is kept


def test_the_packs_of_a_key() -> None:
    here = seen(edition(WANG), edition(LI, "2.0.0", "b"), edition(WANG, pack="other"))
    assert here.packs_of(WANG.id) == ("other",)
    assert here.packs_of(LI.id) == ("shop",)


@pytest.mark.parametrize("reason", Reason)
def test_every_sentence_is_whole(reason: Reason) -> None:
    assert reason.sentence.endswith("。")
    assert bool(reason.step) is (reason.need is not Need.NOTHING)
    assert not reason.step or (reason.step.endswith("。") and "{" not in reason.step)
