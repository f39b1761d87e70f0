"""Ray Data: the places of the worklist in, what became of each input out."""

import logging
import os
import pickle
import secrets
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from shutil import rmtree
from tempfile import gettempdir, mkdtemp
from typing import Any, Final

from summarizer.batch.cluster.ledger import Assignment, Ledger
from summarizer.batch.cluster.worker import ClusterWorker, Told
from summarizer.batch.run import Part
from summarizer.batch.work import Outputs
from summarizer.batch.worklist import Worklist
from summarizer.errors import UsageError

__all__ = ["RayCluster"]

_CLIENT: Final = "ray://"
_PLACE: Final = "place"
_TOLD: Final = "told"
# What Ray keeps of a block is not much, but more than nothing.
_MOST_BLOCKS: Final = 20_000
# Each request in flight may wait at the ledger for the limit of cost, and others are to get through beside it.
_SPARE_THREADS: Final = 16
_PATIENCE_S: Final = 10.0
_SHORT: Final = Path("/tmp")


class RayCluster:
    """Up to `jobs` processes on a Ray cluster: the one at `address`, or one on this machine that lasts as long as the part.

    Reports are read and results written here; the nodes need no access to this machine's disk. An input that brings a process down
    is tried again alone, twice; one that a process merely had in hand when it died is done again, and what a model had answered for it
    is not asked again.
    """

    def __init__(self, part: Part, *, address: str = "") -> None:
        if address.startswith(_CLIENT):
            raise UsageError(
                "Ray Data does not work through a Ray Client address",
                where=address,
                hint="run this on a node of the cluster, with --ray-address auto",
            )
        # Ray would take `local` for a cluster of this machine's without the token that ours has.
        self._part, self._address = part, "" if address == "local" else address
        if part.by_model:
            # An error of the ledger's own, when it is made, is lost on the way from its process.
            from summarizer.batch.door import allowance_of

            allowance_of(part.settings.model_settings(), part.store)
        self.stopped_by = ""
        self.notes: list[str] = []

    def results(self, work: Worklist) -> Iterator[Outputs]:
        """What became of each input of the list, as they are done.

        Raises what ends the run: a full disk, a model's endpoint that failed for good, a cluster that cannot be had or that broke.
        """
        if not len(work):
            return
        with _connected(self._address, jobs=self._part.share.jobs, run=self._part.folder) as ray:
            try:
                yield from self._results(ray, len(work))
            except ray.exceptions.RayError as error:
                raise UsageError(
                    f"the cluster failed: {type(error).__name__}",
                    hint="see that all nodes have the same summarizer[ray], and go on with: summarizer batch resume",
                ) from error

    def _results(self, ray: Any, count: int) -> Iterator[Outputs]:
        given = self._assignment(ray)
        ledger = _ledger(ray, given)
        for row in _rows(ray, ledger, given, count):
            told: Told = pickle.loads(row[_TOLD])
            self.stopped_by = self.stopped_by or told.stopped_by
            if told.error is not None:
                raise told.error
            if told.outputs is not None:
                yield told.outputs
        self.notes += ray.get(ledger.notes.remote())

    def _assignment(self, ray: Any) -> Assignment:
        part = self._part
        cores = max(1, int(ray.cluster_resources().get("CPU", 0)))
        workers = min(part.share.jobs or cores, cores)
        if part.share.jobs is not None and workers < part.share.jobs:
            self.notes.append(
                f"the cluster has {cores:,} cores, so that {workers:,} processes worked, not {part.share.jobs:,}"
            )
        at_once = 1
        if part.by_model:
            # A worker without a share of the requests could do nothing.
            limits = [part.settings.concurrency, part.settings.rpm, part.settings.tpm]
            workers = min(workers, *(limit for limit in limits if limit is not None))
            at_once = -(-(part.settings.concurrency + 2 * workers) // workers)
        log = part.log
        return Assignment(
            part.recipe,
            part.settings,
            part.folder,
            workers,
            at_once,
            part.share.limit,
            os.path.abspath(log.path) if log is not None else "",  # noqa: PTH100 - the ledger has another working directory
            log is not None and log.with_text,
        )


def _ledger(ray: Any, given: Assignment) -> Any:
    """The ledger, in a process on this machine. Raises what it raises when it is made."""
    here = ray.util.scheduling_strategies.NodeAffinitySchedulingStrategy(
        ray.get_runtime_context().get_node_id(), soft=False
    )
    options = {
        "num_cpus": 0,
        "max_concurrency": given.settings.concurrency + given.workers * given.at_once + _SPARE_THREADS,
        "scheduling_strategy": here,
    }
    return ray.remote(Ledger).options(**options).remote(given)


def _rows(ray: Any, ledger: Any, given: Assignment, count: int) -> Iterator[dict[str, bytes]]:
    import numpy as np

    context = ray.data.DataContext.get_current()
    # What is shown of a run is ours to say.
    context.enable_progress_bars = context.print_on_execution_start = False
    size = -(-count // _MOST_BLOCKS)
    places = np.arange(count)
    blocks = [places[at : at + size] for at in range(0, count, size)]
    pool = ray.data.ActorPoolStrategy(
        size=min(given.workers, len(blocks)),
        max_tasks_in_flight_per_actor=2 * given.at_once,
        max_concurrent_calls_per_actor=given.at_once,
        enable_true_multi_threading=True,
    )
    worked = ray.data.from_numpy(blocks).map_batches(
        _Actor, batch_size=1, compute=pool, num_cpus=1, fn_constructor_args=(ledger, given)
    )
    yield from worked.iter_rows()


class _Actor:
    """A worker as Ray Data calls it: a batch of one place in, a batch of one answer out."""

    def __init__(self, ledger: Any, given: Assignment) -> None:
        import ray

        def call(name: str, *args: object) -> Any:
            return ray.get(getattr(ledger, name).remote(*args))

        self._worker = ClusterWorker(given, call, name=ray.get_runtime_context().get_actor_id() or "")

    def __call__(self, batch: dict[str, Any]) -> dict[str, Any]:
        return {_TOLD: [self._worker.told(int(place)) for place in batch["data"]]}


@contextmanager
def _connected(address: str, *, jobs: int | None, run: Path) -> Iterator[Any]:
    """Ray, connected to the cluster at `address`, or else to one of its own for the run in this folder."""
    with _there(address) if address else _own(jobs, run) as how:
        # Not before, for it reads its environment then and never again.
        ray = _ray()
        try:
            with _unheard():
                ray.init(**how, log_to_driver=False, logging_level="ERROR")
        except (ConnectionError, RuntimeError, ValueError, OSError) as error:
            raise _out_of_reach(address) from error
        try:
            yield ray
        finally:
            ray.shutdown()


@contextmanager
def _there(address: str) -> Iterator[dict[str, object]]:
    if ":" in address:
        # Ray itself would go on trying for many minutes.
        host, _, port = address.rpartition(":")
        try:
            socket.create_connection((host.strip("[]"), int(port)), _PATIENCE_S).close()
        except (OSError, ValueError) as error:
            raise _out_of_reach(address) from error
    yield {"address": address}


@contextmanager
def _own(jobs: int | None, run: Path) -> Iterator[dict[str, object]]:
    """A cluster of this machine's that only this run can use: Ray listens on every interface and lets everybody write its folder."""
    ours = {"RAY_AUTH_MODE": "token", "RAY_AUTH_TOKEN": secrets.token_hex(32)}
    before = {name: os.environ.get(name) for name in ours}
    os.environ.update(ours)
    try:
        # Ray opens its own folder to everybody, not the one around it.
        with _private_folder(run) as folder:
            yield {
                "address": "local",
                "num_cpus": jobs,
                "include_dashboard": False,
                "_temp_dir": str(folder / "ray"),
            }
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


@contextmanager
def _private_folder(run: Path) -> Iterator[Path]:
    """A folder for this user alone, gone at the end; what a killed part of the same run left there is gone before.

    It does not lie in the run's directory, for paths of sockets may have some hundred characters at most.
    """
    short = _SHORT if _SHORT.is_dir() else Path(gettempdir())
    folder = short / f"ray-{sha256(os.fsencode(run)).hexdigest()[:12]}"
    rmtree(folder, ignore_errors=True)
    try:
        folder.mkdir(mode=0o700)
    except FileExistsError:
        # It is somebody else's.
        folder = Path(mkdtemp(prefix="ray-", dir=short))
    try:
        yield folder
    finally:
        rmtree(folder, ignore_errors=True)


def _out_of_reach(address: str) -> UsageError:
    if not address:
        return UsageError("Ray cannot be started on this machine", hint="leave --on ray out")
    return UsageError(
        "no Ray cluster can be reached",
        where=address,
        hint="see with `ray status` that it runs, or leave --ray-address out",
    )


@contextmanager
def _unheard() -> Iterator[None]:
    """Standard error goes nowhere for a moment: Ray's native part tells there that it was told to be silent."""
    ours = os.dup(2)
    try:
        with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 - a name, no path
            os.dup2(nowhere.fileno(), 2)
        yield
    finally:
        os.dup2(ours, 2)
        os.close(ours)


def _ray() -> Any:
    """Ray, silent: what is said of a run is ours to say. Raises UsageError where it is not installed."""
    # Nothing about a run goes to Ray's makers either. Whoever wants more of both says so in the environment.
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    os.environ.setdefault("RAY_BACKEND_LOG_LEVEL", "fatal")
    try:
        ray = import_module("ray")
        for part in ("ray.data", "ray.util.scheduling_strategies"):
            import_module(part)
    except ImportError as error:
        raise UsageError("Ray is not installed", hint="pip install 'summarizer[ray]'") from error
    for name in ("ray", "ray.data"):
        logger = logging.getLogger(name)
        for handler in list(logger.handlers):
            # Its files stay, for whoever looks into a cluster.
            if isinstance(handler, logging.StreamHandler) and not isinstance(handler, logging.FileHandler):
                logger.removeHandler(handler)
    return ray
