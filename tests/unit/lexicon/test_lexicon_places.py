"""Places: the validators, the standard English, and pinyin for the rest."""

import pytest

from summarizer.errors import LexiconError
from summarizer.lexicon import PlaceName, known_places, level_of, place_name
from summarizer.lexicon.places import COLUMNS, PEOPLE_COLUMNS, peoples_in, places_in
from summarizer.lexicon.table import rows

GOOD = "\t".join(COLUMNS) + "\n东省\tDong\tprovince\t\t\n南市\tNan\tprefecture\t东省\t\n"


@pytest.mark.parametrize(
    ("row", "says"),
    [
        pytest.param("\tBei\tcounty\t\t", "the column 'zh' is empty", id="no Chinese"),
        pytest.param("北县\t\tcounty\t\t", "the column 'en' is empty", id="no English"),
        pytest.param("北县\t北\tcounty\t\t", "is not English", id="Chinese for English"),
        pytest.param("北县\tBei\ttown\t\t", "'town' is no level", id="unknown level"),
        pytest.param("北县\tBei\tcounty\t西市\t", "the parent '西市' is no place", id="parent unknown"),
        pytest.param(
            "北市\tBei\tprefecture\t\t", "the parent '' is no place", id="prefecture without province"
        ),
        pytest.param(
            "北市\tBei\tprefecture\t南市\t", "above a prefecture", id="prefecture below a prefecture"
        ),
        pytest.param("南市\tBei\tcounty\t\t", "stands already", id="doubled"),
    ],
)
def test_a_bad_row_is_refused_with_its_line(row: str, says: str) -> None:
    with pytest.raises(LexiconError) as caught:
        places_in(rows("places.tsv", f"{GOOD}{row}\n", COLUMNS))
    assert says in str(caught.value)
    assert caught.value.where == "places.tsv line 4"


def test_a_people_without_english_is_refused() -> None:
    text = "\t".join(PEOPLE_COLUMNS) + "\n苗\t\t\n"
    with pytest.raises(LexiconError, match=r"peoples\.tsv line 2: the column 'en' is empty"):
        peoples_in(rows("peoples.tsv", text, PEOPLE_COLUMNS))


def test_the_table_has_every_province_and_prefecture() -> None:
    levels = [place.level for place in known_places().values()]
    assert levels.count("province") == 34
    assert levels.count("prefecture") == 333


@pytest.mark.parametrize(
    ("zh", "en", "adjective", "level"),
    [
        ("大同市", "Datong", "Datong Municipal", "prefecture"),
        ("贵州省", "Guizhou", "Guizhou Provincial", "province"),
        ("陕西省", "Shaanxi", "Shaanxi Provincial", "province"),
        ("上海市", "Shanghai", "Shanghai Municipal", "province"),
        ("上海市浦东新区", "Pudong New Area, Shanghai", "Pudong New Area", "county"),
        ("呼和浩特市新城区", "Xincheng District, Hohhot", "Xincheng District", "county"),
        ("河北省保定市满城区", "Mancheng District, Baoding, Hebei", "Mancheng District", "county"),
        ("安国市", "Anguo", "Anguo Municipal", "county"),
        ("高唐县", "Gaotang County", "Gaotang County", "county"),
        ("涞水县", "Laishui County", "Laishui County", "county"),
        ("唐县", "Tang County", "Tang County", "county"),
        ("蔚县", "Yu County", "Yu County", "county"),
        ("长垣市", "Changyuan", "Changyuan Municipal", "county"),
        (
            "内蒙古自治区",
            "Inner Mongolia Autonomous Region",
            "Inner Mongolia Autonomous Region",
            "province",
        ),
        (
            "延边州",
            "Yanbian Korean Autonomous Prefecture",
            "Yanbian Korean Autonomous Prefecture",
            "prefecture",
        ),
        (
            "黔东南苗族侗族自治州",
            "Qiandongnan Miao and Dong Autonomous Prefecture",
            "Qiandongnan Miao and Dong Autonomous Prefecture",
            "prefecture",
        ),
        (
            "双江拉祜族佤族布朗族傣族自治县",
            "Shuangjiang Lahu, Va, Blang and Dai Autonomous County",
            "Shuangjiang Lahu, Va, Blang and Dai Autonomous County",
            "county",
        ),
        ("鄂伦春自治旗", "Oroqen Autonomous Banner", "Oroqen Autonomous Banner", "county"),
        ("锡林郭勒盟", "Xilingol League", "Xilingol League", "prefecture"),
        ("枣庄市市中区", "Shizhong District, Zaozhuang", "Shizhong District", "county"),
        ("津市市", "Jinshi", "Jinshi Municipal", "county"),
        ("山西大同市", "Datong, Shanxi", "Datong Municipal", "prefecture"),
        ("大同县", "Datong County", "Datong County", "county"),
        ("郑州", "Zhengzhou", "Zhengzhou Municipal", "prefecture"),
        ("河北雄安新区", "Xiong'an New Area, Hebei", "Xiong'an New Area", "county"),
        ("成都高新区", "Chengdu High-Tech Zone", "Chengdu High-Tech Zone", "county"),
        ("昌平区小汤山镇", "Xiaotangshan Town, Changping District", "Xiaotangshan Town", "township"),
        ("全国", "China", "National", "national"),
        ("某市", "an unnamed city", "Municipal", "unknown"),
        ("**县", "an unnamed county", "County", "county"),
        ("XX市XX区", "an unnamed district", "District", "county"),
        ("全省", "the province", "Provincial", "province"),
        ("", "", "", "unknown"),
    ],
)
def test_english_of_places(zh: str, en: str, adjective: str, level: str) -> None:
    name = place_name(zh)
    assert (name.en, name.adjective, name.level) == (en, adjective, level)
    assert level_of(zh) == level


def test_only_pinyin_is_marked_romanised() -> None:
    assert place_name("呼和浩特市") == PlaceName("Hohhot", "Hohhot Municipal", "prefecture")
    assert place_name("呼和浩特市新城区").romanised


def test_blanks_inside_a_name_do_not_matter() -> None:
    assert place_name(" 大 同　市 ") == place_name("大同市")


def test_a_long_text_is_read_to_its_end() -> None:
    assert place_name("甲市" * 20_000).level == "county"
