"""How reports stand to each other: trend, ranking or neither, and what is warned of."""

import pytest
from digest_builder import digest, indicator, report
from word_dump import lines as word_lines

from summarizer.compare import comparison
from summarizer.digest import Digest, DigestIndicator
from summarizer.formats import PageFormat, written
from summarizer.reading import Form, Level, Missing, ReportKind
from summarizer.render import side_by_side

KEY = "special_reports_heard"


def _made(
    place: str = "Linjiang",
    year: str = "2022",
    *,
    value: str = "19",
    kind: ReportKind = ReportKind.CONGRESS,
    level: Level = Level.PREFECTURE,
    period: str = "",
    source: str = "",
    form: Form = Form.FULL,
    missing: Missing | None = None,
    rows: list[DigestIndicator] | None = None,
) -> Digest:
    meta = report(place=place, year=year, period=period, kind=kind)
    meta = meta.model_copy(update={"level": level, "form": form, "missing": [missing] if missing else []})
    own = [indicator(1, value=value, key=KEY, period=period or year)] if rows is None else rows
    return digest(own, meta=meta, source=source or f"{place}-{year}-{kind}.txt")


LINJIANG, LATER, HAIBEI = _made(), _made(year="2023", value="21"), _made("Haibei", value="6")


@pytest.mark.parametrize(
    ("digests", "how"),
    [
        pytest.param([LINJIANG, LATER], "trend", id="one place over years"),
        pytest.param([LINJIANG, HAIBEI], "ranking", id="places in one year"),
        pytest.param([LATER, HAIBEI], "mixed", id="places and years"),
        pytest.param([LINJIANG, LATER, HAIBEI], "mixed", id="some of both"),
        pytest.param([LINJIANG, LINJIANG], "mixed", id="itself"),
        pytest.param([LINJIANG, _made(kind=ReportKind.GOVERNMENT)], "mixed", id="two kinds"),
        pytest.param([LINJIANG, _made("")], "mixed", id="a place without a name"),
        pytest.param([_made("an unnamed city"), _made("an unnamed city", "2023")], "mixed", id="described places"),
        pytest.param([LINJIANG], "mixed", id="one alone"),
    ],
)  # fmt: skip
def test_what_a_comparison_is(digests: list[Digest], how: str) -> None:
    assert comparison(digests).arrangement == how


FIVE = [indicator(n, name_zh=f"名{n}", value=str(n), text=f"{n}项") for n in range(1, 6)]


@pytest.mark.parametrize(
    ("digests", "says"),
    [
        pytest.param([LINJIANG, LINJIANG], "are the same report: their digests are made from the same file", id="itself"),
        pytest.param(
            [_made(rows=FIVE, source="a.txt"), _made(rows=FIVE, source="b.txt")],
            "are copies of one report: the files differ, every figure is the same",
            id="copy",
        ),
        pytest.param(
            [_made(source="a.txt"), _made(value="20", source="b.txt")],
            "are about the same place and period",
            id="two versions",
        ),
        pytest.param(
            [LINJIANG, _made("Haibei", kind=ReportKind.GOVERNMENT)],
            "different kinds, by different bodies (congress: Linjiang; government: Haibei)",
            id="kinds",
        ),
        pytest.param(
            [LINJIANG, _made("Haibei", level=Level.COUNTY)],
            "different levels (prefecture: Linjiang; county: Haibei)",
            id="levels",
        ),
        pytest.param(
            [LINJIANG, _made("Haibei", period="2018-2022")],
            "periods differ in length (2018–2022: Haibei)",
            id="lengths",
        ),
        pytest.param([LATER, HAIBEI], "neither a trend of one place nor a ranking of one year", id="mixed"),
        pytest.param([LINJIANG, _made("Haibei", form=Form.GUIDE)], "Haibei: a guide or infographic", id="guide"),
        pytest.param([LINJIANG, _made("Haibei", missing=Missing.END)], "Haibei: the file lacks part of the report", id="cut off"),
        pytest.param([LINJIANG, _made("Haibei", kind=ReportKind.PRESS)], "Haibei: no work report, so that", id="news"),
        pytest.param([LINJIANG, _made("")], "report B: the place is not named", id="no place"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("form", list(PageFormat))
def test_what_sets_reports_apart_is_said_on_top_in_every_format(
    digests: list[Digest], says: str, form: PageFormat
) -> None:
    made = comparison(digests)
    assert any(says in warning for warning in made.warnings)
    shown = written(side_by_side(made), form)
    text = shown if isinstance(shown, str) else "\n".join(word_lines(shown))
    assert 0 <= text.find(says) < text.lower().rfind("figures side by side")


@pytest.mark.parametrize("digests", [[LINJIANG, HAIBEI], [LINJIANG, LATER]], ids=["ranking", "trend"])
def test_reports_of_a_kind_bring_no_warning(digests: list[Digest]) -> None:
    assert comparison(digests).warnings == []
