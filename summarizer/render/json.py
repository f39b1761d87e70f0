"""Digest and comparison as JSON, and a saved digest read back."""

import json

from pydantic import BaseModel, ValidationError

from summarizer.compare import Comparison
from summarizer.digest import SCHEMA_VERSION, Digest, self_checked
from summarizer.errors import InputError

__all__ = ["comparison_json", "digest_from_json", "digest_json", "saved_digest"]


class _Versioned(BaseModel):
    schema_version: str


def _text(part: BaseModel) -> str:
    return json.dumps(part.model_dump(mode="json", by_alias=True), ensure_ascii=False, indent=2) + "\n"


def digest_json(digest: Digest) -> str:
    """The digest as indented JSON by `schemas/digest.schema.json`, ending in a line feed."""
    return _text(digest)


def comparison_json(comparison: Comparison) -> str:
    """The comparison as indented JSON by `schemas/comparison.schema.json`, ending in a line feed."""
    return _text(comparison)


def _complaint(error: ValidationError) -> str:
    """The first thing wrong, with its place."""
    first = error.errors(include_url=False, include_input=False, include_context=False)[0]
    place = ".".join(str(step) for step in first["loc"])
    more = f", and {error.error_count() - 1} more" if error.error_count() > 1 else ""
    return f"{f'{place}: ' if place else ''}{first['msg']}{more}"


def digest_from_json(text: str) -> Digest:
    """The digest that `digest_json` wrote. Fields it does not know are ignored.

    For checking; what is to be printed comes from `saved_digest`. Raises InputError for a text that is no digest, a version that this
    program does not read, and a digest whose parts do not fit together.
    """
    try:
        version = _Versioned.model_validate_json(text).schema_version
    except ValidationError as error:
        raise InputError(f"this is no digest: {_complaint(error)}") from error
    if version != SCHEMA_VERSION:
        raise InputError(
            f"the digest has schema version {version!r}, this program reads {SCHEMA_VERSION!r}",
            hint="make the digest anew from its report",
        )
    try:
        digest = Digest.model_validate_json(text)
    except ValidationError as error:
        raise InputError(f"the digest is damaged: {_complaint(error)}") from error
    flaw = _flaw(digest)
    if flaw:
        raise InputError(f"the digest is damaged: {flaw}")
    return digest


def saved_digest(text: str) -> Digest:
    """The digest that `digest_json` wrote, fit to be printed: what its own evidence does not bear out is flagged or left out.

    Raises InputError as `digest_from_json` does.
    """
    return self_checked(digest_from_json(text))


def _flaw(digest: Digest) -> str:
    """What in a well-formed digest does not fit together, "" for nothing."""
    ids = {indicator.id for indicator in digest.indicators}
    if len(ids) < len(digest.indicators):
        return "two indicators have one id"
    for indicator in digest.indicators:
        if not 0 <= indicator.start < indicator.end:
            return f"indicator {indicator.id!r} has an empty place in the source"
    placed = {*(i.section for i in digest.indicators), *(flag.section for flag in digest.flagged)}
    for section in sorted(placed):
        if not 0 <= section < len(digest.sections):
            return f"there is no section {section}"
    for id in (
        *digest.glance,
        *(id for s in digest.overview for id in s.cites),
        *(id for section in digest.sections for s in section.sentences for id in s.cites),
    ):
        if id not in ids:
            return f"there is no indicator {id!r}"
    return ""
