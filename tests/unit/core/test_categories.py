from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assistant.core.categories import Category, tree

paths = st.lists(st.sampled_from("abc"), min_size=1, max_size=4).map(tuple)


def all_of(roots: tuple[Category, ...]) -> list[Category]:
    return [node for root in roots for node in (root, *all_of(root.children))]


def test_categories_stand_as_they_appear_with_what_is_between() -> None:
    roots = tree({("b", "x"): 2, ("a",): 1, ("b",): 3}, {})
    assert roots == (
        Category(("b",), (Category(("b", "x"), (), 2, 2),), 3, 5),
        Category(("a",), (), 1, 1),
    )
    assert roots[0].children[0].name == "x"


def test_arranged_ones_come_first_and_may_be_empty() -> None:
    roots = tree({("a",): 1, ("b",): 1, ("c",): 1}, {("c",): 0, ("空",): 1, ("a", "空"): 0})
    assert [(root.name, root.total) for root in roots] == [("c", 1), ("空", 0), ("a", 1), ("b", 1)]
    assert roots[2].children == (Category(("a", "空"), (), 0, 0),)


@given(st.dictionaries(paths, st.integers(1, 9)), st.dictionaries(paths, st.integers(0, 9)))
def test_every_category_is_there_once(counts: dict[tuple[str, ...], int], places: dict[tuple[str, ...], int]) -> None:
    roots = tree(counts, places)
    found = all_of(roots)
    assert {node.path: node.count for node in found if node.count} == counts
    assert {node.path for node in found} == {p[:n] for p in (*counts, *places) for n in range(1, len(p) + 1)}
    assert len({node.path for node in found}) == len(found)
    assert sum(root.total for root in roots) == sum(counts.values())
