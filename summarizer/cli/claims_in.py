"""Claims as other programs state them → `Claim`."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from summarizer.errors import InputError

if TYPE_CHECKING:
    from summarizer.claims import Claim

__all__ = ["claim_of_json"]


def claim_of_json(row: Mapping[str, Any], *, where: str) -> "Claim":
    """The claim in one line of a claims file, as `Claim.of` reads it. Raises InputError, naming the line, where that cannot."""
    from summarizer.claims import Claim

    try:
        return Claim.of(row)
    except ValueError as error:
        raise InputError(str(error), where=where) from error
