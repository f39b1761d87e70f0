"""Bodies, sessions and titles in standard English."""

import pytest

from summarizer.offline import body_en, place_en, session_en, speaker_en, title_en
from summarizer.reading import Form, ReportKind, ReportMeta


@pytest.mark.parametrize(
    ("body_zh", "place_zh", "expected"),
    [
        pytest.param("大同市人民代表大会常务委员会", "大同市", "Standing Committee of the Datong Municipal People's Congress", id="city"),
        pytest.param("市人大常委会", "大同市", "Standing Committee of the Datong Municipal People's Congress", id="short, the place from the report"),
        pytest.param("贵州省人民政府", "贵州省", "Guizhou Provincial People's Government", id="province"),
        pytest.param("呼和浩特市新城区人民法院", "呼和浩特市新城区", "Xincheng District People's Court of Hohhot", id="district of a city"),
        pytest.param("新城区人民检察院", "呼和浩特市新城区", "Xincheng District People's Procuratorate of Hohhot", id="the report says more than the name"),
        pytest.param("大同市中级人民法院", "大同市", "Datong Municipal Intermediate People's Court", id="intermediate court"),
        pytest.param("陕西省高级人民法院", "陕西省", "Shaanxi Provincial High People's Court", id="high court"),
        pytest.param("青河街道人大工作委员会", "青河街道", "Working Committee of the Qinghe Subdistrict People's Congress", id="subdistrict"),
        pytest.param("青河新区管理委员会", "青河新区", "Qinghe New Area Administrative Committee", id="new area"),
        pytest.param("青河地区行政公署", "青河地区", "Qinghe Prefecture Administrative Office", id="prefecture"),
        pytest.param("青河街道办事处", "青河街道", "Qinghe Subdistrict Office", id="subdistrict office"),
        pytest.param("国务院", "全国", "State Council", id="state council"),
        pytest.param("某市人大常委会", "某市", "Standing Committee of the Municipal People's Congress of an unnamed city", id="hidden name"),
        pytest.param("某某协会", "大同市", "", id="not a body of the state"),
        pytest.param("", "大同市", "", id="none named"),
    ],
)  # fmt: skip
def test_bodies(body_zh: str, place_zh: str, expected: str) -> None:
    assert body_en(ReportMeta(body_zh=body_zh, place_zh=place_zh)) == expected


@pytest.mark.parametrize(
    ("congress", "session", "place_zh", "expected"),
    [
        pytest.param(16, 3, "大同市", "Third Session of the 16th Datong Municipal People's Congress", id="city"),
        pytest.param(3, 1, "大同市", "First Session of the Third Datong Municipal People's Congress", id="low numbers in words"),
        pytest.param(21, 2, "全国", "Second Session of the 21st National People's Congress", id="national"),
        pytest.param(12, None, "贵州省", "12th Guizhou Provincial People's Congress", id="no session"),
        pytest.param(None, 3, "大同市", "", id="no congress"),
        pytest.param(18, 13, "呼和浩特市新城区", "13th Session of the 18th Xincheng District People's Congress of Hohhot", id="district"),
    ],
)  # fmt: skip
def test_sessions(congress: int | None, session: int | None, place_zh: str, expected: str) -> None:
    assert session_en(ReportMeta(congress=congress, session=session, place_zh=place_zh)) == expected


@pytest.mark.parametrize(
    ("meta", "expected"),
    [
        pytest.param(
            ReportMeta(ReportKind.CONGRESS, title_zh="大同市人大常委会工作报告", body_zh="大同市人大常委会", place_zh="大同市"),
            "Work Report of the Standing Committee of the Datong Municipal People's Congress",
            id="report",
        ),
        pytest.param(
            ReportMeta(ReportKind.GOVERNMENT, title_zh="2020年贵州省政府工作报告", body_zh="贵州省人民政府", place_zh="贵州省"),
            "2020 Work Report of the Guizhou Provincial People's Government",
            id="with its year",
        ),
        pytest.param(
            ReportMeta(ReportKind.CONGRESS, Form.GUIDE, body_zh="大同市人大常委会", place_zh="大同市"),
            "Guide to the Work Report of the Standing Committee of the Datong Municipal People's Congress",
            id="guide",
        ),
        pytest.param(
            ReportMeta(ReportKind.STATISTICS, place_zh="大同市", year="2022"),
            "Statistical Communiqué on the Economic and Social Development of Datong in 2022",
            id="statistics",
        ),
        pytest.param(ReportMeta(ReportKind.PRESS, body_zh="大同市人大常委会", place_zh="大同市"), "", id="no report"),
    ],
)  # fmt: skip
def test_titles(meta: ReportMeta, expected: str) -> None:
    assert title_en(meta) == expected


def test_people_and_places() -> None:
    meta = ReportMeta(place_zh="呼和浩特市新城区", speaker="欧阳明")
    assert (speaker_en(meta), place_en(meta)) == ("Ouyang Ming", "Xincheng District, Hohhot")
    assert (speaker_en(ReportMeta()), place_en(ReportMeta())) == ("", "")
