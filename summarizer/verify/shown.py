"""Foreign words as a message shows them: on one line and not without end."""

__all__ = ["clipped"]


def clipped(text: str, longest: int = 60, *, blanks: bool = False) -> str:
    """The text without line breaks, and without any blanks unless they are kept; cut with an ellipsis beyond `longest` characters."""
    text = (" " if blanks else "").join(text.split())
    return text if len(text) <= longest else text[: longest - 1] + "…"
