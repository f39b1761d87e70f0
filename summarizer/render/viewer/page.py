"""The evidence viewer: one HTML file with the report and its digest side by side, which needs nothing else."""

from summarizer.digest import Digest, figure_en, name_of, rechecked
from summarizer.outline import outline
from summarizer.quantities import Inventory, inventory
from summarizer.reading import Document
from summarizer.render.account import account_rows, remarks, source_line
from summarizer.render.escape import one_line
from summarizer.render.front import engine_line, facts, notices, title_of
from summarizer.render.html import line_html
from summarizer.render.template import filled
from summarizer.render.viewer import findings, summary
from summarizer.render.viewer.figure_table import choices, figure_rows
from summarizer.render.viewer.report_pane import KIND_NAMES, report_html
from summarizer.render.viewer.standing import STATUS_NAMES, Figures

__all__ = ["evidence_viewer", "viewer_page"]


def evidence_viewer(digest: Digest, source: Document | Inventory) -> str:
    """The page for a digest and the report it was made from, ending in a line feed; the same for the same input.

    The report has the last word: every row, sentence and name of the digest is judged by it anew, and all evidence shown is its own.
    It is for the report that the digest was made from; of another one it shows that hardly any figure stands there.
    """
    found = source if isinstance(source, Inventory) else inventory(source, outline(source))
    return viewer_page(rechecked(digest, found), found)


def viewer_page(checked: Digest, found: Inventory) -> str:
    """The page for a digest that its report has judged: one fresh from the report, or from `rechecked`.

    It loads nothing, and its Content-Security-Policy lets nothing run but its own script.
    """
    figures = Figures.of(checked, found)
    rows = figure_rows(checked, found, figures)
    report = checked.report
    return filled(
        "render.viewer",
        "viewer",
        title=one_line(title_of(checked)),
        title_zh=one_line(report.title_zh) if report.title_en else "",
        title_is_chinese=not report.title_en and bool(report.title_zh),
        facts=[(name, line_html(value)) for name, value in facts(checked)],
        notices=[(notice.lead, line_html(notice.text)) for notice in notices(checked)],
        engine=engine_line(checked),
        by_model=checked.engine.name == "model",
        report=report_html(checked, found, figures),
        overview=summary.told(checked.overview, figures),
        glance=[
            (standing.id, one_line(name_of(standing.row)), one_line(figure_en(standing.row)))
            for standing in summary.glance(checked, figures)
        ],
        sections=summary.section_blocks(checked, figures),
        rows=rows,
        choices=choices(checked, rows),
        flags=findings.flags(checked, figures),
        repairs=findings.repairs(checked, figures),
        missing=findings.missing(checked, found, figures),
        arithmetic=findings.arithmetic(checked, figures),
        account=account_rows(checked.coverage),
        numbers=checked.coverage.numbers,
        remarks=[one_line(remark) for remark in remarks(checked)],
        source=line_html(source_line(checked)),
        status_names=[(status.value, name) for status, name in STATUS_NAMES.items()],
        kind_names=[(kind.value, name) for kind, name in KIND_NAMES.items()],
    )
