"""Texts that would be more than text where they are not escaped."""

from hypothesis import strategies as st

__all__ = ["HOSTILE", "TEXTS"]

# What may start something in Markdown or HTML, and what the rules of escaping are about.
HOSTILE = st.text(
    st.sampled_from(list("|[]()<>*_`#&~$!\\-+=.:\"'^ \n\r\t\u2028\u202e1一监督。ab"))
    | st.characters(codec="utf-8"),
    max_size=40,
)
TEXTS = HOSTILE | st.sampled_from(
    [
        "https://x.cn",
        "[a](b)",
        "![a](b)",
        "<img src=x onerror=y>",
        "| a | b |",
        "\n\n# x",
        "[^1]: x",
        "```\n",
        "---",
    ]
)
