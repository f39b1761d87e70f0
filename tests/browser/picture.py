"""The picture in the README: an example report, and the digest of a model that tells one figure for another. Run by `make screenshot`."""

import json
import shutil
import sys
import tempfile
from pathlib import Path

from wire.runs import example

from summarizer.model import Complete, Reply, Usage
from summarizer.pipeline import ModelWriter, digest_report
from summarizer.prompting import Request
from summarizer.render import evidence_viewer

_TARGET = Path(__file__).parents[2] / "docs" / "images" / "viewer.png"
_REPORT = "yunqiao_congress_2023"
_RIGHT, _WRONG = "21项", "12"


def caught_page() -> str:
    """The page of the example report in which a model says that 12 special work reports were heard; the report says 21."""
    doc = example(_REPORT)

    def answer(request: Request) -> Reply:
        marked = request.messages[-1].content
        rows = []
        if _RIGHT in marked:
            cite = marked.split(f"{_RIGHT}(")[1].split(")")[0]
            rows.append(
                {
                    "cite": cite,
                    "value": _WRONG,
                    "qualifier": "exact",
                    "name_zh": "听取和审议专项工作报告",
                    "name_en": "special work reports heard and deliberated",
                }
            )
        return Complete(json.dumps({"rows": rows, "sentences": []}), Usage(1, 1, 0, 1))

    writer = ModelWriter(
        model="openai:example", ask_all=lambda asked: [answer(r) for r in asked], passes=frozenset()
    )
    return evidence_viewer(digest_report(doc, writer=writer), doc)


def main() -> None:
    from playwright.sync_api import sync_playwright

    path = shutil.which("chromium")
    if path is None:
        sys.exit("chromium is missing: run `make slow-tools`")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_file = Path(folder) / "page.html"
        page_file.write_text(caught_page(), encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        page = browser.new_page(
            viewport={"width": 1200, "height": 680}, device_scale_factor=1.25, color_scheme="light"
        )
        page.goto(page_file.as_uri())
        page.keyboard.press("f")
        page.screenshot(path=_TARGET)
        browser.close()


if __name__ == "__main__":
    main()
