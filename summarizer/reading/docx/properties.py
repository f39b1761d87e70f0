"""Reading single properties of a Word document off its markup."""

from xml.etree.ElementTree import Element

__all__ = ["flag", "number", "value"]


def value(parent: Element | None, path: str) -> str | None:
    """The `val` of the element at `path` below `parent`; None where there is none."""
    found = None if parent is None else parent.find(path)
    return None if found is None else found.get("val")


def number(text: str | None) -> int | None:
    """A whole number of at most nine digits; None for anything else."""
    if text is None or not (text.isascii() and text.isdigit() and len(text) <= 9):
        return None
    return int(text)


def flag(parent: Element | None, name: str) -> bool | None:
    """Whether a property that is on or off is on; None where nothing is said."""
    found = None if parent is None else parent.find(name)
    return None if found is None else found.get("val", "1").lower() not in {"0", "false", "off", "none"}
