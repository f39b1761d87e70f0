"""The menu of the site, from the lists of links that a page has anyway."""

import re

__all__ = ["with_contents"]

_PART = re.compile(r"^## (.+)$", flags=re.M)
_ENTRY = re.compile(r"^- \[([^\]]+)\]\(([^)#]+)\.md\)", flags=re.M)


def with_contents(page: str) -> str:
    """The page with a menu behind it: what its lists link to, under the heading that each list stands under."""
    first, *parts = _PART.split(page)
    lists = [("", first), *zip(parts[::2], parts[1::2], strict=True)]
    trees = [_tree(caption, _ENTRY.findall(text)) for caption, text in lists if _ENTRY.search(text)]
    return "\n\n".join([page, *trees])


def _tree(caption: str, entries: list[tuple[str, str]]) -> str:
    lines = [f"{title} <{path}>" for title, path in entries]
    options = [":hidden:", *([f":caption: {caption}"] if caption else [])]
    return "\n".join(["```{toctree}", *options, "", *lines, "```"])
