"""A run from its beginning to its end: inputs found, worked on by a backend, settled one by one, put together."""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final, Protocol

from summarizer.batch.closing import close
from summarizer.batch.inputs import Found, Left, found_in, id_of
from summarizer.batch.layout import BRIEFS, DIGESTS, LOCK, RUN, STATE
from summarizer.batch.lock import locked
from summarizer.batch.origin import origin_bytes
from summarizer.batch.recipe import Recipe
from summarizer.batch.state import Made, State, Tally
from summarizer.batch.store import NewInput, Spent, Store
from summarizer.batch.worklist import Worklist
from summarizer.config import Settings
from summarizer.errors import InputError, UsageError
from summarizer.event_log import EventLog
from summarizer.files import PART, write_whole
from summarizer.paths import is_there

__all__ = ["Backend", "Ended", "Engage", "Part", "Progress", "Run", "Share"]

_RECIPE: Final = "recipe"
_PATHS: Final = "paths"
_ALL_FOUND: Final = "all found"
_FOUND_AT_ONCE: Final = 500


class Progress(Protocol):
    """Told after every input how far the run is, how many this part of it has done, and what was spent in all."""

    def __call__(self, tally: Tally, done_now: int, spent: Spent, /) -> None: ...


@dataclass(frozen=True, slots=True)
class Share:
    """How much of a run is to be done now, and by how many processes: `limit` inputs at most, failed and partial ones too with
    `retry_failed`; `jobs` None is one process for each core that there is."""

    jobs: int | None = None
    limit: int | None = None
    retry_failed: bool = False


@dataclass(frozen=True, slots=True)
class Ended:
    """How a part of a run ended: how many inputs it worked on, the limit of requests or cost that stopped it, "" for none, and what else
    the user is to be told."""

    worked_on: int
    stopped_by: str = ""
    notes: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a run, from its start to its end or interruption; `settings` have those of `recipe` in them."""

    recipe: Recipe
    settings: Settings
    folder: Path
    store: Store
    share: Share
    log: EventLog | None = None

    @property
    def by_model(self) -> bool:
        return self.recipe.engine == "model"


class Backend(Protocol):
    """Whoever does the work of a part: gives what became of each task, in any order."""

    @property
    def stopped_by(self) -> str:
        """The limit of requests or cost that ended the work early, "" for none."""

    @property
    def notes(self) -> Sequence[str]:
        """What else the user is to be told of how the work was done, a clause each."""

    def results(self, work: Worklist) -> Iterator[Made]: ...


Engage = Callable[[Part], Backend]
"""Makes the backend of a part of a run."""


class Run:
    """A run's directory while this process works on it; made by `Run.at`."""

    def __init__(self, folder: Path, store: Store, recipe: Recipe) -> None:
        self.folder, self.store, self.recipe = folder, store, recipe

    @classmethod
    @contextmanager
    def at(cls, folder: Path, recipe: Recipe | None = None) -> Iterator["Run"]:
        """The run in `folder`, held for this process: begun with `recipe` where there is none yet, else gone on with.

        Raises UsageError where another process holds it, `recipe` is not what it was begun with, or the folder cannot be a run's;
        InputError where there is no run and no recipe to begin one with.
        """
        if not is_there(folder / STATE):
            if recipe is None:
                raise InputError("there is no run in this folder", where=str(folder))
            _make(folder)
        with locked(folder):
            store = Store(folder / STATE, make=True)
            try:
                yield cls(folder, store, _agreed(store, recipe))
            finally:
                store.close()

    def find(self, paths: Sequence[str], base: Path, *, notify: Callable[[int], None]) -> Left:
        """Adds the inputs that `paths` name, relative ones from `base`, and that are not there yet; how many files were left out.

        `notify` is told now and then how many were found. Raises InputError for a path that names nothing.
        """
        named = json.loads(self.store.fact(_PATHS) or "[]")
        both = {"paths": list(paths), "base": str(base)}
        if both not in named:
            self.store.keep_fact(_PATHS, json.dumps([*named, both]))
        self.store.keep_fact(_ALL_FOUND, "")
        left = Left()
        new: list[NewInput] = []
        firsts: dict[str, str] = {}
        found = found_in(paths, base=base, leave_out=self.folder, left=left)
        for count, one in enumerate(found, start=1):
            row = self._looked_at(one, firsts)
            if row is not None:
                new.append(row)
            if len(new) >= _FOUND_AT_ONCE:
                self.store.put(new)
                new.clear()
                firsts.clear()
                notify(count)
        self.store.put(new)
        self.store.keep_fact(_ALL_FOUND, "yes")
        self._describe()
        return left

    def find_again(self, *, anew: bool, notify: Callable[[int], None]) -> None:
        """Finds what was named, where a run ended before it had found all, or in any case with `anew`."""
        if anew or not self.store.fact(_ALL_FOUND):
            for named in json.loads(self.store.fact(_PATHS) or "[]"):
                self.find(named["paths"], Path(named["base"]), notify=notify)

    def work(
        self,
        settings: Settings,
        share: Share,
        engage: Engage,
        *,
        progress: Progress,
        log: EventLog | None = None,
    ) -> Ended:
        """Works on what is left and puts everything together; `settings` are those of pace, cost and patience.

        Raises ModelError where the model's endpoint failed for good and UsageError for a full disk; what was done until then is kept.
        """
        self._sweep()
        self._set_back(retry_failed=share.retry_failed)
        part = Part(
            self.recipe, self.recipe.settings(settings), self.folder.resolve(), self.store, share, log
        )
        backend = engage(part)
        tally = self.store.tally()
        worked_on = 0
        for made in backend.results(Worklist(self.store, limit=share.limit, log=log)):
            if backend.stopped_by and made.state is State.PARTIAL:
                # What is missing is not the model's doing: the input waits until there is more to spend.
                self._remove(made.files)
                continue
            self.store.settle(made)
            worked_on += 1
            tally = tally.moved(made.state)
            _log_made(log, made)
            progress(tally, worked_on, self.store.spent() if part.by_model else Spent())
        close(self.store, self.folder, self.recipe)
        self._sweep()
        return Ended(worked_on, backend.stopped_by, backend.notes)

    def _looked_at(self, found: Found, firsts: dict[str, str]) -> NewInput | None:
        """The input as it is to be kept, None where it is there and unchanged. `firsts` are the ids of those found just before."""
        known = self.store.called(found.shown)
        stamp = _stamp(Path(found.origin.path))
        if known is not None and known[0] == stamp and known[1].sha256:
            return None
        reason, sha256 = found.problem, ""
        if not reason:
            try:
                data = origin_bytes(found.origin, shown=found.shown, limit=self.recipe.max_input)
                sha256 = hashlib.sha256(data).hexdigest()
            except InputError as error:
                error.where = ""
                reason = str(error)
        if known is not None:
            if sha256 and known[1].sha256 == sha256:
                return None
            self._remove(known[1].files)
        id = id_of(found.shown, sha256)
        if not sha256:
            return NewInput(id, found.origin, found.name, found.shown, "", "", State.FAILED, reason)
        first = self.store.first_with(sha256) or firsts.setdefault(sha256, id)
        if first != id:
            why = "the same bytes as an earlier input"
            return NewInput(
                id, found.origin, found.name, found.shown, stamp, sha256, State.DUPLICATE, why, first
            )
        return NewInput(id, found.origin, found.name, found.shown, stamp, sha256, State.WAITING)

    def _set_back(self, *, retry_failed: bool) -> None:
        """What is told as done and is not there, or not whole, waits again; so does what failed where that is wanted."""
        again = [
            found.number
            for found in self.store.inputs(State.DONE, State.PARTIAL)
            if (retry_failed and found.state is State.PARTIAL) or not self._is_whole(found.files)
        ]
        if retry_failed:
            again += [found.number for found in self.store.inputs(State.FAILED) if found.sha256]
        self.store.wait_again(again)

    def _is_whole(self, files: Mapping[str, int]) -> bool:
        try:
            return all((self.folder / path).stat().st_size == size for path, size in files.items())
        except OSError:
            return False

    def _remove(self, files: Iterable[str]) -> None:
        for path in map(PurePosixPath, files):
            # The state may be somebody else's: nothing outside the run goes, whatever it names.
            if len(path.parts) == 2 and path.parts[0] in {DIGESTS, BRIEFS} and path.name != "..":
                (self.folder / path).unlink(missing_ok=True)

    def _sweep(self) -> None:
        """Removes what a killed process was writing."""
        for folder in (self.folder, self.folder / DIGESTS, self.folder / BRIEFS):
            for part in folder.glob(f".*{PART}"):
                part.unlink(missing_ok=True)

    def _describe(self) -> None:
        """Tells people and programs what the run is: settings and what was named. The state alone is gone by."""
        told = {"settings": self.recipe.told(), "inputs": json.loads(self.store.fact(_PATHS) or "[]")}
        text = json.dumps(told, ensure_ascii=False, indent=2) + "\n"
        write_whole(self.folder / RUN, text.encode("utf-8", "backslashreplace"))


def _make(folder: Path) -> None:
    """Makes the directory of a new run. Raises UsageError where it cannot be one."""
    try:
        # A process may have been killed between the first file of a run and the next, or be at that just now.
        own = (DIGESTS, BRIEFS, LOCK, STATE)
        strange = folder.is_dir() and not all(entry.name.startswith(own) for entry in folder.iterdir())
        if strange or (folder.exists() and not folder.is_dir()):
            raise UsageError(
                "this is no run, and not empty", where=str(folder), hint="name a new folder with -d"
            )
        for part in (folder, folder / DIGESTS, folder / BRIEFS):
            part.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(
            f"cannot be made: {error.strerror or 'unknown reason'}", where=str(folder)
        ) from error


def _agreed(store: Store, recipe: Recipe | None) -> Recipe:
    """What the run was begun with. Raises UsageError where that is not `recipe`, or another version of this program."""
    kept = store.fact(_RECIPE)
    if kept is None:
        if recipe is None:
            raise InputError("the run ended before it began", hint="begin it again")
        store.keep_fact(_RECIPE, recipe.json())
        return recipe
    begun = Recipe.from_json(kept)
    if recipe is not None:
        begun.check_same(recipe)
    return begun


def _stamp(path: Path) -> str:
    """How a file looks from outside; another one where its content may have changed."""
    try:
        found = path.stat()
    except OSError:
        return ""
    return f"{found.st_size}:{found.st_mtime_ns}"


def _log_made(log: EventLog | None, made: Made) -> None:
    if log is None:
        return
    log(
        "report",
        report=made.id,
        state=made.state.value,
        reason=made.reason if log.with_text or made.state is State.FAILED else "",
        figures=made.facts.figures,
        flagged=made.facts.flagged,
        seconds=round(made.seconds, 3),
    )
