"""The pages that the browser tests open."""

import json
import random
import re
from functools import cache

from wire.runs import EXAMPLES, example

from summarizer.digest import Digest
from summarizer.model import Complete, Reply, Usage
from summarizer.pipeline import ModelWriter, digest_report
from summarizer.prompting import Request
from summarizer.reading import Document, read
from summarizer.render import evidence_viewer

__all__ = ["FLAWED", "example_page", "flawed_page", "large_report", "page_for"]

FLAWED = """云桥市人民代表大会常务委员会工作报告
——2024年1月12日在云桥市第十六届人民代表大会第四次会议上
云桥市人大常委会主任　周𠮷远
各位代表：
一、2023年主要工作
𠮷𠮷𠮷区试点。全年召开常委会会议8次、主任会议19次，开展执法检查3次，提出审议意见30余条。全年接待群众93
第 1 页 共 2 页
00多人次，办理群众来信**件。</script><script>document.title="stolen"</script>督促整改问题41件。
二、2024年主要任务
计划听取审议专项工作报告15项。
"""


@cache
def example_page() -> str:
    """The invented congress report by the offline engine."""
    return page_for(example("yunqiao_congress_2023"))


def page_for(doc: Document) -> str:
    return evidence_viewer(digest_report(doc), doc)


@cache
def flawed_page() -> str:
    """FLAWED by a model that errs on two figures and drops a qualifier; 41件 is reported by nobody."""
    rows = [
        {"cite": "e1", "value": "8", "qualifier": "exact", "name_zh": "召开常委会会议", "name_en": ""},
        {"cite": "e3", "value": "7", "qualifier": "exact", "name_zh": "开展执法检查", "name_en": "<b>inspections</b>"},
        {"cite": "e4", "value": "30", "qualifier": "exact", "name_zh": "提出审议意见", "name_en": ""},
        {"cite": "e8", "value": "51", "qualifier": "exact", "name_zh": "计划听取审议专项工作报告", "name_en": ""},
    ]  # fmt: skip
    sentences = [{"text": "The Standing Committee met 8 times.", "cites": ["e1"]}]

    def answer(request: Request) -> Reply:
        return Complete(json.dumps({"rows": rows, "sentences": sentences}), Usage(1, 1, 0, 1))

    doc = read(FLAWED.encode(), name="</script>.txt")
    writer = ModelWriter(
        model="openai:test", ask_all=lambda asked: [answer(r) for r in asked], passes=frozenset()
    )
    digest: Digest = digest_report(doc, writer=writer)
    kept = [row for row in digest.indicators if row.text != "41件"]
    return evidence_viewer(digest.model_copy(update={"indicators": kept, "glance": []}), doc)


@cache
def large_report(characters: int = 60_000) -> Document:
    """The clauses of the invented reports over and over in another order, with other figures: copies are told from the report."""
    chance = random.Random(11)
    texts = [example(name).text for name in EXAMPLES]
    clauses = [c.strip() for text in texts for c in re.split("[，；。]", text) if 8 <= len(c.strip()) <= 60]
    head, _, _ = texts[0].partition("一、坚持")
    parts = [head]
    size = len(head)
    while size < characters:
        said = "，".join(chance.sample(clauses, 9)).replace("\n", "")
        said = re.sub(r"\d+", lambda m: str(int(m.group()) + chance.randrange(1, 900)), said)
        if len(parts) % 8 == 1:
            parts.append(f"{'一二三四五六七八九十'[len(parts) // 8 % 10]}、{chance.choice(clauses)[:12]}\n")
        parts.append(f"{said}。\n")
        size += len(parts[-1])
    return read("".join(parts)[:characters].encode(), name="large.txt")
