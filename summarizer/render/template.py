"""Pages from a template: one HTML file with its style sheet and script inside, which needs and allows nothing else."""

from functools import cache
from typing import TYPE_CHECKING

from summarizer.render.policy import policy
from summarizer.resources import data_bytes

if TYPE_CHECKING:
    from jinja2 import Template

__all__ = ["asset", "filled"]


def filled(package: str, page: str, /, **values: object) -> str:
    """The template `{page}.html.jinja` among the data of a package, with `{page}.css` and `{page}.js` inside and a policy that lets
    nothing else be loaded or run. Every value is text and escaped; a name without a value raises jinja2.UndefinedError."""
    style, script = asset(package, f"{page}.css"), asset(package, f"{page}.js")
    template = _template(package, f"{page}.html.jinja")
    return template.render(policy=policy(style, script), style=style, script=script, **values)


def asset(package: str, name: str) -> str:
    """The text of one data file of a package. A checkout may have turned line ends; a browser hashes them as line feeds."""
    return data_bytes(package, name).decode("utf-8").replace("\r\n", "\n")


@cache
def _template(package: str, name: str) -> "Template":
    from jinja2 import Environment, StrictUndefined

    env = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return env.from_string(asset(package, name))
