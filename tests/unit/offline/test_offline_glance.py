"""The figures at a glance: few, spread, and only sound ones."""

from collections import Counter
from typing import Any

import pytest

from summarizer.offline import glance
from summarizer.quantities import Aspect, Category, Inventory, Qualifier


def _many(
    make_report: Any, figure: Any, categories: list[Category], *, sections: int = 3, keyed: bool = True
) -> Inventory:
    def one(category: Category, n: int) -> Any:
        return figure("专题询问", str(n + 2), "次", category=category, key=f"{category}_{n}" if keyed else "")

    figures = [one(category, n) for category in categories for n in range(4)]
    size = -(-len(figures) // sections)
    inventory: Inventory = make_report(*[figures[i : i + size] for i in range(0, len(figures), size)])
    return inventory


def _chosen(inventory: Inventory, **options: Any) -> tuple[int, ...]:
    options.setdefault("named", {i.id for i in inventory.indicators})
    return glance(inventory.indicators, inventory.outline, **options)


SEVEN = [Category.MEETINGS, Category.LEGISLATION, Category.SUPERVISION, Category.DEPUTIES, Category.SUGGESTIONS, Category.PETITIONS, Category.PUBLICITY]  # fmt: skip


def test_at_most_ten_and_two_of_a_category(make_report: Any, figure: Any) -> None:
    inventory = _many(make_report, figure, SEVEN)
    chosen = _chosen(inventory)
    assert len(chosen) == 10
    assert max(Counter(inventory.indicator(i).category for i in chosen).values()) <= 2
    assert list(chosen) == sorted(chosen)


def test_all_sections_are_heard(make_report: Any, figure: Any) -> None:
    inventory = _many(make_report, figure, SEVEN, sections=4)
    sections = {
        inventory.outline.path_to(inventory.indicator(i).span.start)[1].title for i in _chosen(inventory)
    }
    assert len(sections) == 4


def test_six_where_one_category_is_all_there_is(make_report: Any, figure: Any) -> None:
    inventory = _many(make_report, figure, [Category.ECONOMY, Category.ECONOMY])
    assert len(_chosen(inventory)) == 4  # two of each key are the same figure told twice
    unkeyed = _many(make_report, figure, [Category.ECONOMY, Category.ECONOMY], keyed=False)
    assert len(_chosen(unkeyed)) == 6


def test_keyed_figures_come_first(make_report: Any, figure: Any) -> None:
    plain = [figure("专题询问", "2", "次", category=c) for c in SEVEN]
    keyed = [figure("执法检查", "3", "次", category=c, key=c.value) for c in SEVEN]
    inventory = make_report(plain + keyed)
    assert set(_chosen(inventory)) == {i.id for i in inventory.indicators if i.key}


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"value": None, "qualifier": Qualifier.MASKED}, id="masked"),
        pytest.param({"value": None}, id="unreadable"),
    ],
)
def test_no_figure_without_value(make_report: Any, figure: Any, fields: dict[str, Any]) -> None:
    bad = figure("专题询问", unit="次", key="special_inquiries", **fields)
    assert _chosen(make_report([bad, figure("执法检查", "3", "次")])) == (2,)


def test_no_flagged_and_no_unnamed_figure(make_report: Any, figure: Any) -> None:
    inventory = make_report([figure("专题询问", str(n), "次") for n in range(2, 6)])
    assert _chosen(inventory, flagged={1}, named={1, 2, 3}) == (2, 3)


def test_no_figure_that_does_not_say_of_what(make_report: Any, figure: Any) -> None:
    assert _chosen(make_report([figure("满意率", "96.5", "%"), figure("执法检查", "3", "次")])) == (2,)


def test_done_before_planned(make_report: Any, figure: Any) -> None:
    planned = [
        figure("专题询问", str(n), "次", aspect=Aspect.PLANNED, key=f"k{n}", category=c)
        for n, c in enumerate(SEVEN)
    ]
    done = [figure("执法检查", str(n), "次", key=f"d{n}", category=c) for n, c in enumerate(SEVEN)]
    inventory = make_report(planned, done)
    chosen = _chosen(inventory)
    assert {i.id for i in inventory.indicators if i.aspect is Aspect.REPORTED} <= set(chosen)


def test_what_readers_look_for_first_stands_first_in_their_order(make_report: Any, figure: Any) -> None:
    plain = [figure("专题询问", "2", "次", category=c, key=f"other_{c.value}") for c in SEVEN]
    planned = figure("执法检查", "9", "次", category=Category.SUPERVISION, key="b", aspect=Aspect.PLANNED)
    told = [figure("执法检查", "3", "次", category=Category.SUPERVISION, key=key) for key in "cbab"]
    inventory = make_report([*plain, planned, *told])
    by_key = [inventory.indicator(i).key for i in _chosen(inventory, headlines=("a", "b", "x", "c"))]
    assert by_key[:3] == ["a", "b", "c"]
    # Three of supervision are enough; the other categories still have their turn.
    assert set(by_key[3:]) == {f"other_{c.value}" for c in SEVEN if c is not Category.SUPERVISION}
    assert inventory.indicator(_chosen(inventory, headlines=("b",))[0]).aspect is Aspect.REPORTED
