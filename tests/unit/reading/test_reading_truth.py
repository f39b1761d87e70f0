"""What every shared report says about itself, read by hand off its text; and that each field shows where it says so."""

import unicodedata
from pathlib import Path
from typing import NamedTuple

import pytest

from summarizer.errors import InputError
from summarizer.lexicon import plain
from summarizer.reading import Document, Form, Level, Missing, ReportKind, ReportMeta, read

pytestmark = pytest.mark.shared

CONGRESS, GOVERNMENT = ReportKind.CONGRESS, ReportKind.GOVERNMENT
END = (Missing.END,)


class Truth(NamedTuple):
    title: str
    place: str
    level: Level
    year: str
    period: str
    congress: int | None = None
    session: int | None = None
    speaker: str = ""
    office: str = ""
    date: str = ""
    kind: ReportKind = GOVERNMENT
    form: Form = Form.FULL
    missing: tuple[Missing, ...] = ()


_DATONG = Truth("大同市人民代表大会常务委员会工作报告", "大同市", Level.PREFECTURE, "2022", "2022", 16, 3, "谷明", "大同市人大常委会主任", "2023-03-21", CONGRESS, missing=END)  # fmt: skip
_XINCHENG = Truth("呼和浩特市新城区人民代表大会常务委员会工作报告", "呼和浩特市新城区", Level.COUNTY, "2023", "2023", 18, 3, "高启东", "新城区人大常委会主任", "2024-01-13", CONGRESS)  # fmt: skip
_JIANGXI = Truth("2025年江西省政府工作报告", "江西省", Level.PROVINCE, "2024", "2024", 14, 3, "叶建春", "省长", "2025-01-17")  # fmt: skip
_GUIZHOU = Truth("2025年贵州省政府工作报告", "贵州省", Level.PROVINCE, "2024", "2024", 14, 3, "李炳军", "省长", "2025-01-19")  # fmt: skip
_MANCHENG = Truth("保定市满城区2022年政府工作报告", "保定市满城区", Level.COUNTY, "2021", "2021", 3, 2, "晏中亚", "保定市满城区人民政府区长", "2022-01-27")  # fmt: skip
TRUTH = {
    "000_bcae9b10345a8bd3.txt": _DATONG,
    "001_966bb696377ad052.txt": Truth("某市人大常委会2022年工作报告", "", Level.UNKNOWN, "2022", "2022", kind=CONGRESS),
    "002_d14c12c173fdaea6.txt": Truth("围绕中心依法履职 创新工作彰显作为", "咸宁市", Level.PREFECTURE, "2021", "2017-2021", kind=CONGRESS, form=Form.GUIDE),
    "003_925634a4c4223f1c.txt": Truth("湘潭市人民代表大会常务委员会工作报告(图解)", "湘潭市", Level.PREFECTURE, "2022", "2022", kind=CONGRESS, form=Form.INFOGRAPHIC),
    "004_031ce8af2aa5712c.txt": _XINCHENG,
    "zh.txt": Truth("政府工作报告", "全国", Level.NATIONAL, "2018", "2018", 13, 2, "李克强", "国务院总理", "2019-03-05"),
    "gov_1981_national_long.txt": Truth("", "全国", Level.NATIONAL, "", ""),
    "gov_1994_national_sixfold.gb18030.txt": Truth("1994年国务院政府工作报告", "全国", Level.NATIONAL, "1993", "1993", 8, 2, "李鹏", "国务院总理", "1994-03-10"),
    "gov_2005_national_gbk.gb18030.txt": Truth("2005年国务院政府工作报告", "全国", Level.NATIONAL, "2004", "2004", 10, 3, date="2005-03-05"),
    "gov_2009_hebei_doubled.txt": Truth("政府工作报告", "河北省", Level.PROVINCE, "2008", "2008", 11, 2, "胡春华", "河北省人民政府代省长", "2009-01-08"),
    "gov_2010_laishui_truncated.txt": Truth("政府工作报告", "涞水县", Level.COUNTY, "2009", "2009", 14, 4, "于舒心", "涞水县人民政府县长", "2010-02-03", missing=END),
    "gov_2020_anguo_site_noise.txt": Truth("2020年安国市政府工作报告", "安国市", Level.COUNTY, "2019", "2019", 7, 5, "张壮田", "安国市人民政府市长", "2020-01-09"),
    "gov_2021_gaotang_mislabelled.txt": Truth("高唐县2021年政府工作报告", "高唐县", Level.COUNTY, "2020", "2016-2020", 17, 5, "杨曙光", "高唐县代县长", "2021-03-11"),
    "gov_2022_mancheng_footnotes.txt": _MANCHENG,
    "gov_2025_guizhou.txt": _GUIZHOU,
    "gov_2025_guizhou.docx": _GUIZHOU,
    "gov_2025_jiangxi.txt": _JIANGXI,
    "gov_2025_jiangxi.docx": _JIANGXI,
    "gov_2025_jiangxi.pdf": _JIANGXI,
    "gov_2026_shanghai_toolbar.txt": Truth("2026年上海市政府工作报告", "上海市", Level.PROVINCE, "2025", "2025", 16, 4, "龚正", "上海市市长", "2026-02-03"),
    "press_2023_gaoyang_session.txt": Truth("【聚焦两会】高阳县第十八届人民代表大会第三次会议隆重开幕", "高阳县", Level.COUNTY, "2022", "2022", 18, 3, kind=ReportKind.PRESS),
    "resolution_2013_on_gov_report.txt": Truth("", "全国", Level.NATIONAL, "", "", 12, 1, kind=ReportKind.RESOLUTION),
    "stat_2022_wanzai_page.html": Truth("万载县2022年国民经济和社会发展统计公报", "万载县", Level.COUNTY, "2022", "2022", kind=ReportKind.STATISTICS),
    "gov_2022_mancheng_traditional.txt": _MANCHENG,
    "npc_2023_datong.gb18030.txt": _DATONG,
    "npc_2024_xincheng_utf16.txt": _XINCHENG,
}  # fmt: skip
_WORDS = ("title_zh", "body_zh", "place_zh", "session_zh", "speaker", "speaker_title_zh")


def _sample(shared: Path, name: str) -> Document:
    path = next((shared / "reports").rglob(name))
    try:
        return read(path.read_bytes(), name=path.name)
    except InputError as error:
        pytest.skip(f"{name} is not read: {error}")


def _said(meta: ReportMeta) -> Truth:
    return Truth(
        plain(meta.title_zh, wholly=True),
        plain(meta.place_zh, wholly=True),
        meta.level,
        meta.year,
        meta.period,
        meta.congress,
        meta.session,
        plain(meta.speaker, wholly=True),
        plain(meta.speaker_title_zh, wholly=True),
        meta.date,
        meta.kind,
        meta.form,
        meta.missing,
    )


def test_every_shared_report_is_in_the_table(shared: Path) -> None:
    endings = {".txt", ".html", ".docx", ".pdf"}
    files = {p.name for p in (shared / "reports").rglob("*") if p.suffix in endings and p.name != "en.txt"}
    assert files - TRUTH.keys() == set()


@pytest.mark.parametrize("name", TRUTH)
def test_metadata_are_what_the_text_says(shared: Path, name: str) -> None:
    assert _said(_sample(shared, name).meta) == TRUTH[name]


@pytest.mark.parametrize("name", TRUTH)
def test_every_field_shows_where_the_text_says_it(shared: Path, name: str) -> None:
    doc = _sample(shared, name)
    meta = doc.meta
    stated = {
        field: value for field in (*_WORDS, "year", "period", "date") if (value := getattr(meta, field))
    }
    stated |= {field: value for field in ("congress", "session") if (value := getattr(meta, field))}
    for field in stated:
        assert field in meta.evidence, field
    if meta.form is not Form.FULL:
        assert "form" in meta.evidence
    if meta.kind is not ReportKind.OTHER:
        assert "kind" in meta.evidence
    if meta.level is not Level.UNKNOWN:
        assert "level" in meta.evidence
    for field in ("title_zh", "session_zh", "speaker", "speaker_title_zh"):
        if getattr(meta, field):
            shown = "".join(doc.body.shown(meta.evidence[field]).split())
            assert unicodedata.normalize(
                "NFKC", "".join(getattr(meta, field).split())
            ) in unicodedata.normalize("NFKC", shown)
