"""Laws of the body view: it is the text where nothing is to be cleaned, and noise put in anywhere leaves it as it was."""

from itertools import count, pairwise

from hypothesis import example, given
from hypothesis import strategies as st
from law_examples import examples

from summarizer.reading import Region, RegionKind, Span, body_of
from summarizer.reading.regions import regions_of

CLAUSES = st.sampled_from(
    [
        "召开常委会会议12次",
        "听取和审议专项工作报告1,230项",
        "财政收入完成320.5亿元",
        "增长5.1%",
        "接待群众2022人次",
        "坚持“三个到位”工作法",
        "修订《青河市饮用水条例》等7部法规",
        "推动高质量发展取得新成效",
        "办结率达到百分之九十八点六",
        "服务全市经济社会发展大局",
    ]
)
SENTENCES = st.lists(CLAUSES, min_size=2, max_size=5).map("，".join)
PARAGRAPHS = st.lists(SENTENCES, min_size=1, max_size=4)
HEADINGS = st.sampled_from(["一、工作回顾", "（二）监督工作", "三、今后五年的主要任务", "各位代表："])


def _text(sections: list[tuple[str, list[str]]]) -> str:
    """Headings and paragraphs; each sentence opens with a year of its own, so that nothing looks like a copy."""
    years = count(1980)
    return "\n".join(
        f"{heading}\n" + "".join(f"{next(years)}年，{sentence}。" for sentence in sentences)
        for heading, sentences in sections
    )


TEXTS = st.lists(st.tuples(HEADINGS, PARAGRAPHS), min_size=1, max_size=4).map(_text)
NOISE = st.sampled_from(["第 3 页 共 9 页", "- 12 -", "【会员专享最新资料/每天更新】!", "000.jpg"])


def _inside_prose(text: str, data: st.DataObject) -> int:
    """A place inside a sentence of a paragraph, but not where one ends."""
    places: list[int] = []
    start = 0
    for line in text.split("\n"):
        if "，" in line:
            places += [start + at for at in range(1, len(line)) if line[at - 1] != "。"]
        start += len(line) + 1
    return data.draw(st.sampled_from(places))


@given(text=TEXTS)
def test_a_clean_text_is_its_own_body(text: str) -> None:
    body = body_of(text, ())
    assert body.text == text
    assert tuple(body.offsets) == tuple(range(len(text)))


@given(text=TEXTS, data=st.data(), line_break=st.sampled_from(["\n", "\r\n", "\n  ", " \n"]))
def test_a_hard_wrap_anywhere_in_a_sentence_changes_nothing(
    text: str, data: st.DataObject, line_break: str
) -> None:
    place = _inside_prose(text, data)
    assert body_of(text[:place] + line_break + text[place:], ()).text == text


@given(text=TEXTS, data=st.data(), noise=NOISE, gap=st.sampled_from(["\n", "\r\n", "\n\n"]))
def test_a_page_footer_anywhere_in_a_sentence_changes_nothing(
    text: str, data: st.DataObject, noise: str, gap: str
) -> None:
    place = _inside_prose(text, data)
    noisy = text[:place] + gap + noise + gap + text[place:]
    assert body_of(noisy, regions_of(noisy)).text == text


@given(text=TEXTS, data=st.data(), noise=NOISE)
def test_a_region_between_any_two_characters_changes_nothing(
    text: str, data: st.DataObject, noise: str
) -> None:
    place = data.draw(st.integers(0, len(text)))
    noisy = text[:place] + noise + text[place:]
    assert body_of(noisy, [Region(Span(place, place + len(noise)), RegionKind.WATERMARK)]).text == text


@given(text=TEXTS, data=st.data(), noise=NOISE)
def test_a_noise_line_between_paragraphs_changes_nothing(text: str, data: st.DataObject, noise: str) -> None:
    lines = text.split("\n")
    at = data.draw(st.integers(0, len(lines)))
    noisy = "\n".join([*lines[:at], noise, *lines[at:]])
    assert body_of(noisy, regions_of(noisy)).text == text


@examples(200)
@given(
    text=st.text(
        alphabet="一、二年来，。：“”《》（）0123456789.% \n\r\t\u3000?<!->&nbsp;\\rA各位代表第页",
        max_size=120,
    )
)
@example(text="foo??\n??bar")
@example(text="1\n2")
def test_offsets_rise_and_every_character_stands_where_they_say(text: str) -> None:
    found = regions_of(text)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
    assert all(region.span.end <= len(text) for region in found)
    body = body_of(text, found)
    assert len(body.offsets) == len(body.text)
    assert all(one < other for one, other in pairwise(body.offsets))
    for char, place in zip(body.text, body.offsets, strict=True):
        if char.isspace():
            assert text[place].isspace() or text[place] in "\\<&"
        else:
            assert text[place] == char
            assert not any(region.span.start <= place < region.span.end for region in found)
