"""A run from its beginning to its end: inputs found, worked on by a backend, settled one by one, put together."""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol, TypedDict

from summarizer.batch.closing import close
from summarizer.batch.folder import RunFolder
from summarizer.batch.inputs import Left, Named, found_again, found_in, named_in
from summarizer.batch.intake import Intake
from summarizer.batch.layout import RUN, STATE, Layout
from summarizer.batch.lock import locked
from summarizer.batch.moved import follow
from summarizer.batch.recipe import Recipe
from summarizer.batch.state import Input, Made, State, Tally
from summarizer.batch.store import Spent, Store
from summarizer.batch.work import Outputs, briefs_of, hashes_of
from summarizer.batch.worklist import Worklist
from summarizer.config import Settings
from summarizer.errors import InputError
from summarizer.event_log import EventLog
from summarizer.files import readable
from summarizer.paths import is_there, resolved
from summarizer.render import saved_digest

__all__ = ["Backend", "Ended", "Engage", "Part", "Progress", "Run", "Share"]

_RECIPE: Final = "recipe"
_SEARCHES: Final = "searches"
_FOUND_AT_ONCE: Final = 500


class _Search(TypedDict):
    """What was named at once, in words that the state holds."""

    base: str
    paths: list[str]


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
    """Whoever does the work of a part: gives what became of each task, in any order, nothing of it written yet."""

    @property
    def stopped_by(self) -> str:
        """The limit of requests or cost that ended the work early, "" for none."""

    @property
    def notes(self) -> Sequence[str]:
        """What else the user is to be told of how the work was done, a clause each."""

    def results(self, work: Worklist) -> Iterator[Outputs]: ...


Engage = Callable[[Part], Backend]
"""Makes the backend of a part of a run."""


class Run:
    """A run's directory while this process works on it; made by `Run.at`."""

    def __init__(self, folder: RunFolder, store: Store, recipe: Recipe) -> None:
        self._files, self.store, self.recipe = folder, store, recipe

    @property
    def folder(self) -> Path:
        return self._files.path

    @classmethod
    @contextmanager
    def at(cls, folder: Path, recipe: Recipe | None = None) -> Iterator["Run"]:
        """The run in `folder`, held for this process: begun with `recipe` where there is none yet, else gone on with.

        Raises UsageError where another process holds it, `recipe` is not what it was begun with, or the folder cannot be a run's;
        InputError where there is no run and no recipe to begin one with.
        """
        if recipe is None and not is_there(folder / STATE):
            raise InputError("there is no run in this folder", where=str(folder))
        files = RunFolder(folder)
        files.make()
        with locked(folder):
            store = Store(folder / STATE, make=True)
            try:
                agreed = _agreed(store, recipe)
                follow(store, folder)
                yield cls(files, store, agreed)
            finally:
                store.close()

    def find(self, paths: Sequence[str], base: Path, *, notify: Callable[[int], None]) -> Left:
        """Adds the inputs that `paths` name, relative ones from `base`, and that are not there yet; how many files were left out.

        `notify` is told now and then how many were found. Raises InputError for a path that names nothing; nothing is added then.
        """
        # A shell names the run's own directory too where it is told `*`.
        others = [path for path in paths if resolved(base / path) != resolved(self.folder)]
        named = named_in(others or paths, base=base)
        search = _Search(base=str(base), paths=others)
        if search not in (searches := self._searches()):
            self._keep_searches([*searches, search])
        return self._searched(named, search, notify)

    def find_again(self, *, notify: Callable[[int], None]) -> Sequence[str]:
        """Finds what was named where a part of the run ended before it had found all; those of the paths that are there no more."""
        gone: list[str] = []
        for search in self._searches():
            base = Path(search["base"])
            paths: list[Path] = []
            for path in search["paths"]:
                try:
                    paths += named_in([path], base=base).paths
                except InputError:
                    gone.append(path)
            self._searched(Named(base, paths), search, notify)
        return gone

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
        self._files.sweep()
        self._set_back()
        if share.retry_failed:
            self._look_at_failed()
        self.store.tell_copies()
        self._clear()
        part = Part(
            self.recipe, self.recipe.settings(settings), self.folder.resolve(), self.store, share, log
        )
        backend = engage(part)
        worked_on, more = 0, True
        while more and worked_on != share.limit:
            tally = self.store.tally(again_waits=True)
            rest = None if share.limit is None else share.limit - worked_on
            for outputs in backend.results(Worklist(self.store, limit=rest, log=log)):
                made = outputs.made
                if backend.stopped_by and made.state is State.PARTIAL:
                    # What is missing is not the model's doing: the input stays as it is until there is more to spend.
                    continue
                tally = tally.moved(self._taken(outputs))
                worked_on += 1
                _log_made(log, made)
                progress(tally, worked_on, self.store.spent() if part.by_model else Spent())
            # What repeats the bytes of one that has failed is worked on itself.
            more = self.store.tell_copies() > 0 and not backend.stopped_by
        self._clear()
        close(self.store, self._files, self.recipe)
        return Ended(worked_on, backend.stopped_by, tuple(dict.fromkeys(backend.notes)))

    def _taken(self, outputs: Outputs) -> State:
        """Takes up what became of an input, unless there is better of it already; how it stands now."""
        made = outputs.made
        before = self.store.input(made.number)
        if made.state is State.FAILED and before.state is State.PARTIAL:
            self.store.leave(made.number)
            return before.state
        for path, content in outputs.files.items():
            self._files.write(path, content, durable=False)
        self.store.settle(made)
        return made.state

    def _searched(self, named: Named, search: _Search, notify: Callable[[int], None]) -> Left:
        left = Left()
        intake = Intake(self.store, limit=self.recipe.max_input)
        for count, found in enumerate(found_in(named, left=left), start=1):
            intake.look_at(found)
            if count % _FOUND_AT_ONCE == 0:
                intake.put()
                notify(count)
        intake.put()
        self._look_at_unread(intake)
        self.store.tell_copies()
        self._clear()
        self.store.keep_named(readable(search["base"]), map(readable, search["paths"]))
        self._keep_searches([other for other in self._searches() if other != search])
        self._describe()
        return left

    def _searches(self) -> list[_Search]:
        """Those that have not come to their end."""
        searches: list[_Search] = json.loads(self.store.fact(_SEARCHES) or "[]")
        return searches

    def _keep_searches(self, searches: Sequence[_Search]) -> None:
        self.store.keep_fact(_SEARCHES, json.dumps(searches))

    def _set_back(self) -> None:
        """What is told as done and is not there, or not whole, waits again; briefings are made anew from a digest that is."""
        again = []
        for found in self.store.inputs(State.DONE, State.PARTIAL):
            if not self._files.has(found.files) and not self._brief_again(found):
                again.append(found.number)
        self.store.wait_again(again)

    def _brief_again(self, found: Input) -> bool:
        """Writes the briefings of an input whose digest is whole anew; whether they are what they were."""
        digest = Layout(found.id).digest
        if not self._files.has({digest: found.files.get(digest, "")}):
            return False
        briefs = briefs_of(saved_digest(self._files.text(digest)), found.id, self.recipe)
        if found.files != {digest: found.files[digest], **hashes_of(briefs)}:
            return False
        for path, content in briefs.items():
            self._files.write(path, content, durable=False)
        return True

    def _look_at_failed(self) -> None:
        """What failed or came out partial is to be tried again, and with its new content where that has changed."""
        intake = Intake(self.store, limit=self.recipe.max_input)
        self._look_at_unread(intake)
        for found in self.store.inputs(State.FAILED, State.PARTIAL):
            if found.sha256 and not intake.look_again(found):
                self.store.try_again(found.number)
        intake.put()

    def _look_at_unread(self, intake: Intake) -> None:
        """What could not be read when it was found may be there now, or be a folder or an archive of inputs."""
        for failed in list(self.store.inputs(State.FAILED)):
            if failed.sha256 or failed.origin in intake.unread:
                continue
            try:
                inside = list(found_again(failed.origin, shown=failed.shown))
            except InputError:
                continue
            if failed.origin.member is None and failed.origin not in [found.origin for found in inside]:
                self.store.drop(failed.number)
            for found in inside:
                intake.look_at(found)
            intake.put()

    def _clear(self) -> None:
        """Takes away the outputs that belong to no input any more."""
        self._files.remove(self.store.stale())
        self.store.forget_stale()

    def _describe(self) -> None:
        """Tells people and programs what the run is: settings and what was named. The state alone is gone by."""
        told = {"settings": self.recipe.told(), "inputs": self.store.named()}
        text = json.dumps(told, ensure_ascii=False, indent=2) + "\n"
        self._files.write(RUN, text.encode("utf-8", "backslashreplace"))


def _agreed(store: Store, recipe: Recipe | None) -> Recipe:
    """What the run was begun with. Raises UsageError where that is not `recipe`, or another version of this program."""
    kept = store.fact(_RECIPE)
    if kept is None:
        if recipe is None:
            raise InputError("the run ended before it began", hint="begin it again with the same command")
        store.keep_fact(_RECIPE, recipe.json())
        return recipe
    begun = Recipe.from_json(kept)
    if recipe is not None:
        begun.check_same(recipe)
    return begun


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
