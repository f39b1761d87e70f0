"""A prompt with its slots filled → the request that goes out."""

from collections.abc import Mapping

from summarizer.prompting.prompt import Prompt
from summarizer.prompting.request import AnchorForm, Request

__all__ = ["built"]


def built(
    template: Prompt,
    slots: Mapping[str, str],
    markers: Mapping[int, int],
    *,
    reply_tokens: int,
    chunk: int = 0,
    form: AnchorForm = AnchorForm.INLINE,
    attempt: int = 0,
) -> Request:
    """The request of a prompt; its reply has the schema of all replies. `slots` holds the letter of the markers among others.

    Raises ConfigError where the prompt has a slot that is not among them.
    """
    # Imported here because it needs pydantic, which a run without a model should not have to load.
    from summarizer.prompting.reply_schema import SCHEMA_NAME, reply_schema

    return Request(
        chunk=chunk,
        messages=template.messages(slots, form=form),
        schema_name=SCHEMA_NAME,
        schema=reply_schema(),
        prompt=template.name,
        prompt_version=template.version,
        letter=slots["letter"],
        markers=markers,
        max_reply_tokens=reply_tokens,
        form=form,
        attempt=attempt,
    )
