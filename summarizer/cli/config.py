"""`summarizer config`: the settings in force."""

from typing import Annotated, Any

import typer

from summarizer.cli import options

__all__ = ["EXAMPLES", "show"]

EXAMPLES = ("summarizer config show", "summarizer config show --origin --json")


def show(
    origin: Annotated[bool, typer.Option("--origin", help="Tell where each value comes from.")] = False,
    json: Annotated[bool, typer.Option("--json", help="JSON Lines instead of a table.")] = False,
    config: options.ConfigFile = "",
    color: options.Color = None,
) -> None:
    """List every setting with the value in force. Keys for models are no settings: they stay in the environment."""
    from summarizer.cli.rows import json_lines_of
    from summarizer.cli.streams import write_out
    from summarizer.cli.table import table
    from summarizer.model.secrets import address_without_secrets

    settings = options.settings_of(config, color=color)
    # The password of an address, or a key in it, is no more to be shown than any key.
    shown = {"base_url": address_without_secrets(settings.base_url)}
    rows: list[dict[str, Any]] = [
        {"key": key, "value": shown.get(key, getattr(settings, key))}
        | ({"origin": settings.origins[key]} if origin else {})
        for key in settings.origins
    ]
    if json:
        write_out(json_lines_of(rows))
        return
    headers = ("setting", "value", "origin")[: 3 if origin else 2]
    cells = [["-" if value in {None, ""} else str(value) for value in row.values()] for row in rows]
    write_out(table(headers, cells, color=settings.color))
