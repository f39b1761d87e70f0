"""A folder of reports, each found by its name without ending."""

from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.cli.inputs import open_bytes, open_document
from summarizer.config import Settings
from summarizer.errors import InputError
from summarizer.paths import is_folder

if TYPE_CHECKING:
    from summarizer.quantities import Inventory

__all__ = ["Reports"]


class Reports:
    """The reports anywhere below a folder, each read once. Raises InputError where there is no such folder."""

    def __init__(self, folder: str, settings: Settings) -> None:
        if not is_folder(folder):
            raise InputError("there is no such folder", where=folder)
        self._folder, self._settings = folder, settings
        self._paths: dict[str, list[Path]] = {}
        for path in sorted(Path(folder).rglob("*")):
            if path.is_file():
                # npc_2023.gb18030.txt goes by npc_2023 and by npc_2023.gb18030.
                for stem in {path.stem, path.name.partition(".")[0]}:
                    self._paths.setdefault(stem, []).append(path)
        self._read: dict[str, Inventory] = {}

    def inventory(self, stem: str, *, where: str) -> "Inventory":
        """Every number of the report called `stem`. Raises InputError where there is none, or several that differ."""
        if stem not in self._read:
            from summarizer.pipeline import survey

            doc = open_document(str(self._path(stem, where)), self._settings, require_chinese=False)
            self._read[stem] = survey(doc)
        return self._read[stem]

    def _path(self, stem: str, where: str) -> Path:
        found = self._paths.get(stem) or self._paths.get(Path(stem).stem, [])
        found = [path for path in found if path.suffix.lower() == ".txt"] or found
        if not found:
            raise InputError(
                f"there is no report {stem!r} in {self._folder!r}",
                where=where,
                hint="give the name of the file without its folder and ending",
            )
        first, *others = found
        if others and len({open_bytes(str(path), self._settings) for path in found}) > 1:
            raise InputError(f"there are several reports {stem!r}: {first} and {others[0]}", where=where)
        return first
