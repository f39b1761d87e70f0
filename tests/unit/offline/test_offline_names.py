"""What figures count, in English: whole phrases or nothing."""

import pytest

from summarizer.offline import english_name
from summarizer.offline.names import key_name


@pytest.mark.parametrize(
    ("name_zh", "unit", "expected"),
    [
        pytest.param(
            "听取审议专项工作报告", "项", "special work reports heard and deliberated", id="verb and object"
        ),
        pytest.param("废止地方性法规", "件", "local regulations repealed", id="plural of a compound"),
        pytest.param(
            "向市委报送专题调研报告",
            "项",
            "special research reports submitted to the municipal Party committee",
            id="to whom",
        ),
        pytest.param(
            "市委书记作出批示",
            "次",
            "written instructions made by the secretary of the municipal Party committee",
            id="by whom",
        ),
        pytest.param("代表建议办结率", "%", "completion rate for deputies' suggestions", id="rate"),
        pytest.param(
            "代表建议已办结", "件", "deputies' suggestions fully handled", id="object before the verb"
        ),
        pytest.param("新增高新技术企业", "家", "new high-tech enterprises", id="additions"),
        pytest.param("一般公共预算收入增长", "%", "growth of general public budget revenue", id="change"),
        pytest.param("生产总值同比增长", "%", "year-on-year growth of regional GDP", id="change on the year"),
        pytest.param("意见和建议", "条", "opinions and suggestions", id="list"),
        pytest.param(
            "征求各方面意见建议",
            "条",
            "opinions and suggestions from all quarters solicited",
            id="modifier that stands behind",
        ),
        pytest.param(
            "检查法律法规实施情况", "部", "enforcement of laws and regulations inspected", id="uncountable"
        ),
        pytest.param(
            "组织审查规范性文件", "件", "normative documents reviewed", id="verb of support left out"
        ),
        pytest.param(
            "初任代表参加履职能力培训",
            "人",
            "first-time deputies taking part in training in performing duties",
            id="people who act",
        ),
        pytest.param(
            "邀请代表列席常委会会议",
            "名",
            "deputies invited to attend Standing Committee meetings as non-voting participants",
            id="purpose",
        ),
        pytest.param(
            "推广“专精特新”中小企业",
            "家",
            "specialized, refined, distinctive and innovative small and medium-sized enterprises promoted",
            id="quoted words",
        ),
        pytest.param(
            "听取了区人民政府关于优化营商环境工作情况的报告",
            "次",
            "reports of the district people's government on improving the business environment heard",
            id="report on a topic",
        ),
        pytest.param(
            "在全市高标准建设乡镇(街道)代表联络站",
            "个",
            "township liaison stations for deputies built in the city",
            id="where, how well, and in brackets",
        ),
        pytest.param("作出决议决定", "个", "resolutions and decisions adopted", id="collocation"),
        pytest.param(
            "完成高标准农田建设", "亩", "high-standard farmland developed", id="work named as a noun"
        ),
        pytest.param("3.新建幼儿园", "所", "kindergartens newly built", id="numbering before it"),
        pytest.param("五年办理政协委员提案", "件", "proposals of CPPCC members handled", id="time before it"),
        pytest.param("粮食总产量稳定在", "吨", "total grain output", id="level behind it"),
        pytest.param("新建制度", "项", "rules established", id="rules are not built"),
        pytest.param("整治河道", "公里", "river channels cleaned up", id="rivers are not cracked down on"),
        pytest.param(
            "举办学习贯彻习近平法治思想专题辅导讲座",
            "次",
            "special lectures of instruction on studying and implementing Xi Jinping Thought on the Rule of Law held",
            id="second verb is the topic",
        ),
        pytest.param(
            "规范性文件比上年增长",
            "%",
            "year-on-year growth in the number of normative documents",
            id="growth of what is only counted",
        ),
        pytest.param("贫困人口减少", "人", "decrease in the number of poor people", id="fewer people"),
        pytest.param("居民消费价格涨幅", "%", "rise in consumer prices", id="a rise in percent"),
        pytest.param(
            "工业税收占比", "%", "industrial tax revenue as a share of the total", id="share of the total"
        ),
        pytest.param(
            "机电产品出口占出口比重",
            "%",
            "exports of mechanical and electrical products as a share of exports",
            id="share of another thing",
        ),
        pytest.param("代表满意率", "%", "satisfaction rate among deputies", id="rate among people"),
        pytest.param("推动解决问题", "个", "problems resolved with its help", id="promoted"),
        pytest.param(
            "配合省人大常委会开展立法调研",
            "次",
            "legislative research projects conducted in support of the provincial people's congress standing committee",
            id="in support of a body",
        ),
        pytest.param("代表提出的议案", "件", "proposals put forward by deputies", id="relative clause"),
        pytest.param(
            "听取法院、检察院专项工作报告",
            "项",
            "special work reports of the court and the procuratorate heard",
            id="bodies that share what follows",
        ),
        pytest.param(
            "新建社区卫生服务机构",
            "个",
            "community public health service institutions newly built",
            id="verb as a noun",
        ),
        pytest.param(
            "创建市级以上现代农业产业园",
            "个",
            "modern agricultural industrial parks at or above the municipal level created",
            id="level or above",
        ),
        pytest.param(
            "完成城市道路新建改造",
            "公里",
            "urban roads newly built and renovated",
            id="the last verbs are the work",
        ),
        pytest.param("完成工业增加值", "元", "industrial value added", id="reached, not completed"),
        pytest.param("动员人大代表", "名", "people's congress deputies mobilized", id="people mobilized"),
    ],
)
def test_names(name_zh: str, unit: str, expected: str) -> None:
    assert english_name(name_zh, unit) == expected


@pytest.mark.parametrize(
    "name_zh",
    [
        pytest.param("", id="empty"),
        pytest.param("听取审议魑魅报告", id="a word outside the termbase"),
        pytest.param("未办结代表建议", id="negation"),
        pytest.param("办结率满意率", id="two rates"),
        pytest.param("推动代表联络站", id="promoting that something happens"),
        pytest.param("启动改造项目", id="second verb belongs to the thing"),
        pytest.param("批复建设重点实验室", id="approved for building, not built"),
        pytest.param("人大代表建议代表满意率", id="a body of words said twice"),
        pytest.param("中央财政安排", id="who did it, not what was done"),
        pytest.param("更加自觉", id="manner without a thing"),
        pytest.param("“气代煤”改造", id="the same work twice"),
        pytest.param("魑魅魍魉", id="nothing known"),
    ],
)
def test_what_is_not_understood_whole_has_no_name(name_zh: str) -> None:
    assert english_name(name_zh, "件") == ""


@pytest.mark.parametrize(
    ("name_zh", "unit"),
    [
        pytest.param("环节精简", "%", id="done by percent"),
        pytest.param("代表通过", "名", id="people are not adopted"),
        pytest.param("公园", "%", id="a thing in percent"),
        pytest.param("森林覆盖率", "户", id="a rate in households"),
        pytest.param("投入专项资金", "个", id="funds by number"),
        pytest.param("将科技资金", "%", id="a part of it, for something not named"),
    ],
)
def test_no_name_that_the_unit_cannot_count(name_zh: str, unit: str) -> None:
    assert english_name(name_zh, unit) == ""


@pytest.mark.parametrize(
    ("key", "name_zh", "unit", "expected"),
    [
        pytest.param(
            "special_inquiries", "先后魑魅专题询问", "次", "special inquiries conducted", id="ends in it"
        ),
        pytest.param("special_inquiries", "魑魅专题询问并跟踪督办落实", "次", "", id="only occurs in it"),
        pytest.param("special_inquiries", "魑魅专题询问", "", "", id="no unit"),
        pytest.param("", "魑魅专题询问", "次", "", id="no key"),
        pytest.param("party_committee_instructions", "魑魅作出批示", "次", "", id="actor not named"),
        pytest.param(
            "party_committee_instructions",
            "市委魑魅作出批示",
            "次",
            "written instructions of Party committee leaders on congress work",
            id="actor named",
        ),
    ],
)
def test_the_comparable_indicator_names_what_is_not_understood(
    key: str, name_zh: str, unit: str, expected: str
) -> None:
    assert key_name(key, name_zh, unit) == expected
