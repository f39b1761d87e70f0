"""Worker processes in which something goes wrong that nobody foresaw."""

import time
from multiprocessing.connection import Connection

from summarizer.batch import worker
from summarizer.batch.messages import Finished, Ready
from summarizer.batch.work import Outputs
from summarizer.batch.worker import Job

__all__ = ["hangs", "runs_out_of_memory"]


def hangs(line: Connection, job: Job) -> None:
    """Never comes to the end of an input."""
    line.send(Ready())
    time.sleep(600)


def runs_out_of_memory(line: Connection, job: Job) -> None:
    """Has no memory left to put down what was made of an input called `large`."""

    def finished(outputs: Outputs) -> Finished:
        if "large" in outputs.made.id:
            raise MemoryError
        return Finished(outputs)

    setattr(worker, "Finished", finished)  # noqa: B010 - the module does not give it away
    worker.work(line, job)
