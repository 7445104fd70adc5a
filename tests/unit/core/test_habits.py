"""What follows what, held against a plain count over the whole journal."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.compose import index_of
from assistant.core import ranking
from assistant.core.habits import WITHIN, Habits
from assistant.core.model import Activation, Outcome, Phrase, PriorUse, Variant
from assistant.core.ranking import Standing, weight

DAY = 86_400.0
NOW = 1_000 * DAY
STEPS = ("4 商议价格", "5 核实订单", "6 礼貌道别", "问题·物流")


def phrase(name: str, *category: str) -> Phrase:
    return Phrase(name, name, name, (Variant("亲"),), category)


LIBRARY = [phrase(f"{step[0]}{n}", step, "一" if n < 2 else "二") for step in STEPS for n in range(3)]
LIBRARY.append(phrase("loose"))
INDEX = index_of(LIBRARY)


def use(name: str, at: float = NOW, chat: str = "c", outcome: Outcome = Outcome.PASTED) -> Activation:
    return Activation(name, 0, at, outcome, chat=chat)


def habits(*activations: Activation) -> Habits:
    made = Habits(activations)
    made.know(INDEX, {})
    return made


def talk(*names: str, chat: str = "c", at: float = NOW - 600) -> list[Activation]:
    return [use(name, at + 10 * n, chat) for n, name in enumerate(names)]


def counted(activations: list[Activation], last: str, now: float) -> dict[str, float]:
    """The definition, from scratch: pairs, then categories, then steps."""
    pairs: list[tuple[str, str, float]] = []
    for place, after in enumerate(activations):
        earlier = [a for a in activations[:place] if a.chat == after.chat != "" and a.outcome is not Outcome.FAILED]
        if not earlier or after.outcome is Outcome.FAILED or earlier[-1].phrase == after.phrase:
            continue
        if after.at - earlier[-1].at <= WITHIN:
            pairs.append((earlier[-1].phrase, after.phrase, 0.5 ** ((now - after.at) / (30 * DAY))))
    category = {p.id: p.category for p in LIBRARY}
    own = {b: sum(w for x, y, w in pairs if (x, y) == (last, b)) for b in category}
    here = category.get(last, ())
    found = {}
    for name, path in category.items():
        share = 0.0
        if here and path:
            of_category = [(category[y], w) for x, y, w in pairs if category[x] == here and category[y]]
            next_step = here[0][0].isdigit() and path[0][0].isdigit() and int(path[0][0]) == int(here[0][0]) + 1
            hits = sum(w for to, w in of_category if to == path)
            share = (hits + 2 * 0.15 * next_step) / (sum(w for _, w in of_category) + 2)
        chance = (own[name] + 2 * share) / (sum(own.values()) + 2)
        if name != last:
            found[name] = chance
    return found


names = st.sampled_from([p.id for p in LIBRARY])
uses = st.builds(
    use, names, st.floats(NOW - 90 * DAY, NOW) | st.floats(NOW - 4000, NOW), st.sampled_from(["", "c", "d"]),
    st.sampled_from([Outcome.PASTED, Outcome.SENT, Outcome.FAILED]),
)  # fmt: skip


@given(st.lists(uses, max_size=40).map(lambda found: sorted(found, key=lambda a: a.at)), names)
def test_learning_one_by_one_is_counting_everything(activations: list[Activation], last: str) -> None:
    learned = habits(*activations)
    counted_now = counted(activations, last, NOW)
    expected = learned.expected(last, NOW)
    for name, chance in counted_now.items():
        if abs(chance - 0.02) > 1e-9:
            assert expected.get(name, 0.0) == pytest.approx(chance if chance > 0.02 else 0.0)
    assert learned.scores(NOW) == pytest.approx(ranking.scores(activations, NOW))
    assert all(0 < chance <= 1 for chance in expected.values())


@given(st.lists(uses, max_size=20), names)
def test_what_was_asked_before_does_not_stay_when_more_is_learned(activations: list[Activation], last: str) -> None:
    learned = habits()
    for activation in activations:
        learned.expected(last, NOW)
        learned.add(activation)
    assert learned.expected(last, NOW) == habits(*activations).expected(last, NOW)


def test_after_the_order_was_checked_comes_goodbye_before_anything_is_learned() -> None:
    expected = habits().expected("50", NOW)
    assert set(expected) == {"60", "61", "62"}
    assert list(expected.values()) == pytest.approx([0.15] * 3)
    assert habits().expected("问0", NOW) == {}
    assert habits().expected("loose", NOW) == {}


def test_what_followed_comes_first_then_its_category_then_the_next_step() -> None:
    learned = habits(*talk("50", "问0"), *talk("50", "问0", chat="d"))
    order = sorted(learned.expected("50", NOW).items(), key=lambda item: -item[1])
    assert [name for name, _ in order][:2] == ["问0", "问1"]  # 问2 is of another shelf
    assert {name for name, _ in order[2:]} == {"60", "61", "62"}
    assert 0.5 < order[0][1] < 1


def test_a_category_learns_from_all_of_its_phrases() -> None:
    learned = habits(*talk("问0", "40"), *talk("问0", "40", chat="d"))
    assert learned.expected("问1", NOW)["41"] > 0.4
    assert "41" not in learned.expected("问2", NOW)


@pytest.mark.parametrize(
    "said",
    [
        [use("loose", NOW - WITHIN - 61), use("问0", NOW - 60)],
        [use("loose", NOW - 60, "c"), use("问0", NOW - 50, "d")],
        [use("loose", NOW - 60, ""), use("问0", NOW - 50, "")],
        [use("loose", NOW - 60), use("问0", NOW - 50, outcome=Outcome.FAILED)],
        [use("loose", NOW - 60), use("loose", NOW - 50)],
    ],
    ids=["too late", "other chat", "no chat known", "failed", "said again"],
)
def test_what_is_no_pair(said: list[Activation]) -> None:
    assert habits(*said).expected("loose", NOW) == {}


def test_old_pairs_fade() -> None:
    learned = habits(*talk("loose", "问0", at=NOW - 60 * DAY), *talk("loose", "40", chat="d"))
    expected = learned.expected("loose", NOW)
    assert expected["问0"] == pytest.approx(0.25 / 3.25, rel=1e-3)
    assert expected["40"] == pytest.approx(1 / 3.25, rel=1e-3)


def test_the_last_of_a_conversation_for_half_an_hour() -> None:
    learned = habits(*talk("40", "50", at=NOW))
    assert learned.last("c", NOW + 10 + WITHIN) == "50"
    assert learned.last("c", NOW + 11 + WITHIN) == ""
    assert learned.last("other", NOW) == learned.last("", NOW) == ""


def test_uses_from_before_the_import_count_with_the_new_ones() -> None:
    learned = Habits([use("a", NOW - DAY)])
    learned.know(INDEX, {"a": PriorUse(9, NOW - 30 * DAY), "b": PriorUse(3, 0.0)})
    assert learned.scores(NOW) == pytest.approx({"a": ranking.frecency(10, DAY), "b": ranking.frecency(3, NOW)})
    assert learned.scores(NOW)["b"] == pytest.approx(math.log(4) / 4)
    learned.know(INDEX, {})
    assert set(learned.scores(NOW)) == {"a"}


def test_a_phrase_that_left_the_library_is_no_stumbling_block() -> None:
    learned = habits(*talk("50", "gone", "60"))
    assert learned.expected("gone", NOW)["60"] > 0.3
    assert learned.expected("50", NOW)["gone"] > 0.3


def test_the_standing_of_a_conversation() -> None:
    learned = habits(*talk("50", "60", at=NOW - 100), use("50", NOW - 5, "d"))
    standing = learned.standing(NOW, "d", ("p",), frozenset({"order.id"}))
    assert standing.expected["60"] > 0.3
    assert (standing.pinned, standing.known, standing.today) == (("p",), frozenset({"order.id"}), None)
    assert learned.standing(NOW).expected == {}


def test_the_moment_outweighs_the_habit() -> None:
    standing = Standing({"often": ranking.frecency(50, 0)}, {"next": 0.8, "often": 0.1})
    assert weight(standing, "next") > weight(standing, "often") > weight(standing, "unknown") == 0


def test_uses_are_those_before_and_those_since() -> None:
    habits = Habits([Activation("a", 0, 50.0, Outcome.SENT), Activation("a", 0, 60.0, Outcome.PASTED)])
    habits.know(index_of([]), {"a": PriorUse(3, 10.0), "b": PriorUse(1, 20.0)})
    assert habits.uses(["a", "b", "c"]) == {"a": PriorUse(5, 60.0), "b": PriorUse(1, 20.0)}


def test_what_was_forgotten_was_never_used() -> None:
    def seen(known: Habits) -> object:
        standing = known.standing(NOW, "c")
        return dict(standing.scores), dict(standing.expected), known.last("c", NOW)

    known = habits(*talk("4 商议价格0", "5 核实订单1"))
    assert seen(known) != seen(habits())
    known.forget()
    assert seen(known) == seen(habits())
    known.add(use("loose"))
    assert seen(known) == seen(habits(use("loose")))
