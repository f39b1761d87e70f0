"""Where things lie in a run's directory."""

from dataclasses import dataclass
from typing import Final

__all__ = [
    "ACCOUNT",
    "BRIEFS",
    "DIGESTS",
    "INDEX",
    "INDEX_PAGES",
    "LOCK",
    "RUN",
    "STATE",
    "TABLE_CSV",
    "TABLE_PARQUET",
    "Layout",
]

STATE: Final = "state.sqlite3"
LOCK: Final = "lock.sqlite3"
RUN: Final = "run.json"
INDEX: Final = "index.html"
INDEX_PAGES: Final = "index-*.html"
ACCOUNT: Final = "account.jsonl"
TABLE_CSV: Final = "indicators.csv"
TABLE_PARQUET: Final = "indicators.parquet"
DIGESTS: Final = "digests"
BRIEFS: Final = "briefs"


@dataclass(frozen=True, slots=True)
class Layout:
    """The outputs of the input `id`, as paths below the run's directory."""

    id: str

    @property
    def digest(self) -> str:
        return f"{DIGESTS}/{self.id}.json"

    def brief(self, form: str) -> str:
        return f"{BRIEFS}/{self.id}.{form}"
