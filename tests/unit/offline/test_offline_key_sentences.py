"""Which sentences of the source are quoted."""

from dataclasses import replace

from summarizer.offline import Quotations, quotations
from summarizer.outline import Section, SectionClass
from summarizer.quantities import Inventory
from summarizer.reading import Document, Region, RegionKind, Source, Span


def _report(*parts: tuple[SectionClass, bool, str], regions: tuple[Region, ...] = ()) -> Inventory:
    """Sections of a class, planned or not, each with its text."""
    text, children = "", []
    for n, (cls, planned, body) in enumerate(parts):
        start = len(text)
        title = f"第{n + 1}部分的标题写在这里"
        text += f"{title}\n{body}\n"
        children.append(
            Section(Span(start, len(text)), Span(start, start + len(title)), 1, title, cls, planned)
        )
    doc = Document(text, Source("made.txt", "", "text/plain", "utf-8"), regions)
    root = Section(Span(0, len(text)), None, 0, "", SectionClass.OTHER, children=tuple(children))
    return Inventory(doc, root, (), ())


def _shown(inventory: Inventory) -> list[tuple[str, str]]:
    chosen = quotations(inventory.doc, inventory)
    return [(q.role, q.span.of(inventory.doc.text)) for q in chosen.shown]


def test_plans_are_quoted_from_planned_sections_only() -> None:
    plan = "新的一年将扎实推进重点领域的立法工作。"
    inventory = _report((SectionClass.REVIEW, False, plan), (SectionClass.PLAN, True, plan))
    assert _shown(inventory) == [("plan", plan)]


def test_admitted_problems_are_quoted_wherever_they_stand() -> None:
    problem = "常委会的工作还存在一些不足和差距。"
    done = "针对群众反映的问题开展了专题询问活动。"
    inventory = _report((SectionClass.PROBLEMS, False, problem), (SectionClass.REVIEW, False, done + problem))
    assert _shown(inventory) == [("problem", problem), ("problem", problem)]


def test_what_is_admitted_stands_with_the_sentence_that_tells_what_it_is() -> None:
    admitted = "常委会的工作还存在一些不足和差距。"
    namely = "主要是：立法调研的深度不够，联系代表的渠道不多。"
    loose = "我们将认真加以改进并且接受监督。"
    same = _report((SectionClass.REVIEW, False, admitted + namely + loose))
    assert _shown(same) == [("problem", admitted + namely)]
    assert [q.text for q in quotations(same.doc, same).shown] == [admitted + namely]
    apart = _report((SectionClass.REVIEW, False, f"{admitted}\n{namely}"))
    assert ("problem", admitted) in _shown(apart)


def test_key_sentences_have_a_cue() -> None:
    first, plain = "首次听取监察机关专项工作情况的汇报。", "认真学习各项政策并且抓好贯彻落实工作。"
    assert _shown(_report((SectionClass.REVIEW, False, plain + first))) == [("key", first)]


def test_five_of_a_role_over_the_whole_report_and_the_rest_counted() -> None:
    plans = [f"今后将继续推进第{c}个领域的重点立法项目。" for c in "甲乙丙丁戊己庚"]
    inventory = _report(
        (SectionClass.PLAN, True, "".join(plans[:4])), (SectionClass.PLAN, True, "".join(plans[4:]))
    )
    chosen = quotations(inventory.doc, inventory)
    first, second = inventory.outline.children
    assert len(chosen.shown) == 5
    assert chosen.not_shown(first) + chosen.not_shown(second) == 2
    # Each section has its turn: no section takes all places.
    assert len(chosen.in_section(first)) == 3
    assert len(chosen.in_section(second)) == 2


def test_headings_and_short_cries_are_not_quoted() -> None:
    assert _shown(_report((SectionClass.PLAN, True, "努力奋斗！"))) == []


def test_a_page_footer_inside_does_not_cut_a_sentence() -> None:
    head, footer, tail = "今后将继续推进重点领域的", "\n第 2 页\n", "各项立法工作。"
    inventory = _report((SectionClass.PLAN, True, head + footer + tail))
    at = inventory.doc.text.index(footer)
    region = Region(Span(at, at + len(footer)), RegionKind.PAGE_NUMBER)
    inventory = replace(inventory, doc=replace(inventory.doc, regions=(region,)))
    assert _shown(inventory) == [("plan", head + footer + tail)]
    assert quotations(inventory.doc, inventory).shown[0].text == head + tail


def test_the_choice_is_the_same_every_time() -> None:
    plans = "".join(f"今后将继续推进第{c}个领域的重点立法项目。" for c in "甲乙丙丁戊己庚")
    inventory = _report((SectionClass.PLAN, True, plans))
    results: list[Quotations] = [quotations(inventory.doc, inventory) for _ in range(3)]
    assert results[0] == results[1] == results[2]
