"""`summarizer prompt`: what a model would be asked about a report, word for word."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from summarizer.cli import options
from summarizer.cli.signatures import grouped_options
from summarizer.errors import UsageError

if TYPE_CHECKING:
    from summarizer.prompting import Request

__all__ = ["EXAMPLES", "prompt"]

EXAMPLES = (
    "summarizer prompt examples/yunqiao_congress_2023.txt",
    "summarizer prompt examples/yunqiao_congress_2023.txt --section 1",
)


@grouped_options
def prompt(
    report: Annotated[str, typer.Argument(metavar="REPORT", help="A report's text; - for standard input.")],
    section: Annotated[
        int | None,
        typer.Option("--section", metavar="N", min=1, help="Print the messages of request N, from 1."),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="JSON Lines, with the schema of the reply.")] = False,
    prompts: options.Prompts = None,
    *,
    listing: options.ListingOptions,
) -> None:
    """Print what a model would be asked about a report. Nothing is sent, and no key is needed.

    Without --section it lists the requests about the report's stretches; with it it prints the exact messages of one.
    """
    from summarizer.chunks import tokens
    from summarizer.cli.inputs import open_document
    from summarizer.cli.outputs import check_target, publish
    from summarizer.cli.progress import progress
    from summarizer.cli.rows import json_lines_of
    from summarizer.cli.table import clip, table
    from summarizer.engines import prompts_of
    from summarizer.pipeline import ModelWriter, section_requests

    settings = listing.settings(prompts=prompts)
    check_target(listing.output, report, force=listing.force)
    with progress(quiet=listing.quiet):
        doc = open_document(report, settings, require_chinese=True)
        writer = ModelWriter(
            model=settings.model,
            ask_all=lambda requests: [],
            budget=settings.token_budget(),
            count=tokens,
            prompts=prompts_of(settings),
        )
        planned = section_requests(doc, writer)
        if section is not None and section > len(planned):
            raise UsageError(
                f"there is no request {section}: the report takes {len(planned)}",
                where="--section",
                hint="leave --section out to see them",
            )
        chosen = planned if section is None else planned[section - 1 : section]
        rows: list[dict[str, Any]] = [
            {
                "section": chunk.number,
                "titles": [part.title for part in chunk.sections if part.title],
                "tokens": sum(tokens(message.content) for message in request.messages),
                "figures": len(request.markers),
                "prompt": request.prompt,
                "prompt_version": request.prompt_version,
            }
            for chunk, request in chosen
        ]
    if json:
        text = json_lines_of(
            {**row, **_exact(request)} for row, (_, request) in zip(rows, chosen, strict=True)
        )
    elif section is None:
        cells = [
            (str(r["section"]), f"{r['tokens']:,}", str(r["figures"]), clip(" · ".join(r["titles"]), 80))
            for r in rows
        ]
        text = table(("section", "tokens", "figures", "headings"), cells, color=settings.color)
    else:
        text = (
            "\n\n".join(f"# {message.role}\n\n{message.content}" for message in chosen[0][1].messages) + "\n"
        )
    publish(text, listing.output, force=listing.force)


def _exact(request: "Request") -> dict[str, Any]:
    messages = [{"role": message.role, "content": message.content} for message in request.messages]
    return {"messages": messages, "schema": request.schema}
