"""Each kind of region on invented pages: what is cut, and above all what must stay."""

from itertools import pairwise

import pytest

from summarizer.reading.document import Region, RegionKind
from summarizer.reading.regions import regions_of

OPENING = "各位代表：\n我代表青河市人民政府向大会报告工作,请予审议,并请各位委员提出意见。\n"
PROSE = "全年召开常委会会议9次,听取和审议专项工作报告12项,作出决议决定5项,任免国家机关工作人员41人次。\n"
END = "各位代表,让我们团结一心,为建设美丽富饶的青河市而努力奋斗,以优异成绩迎接新的一年到来!\n"
REPORT = (
    "青河市政府工作报告\n——2023年1月9日在青河市第八届人民代表大会第三次会议上\n青河市市长 田一禾\n"
    + OPENING
    + "一、2022年工作回顾\n"
    + PROSE
    + "全市生产总值完成320.5亿元,增长5.1%,城镇新增就业1.2万人,群众得到的实惠明显增多。\n"
    + "二、2023年主要任务\n新的一年,我们要推动高质量发展,改造老旧小区36个,新建学校4所,扩建县级医院2家。\n"
    + END
)


def _cut(text: str) -> list[tuple[str, str]]:
    return [(region.kind.value, region.span.of(text)) for region in regions_of(text)]


def _left(text: str) -> str:
    left = text
    for region in reversed(regions_of(text)):
        left = left[: region.span.start] + left[region.span.end :]
    return left


def _kept_whole(text: str) -> bool:
    return "".join(_left(text).split()) == "".join(REPORT.split())


def test_a_clean_report_loses_nothing() -> None:
    assert regions_of(REPORT) == ()


@pytest.mark.parametrize(
    ("before", "kind"),
    [
        pytest.param("下载\n打印\n全屏\n收藏\n【字号：\n加大\n减小\n】\n", "navigation", id="toolbar"),
        pytest.param(
            "当前位置：首页>政务公开>工作报告\n工作报告\n", "navigation", id="breadcrumb and column"
        ),
        pytest.param("新闻热线: 5550100 | 收藏首页 | 在线投稿\n", "navigation", id="hot line"),
        pytest.param("来源：青河日报  时间：2023-01-12  阅读：301\n", "byline", id="source and date"),
        pytest.param("发布日期:2023-01-12 15:24点击量:\n299\n", "byline", id="counter on the next line"),
        pytest.param(
            "标题：青河市2023年政府工作报告\n发文单位：青河市人民政府\n来源URL：https://qh.example/1.html\n正文：\n",
            "byline",
            id="record head",
        ),
        pytest.param("青河日报/2023 年/1 月/12 日/第 001 版\n", "byline", id="newspaper stamp"),
        pytest.param("正文复制\n000.jpg\n", "artifact", id="editor residue"),
        pytest.param("<!--\n  head -->\n<U+00A0>\n", "artifact", id="comment and named character"),
        pytest.param("【会员专享最新资料/每天更新】!\n", "watermark", id="seller"),
    ],
)
def test_what_stands_above_a_report_is_cut_and_nothing_else(before: str, kind: str) -> None:
    text = before + REPORT
    cut = _cut(text)
    assert [found for found, _ in cut] == [kind]
    assert cut[0][1] == before.rstrip("\n")
    assert _kept_whole(text)


@pytest.mark.parametrize(
    "after",
    [
        pytest.param(
            "版权所有：青河市人民政府  青ICP备00000001号\n网站标识码：0000000001\n", id="record numbers"
        ),
        pytest.param(
            "分享到：\nQQ空间\n上一篇：\n白石市2021年政府工作报告\n相关文章\n05-01\n白石市2022年政府工作报告\n",
            id="links",
        ),
        pytest.param("《河声》杂志社 版权所有 copyright 2014\n国际标准刊号:ISSN 0000-0000\n", id="magazine"),
        pytest.param(
            "本作品来自中华人民共和国的\n法规\n，依据《\n中华人民共和国著作权法\n》第五条，属于\n公有领域\n。\n",
            id="licence",
        ),
        pytest.param(
            "市教育局\n市民政局\n市财政局\n市水利局\n市商务局\n市审计局\n主办：青河市人民政府办公室\n",
            id="list of offices",
        ),
    ],
)
def test_what_stands_below_a_report_is_a_footer(after: str) -> None:
    text = REPORT + after
    assert _cut(text) == [("footer", after.rstrip("\n"))]


@pytest.mark.parametrize("line", ["第 1 页 共 6 页", "- 12 -", "12/30", "— 3 —", "第三页", "Page 2 of 9"])
def test_page_lines_inside_a_sentence_are_cut(line: str) -> None:
    middle = REPORT.index("人次")
    text = f"{REPORT[:middle]}\n{line}\n{REPORT[middle:]}"
    assert _cut(text) == [("page_number", line)]


def test_bare_figures_are_page_numbers_only_when_they_count_up_page_by_page() -> None:
    page = PROSE * 6
    assert [kind for kind, _ in _cut(f"{REPORT}{page}1\n{page}2\n{page}3\n{END}")] == ["page_number"] * 3
    assert _cut(f"{REPORT}{page}7\n{page}3\n{END}") == []


def test_a_running_title_beside_page_lines_is_cut_but_its_first_showing_stays() -> None:
    title = "青河市政府工作报告"
    pages = "".join(f"{PROSE}{title}\n- {number} -\n" for number in range(1, 5))
    text = REPORT.replace(END, pages + END)
    assert [kind for kind, _ in _cut(text)].count("watermark") == 4
    assert _left(text).count(title) == 1


def test_a_salutation_that_comes_back_is_no_watermark() -> None:
    text = REPORT + ("各位代表：\n" + PROSE) * 4
    assert all(region.kind is not RegionKind.WATERMARK for region in regions_of(text))


@pytest.mark.parametrize(
    "residue",
    ["??", "&nbsp;&nbsp;", "<U+00A0><U+00A0>", "<!-- x -->", "\\r\\n", "\ufffd", '<span class="a">'],
)
def test_residue_inside_a_line_is_an_artifact(residue: str) -> None:
    place = REPORT.index("320.5")
    text = REPORT[:place] + residue + REPORT[place:]
    assert _cut(text) == [("artifact", residue)]


def test_a_text_set_to_a_narrow_width_still_has_head_and_foot() -> None:
    narrow = "\n".join(line[at : at + 22] for line in REPORT.split("\n") for at in range(0, len(line), 22))
    text = f"来源：青河日报\n{narrow}\n分享到：\n新浪微博\n"
    assert [kind for kind, _ in _cut(text)] == ["byline", "footer"]


def test_notes_on_terms_are_a_glossary_up_to_the_footer() -> None:
    notes = "附件\n名词解释：\n1.“三河工程”：指清水河、白水河、青水河治理。\n2.双岗制：指一岗双责。\n"
    text = REPORT + notes + "分享到：\n新浪微博\n"
    assert _cut(text) == [("glossary", notes.rstrip()), ("footer", "分享到：\n新浪微博")]


def test_numbered_paragraphs_of_the_report_are_no_glossary() -> None:
    text = REPORT.replace(
        END, "1.加强治理：指导各县开展工作,检查企业30家。\n2.加强服务：办结事项90件。\n" + END
    )
    assert regions_of(text) == ()


def test_an_opening_repeated_as_a_teaser_is_an_abstract() -> None:
    teaser = "内容摘要：\n" + "".join(REPORT.split("\n"))[:140] + "......\n"
    text = "青河市政府工作报告\n" + teaser + REPORT
    assert ("abstract", teaser.rstrip("\n")) in _cut(text)
    assert text.endswith(REPORT)
    assert "".join(_left(text).split()).endswith("".join(REPORT.split()))


def test_a_summary_that_repeats_nothing_is_kept() -> None:
    text = (
        "内容摘要：\n本文概括了青河市一年来的主要工作,介绍了产业、城建、民生三个方面的进展和新一年的安排。\n"
        + REPORT
    )
    assert all(region.kind is not RegionKind.ABSTRACT for region in regions_of(text))


@pytest.mark.parametrize("times", [2, 6])
@pytest.mark.parametrize(
    "between", ["", "发布日期:2023-01-12\n来源:青河发布\n", "(Mac用户使用Command+S保存)\n"]
)
def test_later_copies_are_duplicates_and_the_first_is_kept(times: int, between: str) -> None:
    text = between.join([REPORT] * times)
    duplicates = [region for region in regions_of(text) if region.kind is RegionKind.DUPLICATE]
    assert _kept_whole(text)
    assert duplicates[0].span.start == len(REPORT) + len(between)
    assert duplicates[0].span.of(text).startswith("青河市政府工作报告\n——2023年")


def test_a_copy_with_small_differences_and_other_line_breaks_is_still_a_copy() -> None:
    copy = (
        REPORT.replace("36个", "三十六个")
        .replace("听取和审议", "听取\n和审议")
        .replace("城镇新增", "城镇 新增")
    )
    assert _kept_whole(REPORT + "来源：青河发布\n" + copy)


def test_a_first_copy_that_breaks_off_gives_way_to_the_complete_one() -> None:
    long = REPORT.replace(
        END,
        "".join(PROSE.replace("9次", f"{n}次").replace("全年", f"第{n}项,全年") for n in range(10, 40)) + END,
    )
    cut_off = long[:900]
    text = cut_off + "\n" + long
    kept = "".join(_left(text).split())
    assert "".join(long.split()) in kept
    assert kept.count("320.5亿元") == 1


def test_a_paragraph_said_twice_is_no_copy() -> None:
    text = REPORT.replace(END, PROSE + END)
    assert regions_of(text) == ()


@pytest.mark.parametrize(
    "paragraph",
    [
        "查处侵犯知识产权案件16件,督促企业标明版权所有单位,规范数据来源:统计部门和行业主管部门的资料一律公开。\n",
        "来源于群众的意见,要回到群众中去。\n",
        "开通举报电话和微信公众号,受理群众举报132件,办结率100%。\n",
        "时间不等人,机遇不等人,我们要以更大的决心推动青河加快发展。\n",
        "一是下载量居前,二是收藏品丰富。\n",
        "创作推出更多精品力作,工会会员专享活动惠及职工3万人次,数字图书10万册可在线阅读。\n",
        "扎实做好技术支持:为企业提供服务300次,有关部门建议使用新工艺20项。\n",
    ],
)
def test_paragraphs_that_speak_of_such_things_survive(paragraph: str) -> None:
    assert regions_of(REPORT.replace(END, paragraph + END)) == ()
    assert regions_of(REPORT.replace(PROSE, PROSE + paragraph)) == ()


def test_regions_are_in_order_and_neighbours_of_one_kind_are_one() -> None:
    text = "正文复制\n\n000.jpg\n来源：青河日报\n" + REPORT + "\n分享到：\n新浪微博\n"
    found = regions_of(text)
    assert [region.kind.value for region in found] == ["artifact", "byline", "footer"]
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
    assert isinstance(found[0], Region)


def test_hostile_text_of_300_000_characters_is_searched_to_its_end() -> None:
    hostile = [
        "全" * 300_000,
        "??<!--<U+00A0> " * 20_000,
        " \u3000" * 150_000,
        "第1页\n" * 60_000,
        (REPORT * 3)[:1500] * 200,
    ]
    for text in hostile:
        found = regions_of(text)
        assert all(one.span.end <= other.span.start for one, other in pairwise(found))
        assert all(region.span.end <= len(text) for region in found)


_CONTENTS = ("一、2022年工作回顾", "二、2023年主要任务")


@pytest.mark.parametrize(
    "entries",
    [
        pytest.param([f"{entry}……………{page}" for page, entry in enumerate(_CONTENTS, 1)], id="dots"),
        pytest.param([f"{entry}    {page}" for page, entry in enumerate(_CONTENTS, 1)], id="numbers"),
        pytest.param(list(_CONTENTS), id="headings only"),
    ],
)
@pytest.mark.parametrize("at", [0, 1], ids=["above the title", "under it"])
def test_a_table_of_contents_is_navigation(entries: list[str], at: int) -> None:
    table = "\n".join(["目    录", *entries])
    head, *rest = REPORT.split("\n")
    text = "\n".join([head, table, *rest] if at else [table, head, *rest])
    assert _cut(text) == [("navigation", table)]


def test_a_title_that_comes_again_over_the_notes_is_no_entry_of_the_contents_above_it() -> None:
    title = REPORT.partition("\n")[0]
    table = "目录\n白石市人大常委会工作报告3\n黑水县人大常委会工作报告12"
    notes = f"{title}名词解释\n三河工程：指三条河流的治理。\n双岗制：指一岗双责。\n"
    assert _cut(f"{table}\n{REPORT}{notes}")[0] == ("navigation", table)
    assert _left(f"{table}\n{REPORT}{notes}").strip().startswith(title)


def test_lines_that_end_in_figures_are_no_table_of_contents() -> None:
    table = "附表\n地区生产总值320\n财政收入56\n粮食产量41\n"
    assert regions_of(REPORT + table) == ()


def test_a_page_mark_inside_a_line_is_cut() -> None:
    middle = REPORT.index("人次")
    text = REPORT[:middle] + "第 1 页 共 15 页" + REPORT[middle:]
    assert _cut(text) == [("page_number", "第 1 页 共 15 页")]


def test_the_numbers_that_a_document_site_puts_before_its_pages_are_cut() -> None:
    body = "".join(PROSE.replace("全年", f"{year}年全年").rstrip() for year in range(2000, 2012))
    cuts = [0, 130, 290, 455, len(body)]
    pages = [body[one:other] for one, other in pairwise(cuts)]
    text = "\n\n".join(f"{number}、{page}" for number, page in enumerate(pages, 1))
    assert _cut(text) == [("page_number", f"{number}、") for number in range(1, 5)]
    assert "".join(_left(text).split()) == body


def test_a_teaser_among_the_links_below_does_not_make_them_report() -> None:
    years = "".join(PROSE.replace("全年", f"{year}年全年") for year in range(2000, 2012))
    report = REPORT.replace(END, years + END)
    teaser = "各位代表：我代表青河市人民政府向大会报告工作，请予审议，并请各位委员提出意见。"
    below = f"相关链接\n白石市2022年政府工作报告\n打印本页\n青河市政府工作报告\n{teaser}"
    text = report + below
    assert "".join(_left(text).split()) == "".join(report.split())
    assert {kind for kind, _ in _cut(text)} <= {"footer", "navigation", "abstract"}


def test_a_record_head_may_hold_a_field_that_nobody_knows() -> None:
    record = "标题：青河市政府工作报告\n发文单位：青河市人民政府\n备注：原文未见，据次年报告整理\n来源URL：https://qh.example/1.html"
    assert _cut(f"{record}\n{REPORT}") == [("byline", record)]


def test_traditional_pages_are_read_like_simplified_ones() -> None:
    before, after = (
        "當前位置：首頁>政務公開\n來源：青河日報  時間：2023-01-12\n",
        "責任編輯：某某\n上一篇：沒有了",
    )
    text = before + REPORT + after
    assert [kind for kind, _ in _cut(text)] == ["navigation", "byline", "byline", "footer"]
    assert _kept_whole(text)


@pytest.mark.parametrize(
    "line",
    [
        "1.加强指导：指导各县开展工作,检查企业30家。\n2.加强统计：指标体系更加完善,入库企业60家。\n3.加强服务：指定专人,办结事项90件。",
        "查获涉案金币30枚,查封涉案账户12个。",
        "“青河通”已下载安装12万次,办件30万件。",
        "为中外记者提供服务300人次,发布新闻500条。",
        "2023年1月9日",
        "谢谢大家!",
        "附件：2023年重点项目表\n青河大桥\t3.2亿元\n县医院\t1.5亿元",
    ],
)
def test_last_lines_of_a_report_stay(line: str) -> None:
    assert regions_of(REPORT + line) == ()
