"""The error tree: everything a user can act on, each kind with its exit code."""

__all__ = [
    "AuthFailed",
    "ConfigError",
    "InputError",
    "LexiconError",
    "MissingKey",
    "ModelError",
    "NoReportText",
    "QuotaExceeded",
    "SourceMismatch",
    "SummarizerError",
    "Undecodable",
    "Unreachable",
    "UsageError",
]


class SummarizerError(Exception):
    """Base of everything a user can act on; a bug of ours is none of these.

    `what` says what happened, `where` names the file, section or line, `hint` says what to do next. Texts that come
    from outside (names, values) are put in by the caller as `repr`, keys never.
    """

    exit_code = 70

    def __init__(self, what: str, *, where: str = "", hint: str = "") -> None:
        super().__init__(what)
        self.where, self.hint = where, hint

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        what = str(self.args[0])
        if not self.hint:
            return f"{place}{what}"
        # Never two brackets in a row.
        return f"{place}{what}; {self.hint}" if what.endswith(")") else f"{place}{what} ({self.hint})"


class UsageError(SummarizerError):
    """The command line or a configuration file asks for something that cannot be done."""

    exit_code = 2


class ConfigError(UsageError):
    """A configuration file or variable is malformed, or names a setting that does not exist."""


class MissingKey(UsageError):
    """The endpoint wants a key and the environment has none."""


class InputError(SummarizerError):
    """A file that was given cannot be used."""

    exit_code = 3


class Undecodable(InputError):
    """The bytes are no text in any encoding that Chinese reports come in."""


class NoReportText(InputError):
    """The text holds nothing to summarise: empty, no Chinese, or over a limit."""


class SourceMismatch(InputError):
    """A digest was made from another text than the report it is checked against."""


class LexiconError(InputError):
    """A lexicon file has a bad row; `where` names file and line."""


class ModelError(SummarizerError):
    """The model's endpoint failed for the whole run."""

    exit_code = 4


class AuthFailed(ModelError):
    """The endpoint refused the key."""


class QuotaExceeded(ModelError):
    """The account behind the key has no credit left; asking again does not help."""


class Unreachable(ModelError):
    """No answer from the endpoint: name, connection or time limit."""
