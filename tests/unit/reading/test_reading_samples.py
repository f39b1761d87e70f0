"""The real samples beside the repository: regions against the hand-made gold, metadata of the five first reports."""

import json
from pathlib import Path

import docx
import pytest

from summarizer.pipeline import survey
from summarizer.reading import Document, Form, Level, MediaType, ReportKind, media_type_of, read

pytestmark = pytest.mark.shared


def _read(path: Path) -> Document:
    return read(path.read_bytes(), name=path.name)


def _sample(shared: Path, stem: str) -> Document:
    return _read(next((shared / "reports").rglob(f"{stem}*.txt")))


@pytest.mark.parametrize("folder", ["000_", "002_", "003_", "gov_2020_anguo"])
def test_regions_agree_with_the_gold(shared: Path, folder: str) -> None:
    gold_dir = next((shared / "gold").glob(f"{folder}*"))
    doc = _sample(shared, gold_dir.name)
    rows = [
        json.loads(line) for line in (gold_dir / "regions.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    covered = gold_dir / "coverage.json"
    limit = json.loads(covered.read_text(encoding="utf-8"))["end"] if covered.exists() else len(doc.text)
    gold = {(at, row["kind"]) for row in rows for at in range(row["start"], row["end"])}
    found = {
        (at, region.kind.value)
        for region in doc.regions
        for at in range(region.span.start, region.span.end)
        if at < limit
    }
    agreed = len(gold & found)
    assert 2 * agreed >= 0.95 * (len(gold) + len(found))


@pytest.mark.parametrize(
    ("stem", "expected"),
    [
        ("000_", ("大同市", Level.PREFECTURE, "2022", "2022", 16, 3, "谷明", "2023-03-21", Form.FULL)),
        ("001_", ("", Level.UNKNOWN, "2022", "2022", None, None, "", "", Form.FULL)),
        ("002_", ("咸宁市", Level.PREFECTURE, "2021", "2017-2021", None, None, "", "", Form.GUIDE)),
        ("003_", ("湘潭市", Level.PREFECTURE, "2022", "2022", None, None, "", "", Form.INFOGRAPHIC)),
        (
            "004_",
            ("呼和浩特市新城区", Level.COUNTY, "2023", "2023", 18, 3, "高启东", "2024-01-13", Form.FULL),
        ),
    ],
)
def test_metadata_of_the_five_first_samples(shared: Path, stem: str, expected: tuple[object, ...]) -> None:
    meta = _sample(shared, stem).meta
    assert meta.kind is ReportKind.CONGRESS
    assert (
        meta.place_zh,
        meta.level,
        meta.year,
        meta.period,
        meta.congress,
        meta.session,
        meta.speaker,
        meta.date,
        meta.form,
    ) == expected


@pytest.mark.parametrize(
    ("stem", "kind", "place", "year", "speaker"),
    [
        ("gov_2009_hebei", ReportKind.GOVERNMENT, "河北省", "2008", "胡春华"),
        ("gov_2021_gaotang", ReportKind.GOVERNMENT, "高唐县", "2020", "杨曙光"),
        ("gov_2022_mancheng_footnotes", ReportKind.GOVERNMENT, "保定市满城区", "2021", "晏中亚"),
        ("gov_2020_anguo", ReportKind.GOVERNMENT, "安国市", "2019", "张壮田"),
        ("gov_2010_laishui", ReportKind.GOVERNMENT, "涞水县", "2009", "于舒心"),
        ("gov_2026_shanghai", ReportKind.GOVERNMENT, "上海市", "2025", "龚正"),
        ("gov_2025_jiangxi", ReportKind.GOVERNMENT, "江西省", "2024", "叶建春"),
        ("gov_1994_national", ReportKind.GOVERNMENT, "全国", "1993", "李鹏"),
        ("resolution_2013", ReportKind.RESOLUTION, "全国", "", ""),
        ("press_2023_gaoyang", ReportKind.PRESS, "高阳县", "2022", ""),
    ],
)
def test_metadata_of_the_others(
    shared: Path, stem: str, kind: ReportKind, place: str, year: str, speaker: str
) -> None:
    meta = _sample(shared, stem).meta
    assert (meta.kind, meta.place_zh, meta.year, meta.speaker) == (kind, place, year, speaker)


def test_words_cut_in_two_by_page_footers_are_whole_in_the_body(shared: Path) -> None:
    body = _sample(shared, "000_").body.text
    assert "云冈方舱医院" in body
    assert "文明城市专题调研" in body


def test_only_one_of_six_copies_is_left(shared: Path) -> None:
    body = _sample(shared, "gov_1994_national").body.text
    assert body.count("七、关于外交工作") == 1
    assert body.rstrip().endswith("新胜利！")


@pytest.mark.parametrize("stem", ["gov_2025_guizhou", "gov_2025_jiangxi"])
def test_a_word_document_and_its_text_are_one_document(shared: Path, stem: str) -> None:
    folder = shared / "reports" / "extra"
    word, plain = _read(folder / f"{stem}.docx"), _read(folder / f"{stem}.txt")
    assert (word.text, word.regions, word.meta) == (plain.text, plain.regions, plain.meta)
    assert survey(word).indicators == survey(plain).indicators != ()
    paragraphs = docx.Document(str(folder / f"{stem}.docx")).paragraphs
    assert [*map(word.layout.number, word.layout.starts)] == [*range(1, len(paragraphs) + 1)]


def test_of_a_saved_page_the_article_is_left_and_every_number_around_it_is_furniture(shared: Path) -> None:
    doc = _read(shared / "reports/extra/stat_2022_wanzai_page.html")
    lines = doc.body.text.split("\n")
    assert (doc.source.media_type, doc.source.encoding) == ("text/html", "utf-8")
    assert (lines[0], lines[2]) == ("万载县2022年国民经济和社会发展统计公报", "（2023年5月）")
    assert lines[-1].startswith("本公报中财政数据来自县财政局") and lines[-1].endswith(
        "国家统计局万载调查队。"
    )
    assert (doc.meta.kind, doc.meta.place_zh, doc.meta.year) == (ReportKind.STATISTICS, "万载县", "2022")
    assert "死亡率为8.36‰；人口自然增长率为1.2‰。" in doc.body.text
    around = "".join(region.span.of(doc.text) for region in doc.regions)
    for said in (
        "当前所在位置",
        "014742224A/2023-0043406",
        "访问量：1632",
        "2023-07-12",
        "赣ICP备11002306号-1",
        "继续访问",
    ):
        assert said in around
    assert "chrome-extension" not in doc.text and "附件：" not in doc.text


def test_only_the_page_is_taken_for_one_and_no_report_for_markdown(shared: Path) -> None:
    kinds = {
        path.name: media_type_of(path.read_bytes(), name=path.name)
        for path in (shared / "reports").rglob("*")
        if path.suffix in {".txt", ".html", ".md"}
    }
    assert {other for other, kind in kinds.items() if kind is not MediaType.TEXT} == {
        "INDEX.md",
        "stat_2022_wanzai_page.html",
    }
