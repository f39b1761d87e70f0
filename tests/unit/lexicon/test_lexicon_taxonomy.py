"""The taxonomy: its validator, and which figures share a key."""

import pytest

from summarizer.errors import LexiconError
from summarizer.lexicon import UnitClass, key_for, taxon, taxonomy
from summarizer.lexicon.table import rows
from summarizer.lexicon.taxonomy import COLUMNS, taxa_in

HEADER = "\t".join(COLUMNS) + "\n"
GOOD = "meetings_held\tmeetings held\tmeetings\tevent\tany\tlevel\t会议\t\t\n"


@pytest.mark.parametrize(
    ("row", "says"),
    [
        pytest.param(
            "GDP\tgdp\tother\tmoney\tany\tlevel\t产值\t\t", "'GDP' is no key", id="capitals in the key"
        ),
        pytest.param(
            "a__b\tgdp\tother\tmoney\tany\tlevel\t产值\t\t", "'a__b' is no key", id="two underscores"
        ),
        pytest.param(
            "gdp\t\tother\tmoney\tany\tlevel\t产值\t\t", "the column 'en' is empty", id="no English"
        ),
        pytest.param(
            "gdp\t产值\tother\tmoney\tany\tlevel\t产值\t\t", "is not English", id="Chinese for English"
        ),
        pytest.param(
            "gdp\tgdp\teconomy\tmoney\tany\tlevel\t产值\t\t",
            "'economy' is no category",
            id="unknown category",
        ),
        pytest.param(
            "gdp\tgdp\tother\tcash\tany\tlevel\t产值\t\t", "'cash' is no class of units", id="unknown class"
        ),
        pytest.param(
            "gdp\tgdp\tother\t\tany\tlevel\t产值\t\t", "the column 'unit_classes' is empty", id="no class"
        ),
        pytest.param(
            "gdp\tgdp\tother\tmoney\tdone\tlevel\t产值\t\t", "'done' is no aspect", id="unknown aspect"
        ),
        pytest.param(
            "gdp\tgdp\tother\tmoney\tany\tlevel\t\t\t", "the column 'patterns' is empty", id="no pattern"
        ),
        pytest.param(
            "gdp\tgdp\tother\tmoney\tany\tlevel\t产值(\t\t", "is no regular expression", id="bad pattern"
        ),
        pytest.param(
            "gdp\tgdp\tother\tmoney\tany\tlevel\t产值\t[\t", "is no regular expression", id="bad exclusion"
        ),
        pytest.param(
            "gdp\tgdp\tother\tmoney\tany\tlevel\t(?:产值)?\t\t",
            "is found in every name",
            id="matches nothing",
        ),
        pytest.param(
            "gdp\tgdp\tother\tmoney\tany\tlevel\t产值 || \t\t", "stray blanks", id="pattern left out"
        ),
        pytest.param(
            "gdp\tgdp\tother\tmoney\tany\tlevel\t产.*值\t\t", "repeats without bound", id="open repetition"
        ),
        pytest.param(
            "gdp\tgdp\tother\tmoney\tany\tlevel\t产.{2,}值\t\t", "repeats without bound", id="open bound"
        ),
        pytest.param("meetings_held\tx\tother\tmoney\tany\tlevel\t产值\t\t", "stands already", id="doubled"),
    ],
)
def test_a_bad_row_is_refused_with_its_line(row: str, says: str) -> None:
    with pytest.raises(LexiconError) as caught:
        taxa_in(rows("indicators.tsv", f"{HEADER}{GOOD}{row}\n", COLUMNS))
    assert says in str(caught.value)
    assert caught.value.where == "indicators.tsv line 3"


@pytest.mark.parametrize(
    ("category", "key"),
    [
        ("", "opinions_solicited"),
        ("legislation", "opinions_solicited"),
        ("deputies", "public_opinions_collected"),
    ],
)
def test_of_two_keys_for_one_name_the_section_decides(category: str, key: str) -> None:
    assert key_for("收集意见建议", "条", category=category) == key


def test_the_category_of_a_section_never_outweighs_a_longer_match() -> None:
    assert key_for("征集立法意见建议", "条", category="petitions") == "opinions_solicited"
    assert key_for("代表建议办结率", "%", category="deputies") == "suggestions_completion_rate"


@pytest.mark.parametrize(
    ("key", "adds_up"),
    [
        ("special_reports_heard", True),
        ("suggestions_handled", True),
        ("high_standard_farmland", True),
        ("liaison_stations", False),
        ("deputies_total", False),
        ("gdp", False),
        ("forest_coverage", False),
        ("suggestions_completion_rate", False),
    ],
)
def test_what_adds_up_over_years_and_what_is_a_level(key: str, adds_up: bool) -> None:
    assert taxon(key).adds_up is adds_up


def test_no_rate_adds_up() -> None:
    rates = {UnitClass.PERCENT, UnitClass.POINTS, UnitClass.RATIO}
    assert [e.key for e in taxonomy() if e.adds_up and e.unit_classes & rates] == []


def test_the_taxonomy_is_large_and_covers_courts_and_procuratorates() -> None:
    keys = {entry.key for entry in taxonomy()}
    assert len(keys) >= 90
    assert {"cases_concluded", "arrests_approved", "gdp", "standing_committee_meetings"} <= keys


@pytest.mark.parametrize(
    ("name", "unit", "key"),
    [
        ("召开常委会会议", "次", "standing_committee_meetings"),
        ("主任会议", "次", "chairpersons_council_meetings"),
        ("党组会议", "次", "party_group_meetings"),
        ("X组会议", "次", "party_group_meetings"),
        ("任免国家机关工作人员", "人次", "appointments_removals"),
        ("任命国家工作人员", "人次", "appointments"),
        ("听取审议专项工作报告", "项", "special_reports_heard"),
        ("听取和审议“一府两院”专项工作报告", "个", "special_reports_heard"),
        ("执法检查", "次", "law_enforcement_inspections"),
        ("检查法律法规实施情况", "部", "laws_inspected"),
        ("制定地方性法规", "件", "regulations_enacted"),
        ("修改地方性法规", "件", "regulations_amended"),
        ("废止地方性法规", "件", "regulations_repealed"),
        ("审查规范性文件", "件", "normative_documents_reviewed"),
        ("专题询问", "次", "special_inquiries"),
        ("代表建议", "件", "suggestions_received"),
        ("代表建议已办结", "件", "suggestions_handled"),
        ("代表建议办结率", "%", "suggestions_completion_rate"),
        ("代表建议办结满意率", "%", "suggestions_satisfaction_rate"),
        ("代表建议答复率", "%", "suggestions_response_rate"),
        ("督办重点建议", "件", "key_suggestions_supervised"),
        ("培训代表", "人次", "deputies_trained"),
        ("代表联络站", "个", "liaison_stations"),
        ("受理来信", "件次", "petition_letters"),
        ("受理来访", "批", "petition_visits"),
        ("地区生产总值", "元", "gdp"),
        ("地区生产总值同比增长", "%", "gdp_growth"),
        ("地区生产总值年均增长", "%", "gdp_growth_average"),
        ("人均地区生产总值", "元", "gdp_per_capita"),
        ("一般公共预算收入", "元", "general_public_budget_revenue"),
        ("一般公共预算收入增长", "%", "general_public_budget_revenue_growth"),
        ("农村居民人均可支配收入", "元", "rural_disposable_income"),
        ("农民人均纯收入", "元", "rural_net_income"),
        ("城镇新增就业", "人", "urban_new_jobs"),
        ("粮食总产量", "斤", "grain_output"),
        ("高标准农田", "亩", "high_standard_farmland"),
        ("PM2.5平均浓度", "微克/立方米", "pm25_concentration"),
        ("空气质量优良天数", "天", "good_air_days"),
        ("森林覆盖率", "%", "forest_coverage"),
        ("新增高新技术企业", "家", "high_tech_enterprises_new"),
        ("高新技术企业", "家", "high_tech_enterprises_total"),
        ("受理各类案件", "件", "cases_accepted"),
        ("审结各类案件", "件", "cases_concluded"),
        ("审结民商事案件", "件", "civil_cases_concluded"),
        ("执结案件", "件", "enforcement_cases_concluded"),
        ("执行到位金额", "元", "amount_enforced"),
        ("批准逮捕", "人", "arrests_approved"),
        ("不批准逮捕", "人", "arrests_not_approved"),
        ("提起公诉", "人", "prosecutions"),
        ("不起诉", "人", "non_prosecutions"),
        ("办理公益诉讼案件", "件", "public_interest_cases"),
        ("发出检察建议", "件", "procuratorial_suggestions"),
        ("制定颁布禁放烟花爆竹、山体保护、流域保护法规", "部", "regulations_enacted"),
        ("建议、批评和意见全力推动办理", "件", "suggestions_received"),
        ("基层立法联系点总数", "个", "legislative_outreach_offices"),
        ("新设基层立法联系点", "个", "legislative_outreach_offices_new"),
        ("建成代表联络站", "个", "liaison_stations"),
        ("新建、改建代表联络站", "个", "liaison_stations_new"),
        ("参与执法检查、视察调研等活动的代表", "人次", "deputies_participating"),
        ("刊发稿件", "篇", "articles_published"),
        ("推送信息", "条", "information_items_sent"),
        ("重点项目完成投资", "元", "key_projects_investment"),
        ("省、市重点项目总投资", "元", "key_projects_total_investment"),
        ("建设筹措保障性租赁住房", "套", "affordable_homes"),
        ("分配保障性住房", "套", "affordable_homes_allocated"),
        ("培育“专精特新”企业", "家", "specialised_enterprises_new"),
        ("专精特新中小企业", "家", "specialised_enterprises"),
        ("每万人发明专利拥有量", "件", "invention_patents_per_10000"),
        ("每万人口高价值发明专利拥有量", "件", "high_value_patents_per_10000"),
        ("年末全市常住人口", "人", "resident_population"),
    ],
)
def test_names_in_the_source_get_their_key(name: str, unit: str, key: str) -> None:
    assert key_for(name, unit) == key
    assert taxon(key).key == key


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        pytest.param("地区生产总值增加", "元", id="the amount of a change is not the level"),
        pytest.param("地区生产总值", "%", id="a rate is not the level"),
        pytest.param("粮食增产", "吨", id="more grain is not the harvest"),
        pytest.param("代表建议办结率提高", "个百分点", id="points are not the rate"),
        pytest.param("代表建议满意率提高", "%", id="a change of a rate is not the rate"),
        pytest.param("民营经济增长", "%", id="a part of the economy is not the whole"),
        pytest.param("市委常委会会议", "次", id="the Party's standing committee is another"),
        pytest.param("主任会议", "元", id="money is no meeting"),
        pytest.param("新型农业经营主体", "家", id="one kind of market entity is not all"),
        pytest.param("人大代表", "名", id="some deputies are not all of a level"),
        pytest.param("信息技术服务业收入增长", "%", id="one branch of services is not all"),
        pytest.param("城镇固定资产投资", "元", id="urban investment is not all"),
        pytest.param("对东盟进出口总额增长", "%", id="trade with one partner is not all"),
        pytest.param("提出法律议案", "部", id="bills of a government are not the deputies'"),
        pytest.param("做出重要指示批示", "次", id="instructions of others than the Party committee"),
        pytest.param("乡镇综合文化站项目开工建设", "个", id="projects of one kind are not all"),
        pytest.param(
            "主任会议成员联系重点项目", "个", id="projects kept in contact with are not those carried out"
        ),
        pytest.param("实施市级类重点项目", "个", id="key projects of one level are not all"),
        pytest.param("主要河流出境断面水质优良率", "%", id="sections where rivers leave are not all"),
        pytest.param("建成区绿地率", "%", id="green space is not green coverage"),
        pytest.param(
            "向市委报送人大信息", "条", id="information for the Party committee is not for the public"
        ),
        pytest.param("城镇常住人口", "人", id="urban residents are not all"),
        pytest.param("交流研讨", "次", id="not in the taxonomy"),
        pytest.param("", "次", id="no name"),
    ],
)
def test_what_must_not_share_a_key(name: str, unit: str) -> None:
    assert key_for(name, unit) == ""


def test_a_plan_shares_the_key_with_what_was_done() -> None:
    assert key_for("制定地方性法规", "件", aspect="planned") == "regulations_enacted"


def test_no_key_holds_both_levels_and_rates() -> None:
    rates = {UnitClass.PERCENT, UnitClass.POINTS}
    mixed = [e.key for e in taxonomy() if e.unit_classes & rates and e.unit_classes - rates]
    assert mixed == []
    growths = [e for e in taxonomy() if e.key.endswith("_growth")]
    assert len(growths) > 10
    assert all(e.unit_classes == {UnitClass.PERCENT} for e in growths)


@pytest.mark.parametrize("unit", ["", "村次"])
def test_an_unknown_measure_word_counts_but_is_no_rate_or_money(unit: str) -> None:
    assert key_for("主任会议", unit) == "chairpersons_council_meetings"
    assert key_for("地区生产总值", unit) == ""
    assert key_for("代表建议办结率", unit) == ""


def test_an_unknown_key_is_no_indicator() -> None:
    with pytest.raises(KeyError):
        taxon("no_such_key")
