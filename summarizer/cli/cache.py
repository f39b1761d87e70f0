"""`summarizer cache`: the replies of models that are kept."""

from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli import options

if TYPE_CHECKING:
    from summarizer.model import ReplyCache

__all__ = ["CLEAR_EXAMPLES", "PATH_EXAMPLES", "STATS_EXAMPLES", "clear", "path", "stats"]

STATS_EXAMPLES = ("summarizer cache stats", "summarizer cache stats --json")
CLEAR_EXAMPLES = ("summarizer cache clear --unused-days 30", "summarizer cache clear")
PATH_EXAMPLES = ("summarizer cache path", "SUMMARIZER_CACHE_DIR=/var/tmp/replies summarizer cache path")


def stats(
    json: Annotated[bool, typer.Option("--json", help="JSON instead of a table.")] = False,
    config: options.ConfigFile = "",
    color: options.Color = None,
) -> None:
    """Count the replies that are kept, their size, and when they were last used."""
    from dataclasses import asdict

    from summarizer.cli.rows import json_lines_of
    from summarizer.cli.streams import write_out
    from summarizer.cli.table import table

    found = asdict(_cache(config).stats())
    row = {
        **{name: found[name] for name in ("folder", "replies", "bytes", "limit_bytes")},
        "oldest": _moment(found["oldest_s"]),
        "newest": _moment(found["newest_s"]),
    }
    if json:
        write_out(json_lines_of([row]))
        return
    cells = [[name.replace("_", " "), "-" if value is None else str(value)] for name, value in row.items()]
    write_out(table(("cache", "value"), cells, color=options.settings_of(config, color=color).color))


def clear(
    unused_days: Annotated[
        float,
        typer.Option("--unused-days", metavar="N", min=0, help="Only replies not used for so many days."),
    ] = 0,
    config: options.ConfigFile = "",
) -> None:
    """Remove kept replies. What is asked again is paid for again."""
    from summarizer.cli.streams import write_out

    gone = _cache(config).clear(unused_days=unused_days)
    write_out(f"{gone} {'reply' if gone == 1 else 'replies'} removed\n")


def path(config: options.ConfigFile = "") -> None:
    """Print the folder that replies are kept in, whether it is there yet or not."""
    from summarizer.cli.streams import write_out

    write_out(f"{options.settings_of(config).cache_path()}\n")


def _cache(config: str) -> "ReplyCache":
    from summarizer.model import ReplyCache

    settings = options.settings_of(config)
    return ReplyCache(settings.cache_path(), limit_bytes=settings.cache_size)


def _moment(seconds: float | None) -> str | None:
    """Seconds since 1970 as a date and time of UTC."""
    from datetime import UTC, datetime

    return None if seconds is None else datetime.fromtimestamp(seconds, tz=UTC).isoformat(timespec="seconds")
