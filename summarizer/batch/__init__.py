"""Many reports, one run: a directory that can be killed, gone on with, watched and trusted."""

from summarizer.batch.account import account_rows
from summarizer.batch.layout import ACCOUNT, INDEX, STATE
from summarizer.batch.local import LocalPool
from summarizer.batch.lock import is_locked
from summarizer.batch.recipe import Recipe
from summarizer.batch.run import Backend, Ended, Engage, Part, Run, Share
from summarizer.batch.standing import Standing, standing
from summarizer.batch.state import Input, State, Tally
from summarizer.batch.store import Spent, Store
from summarizer.batch.worker import Job

__all__ = [
    "ACCOUNT",
    "INDEX",
    "STATE",
    "Backend",
    "Ended",
    "Engage",
    "Input",
    "Job",
    "LocalPool",
    "Part",
    "Recipe",
    "Run",
    "Share",
    "Spent",
    "Standing",
    "State",
    "Store",
    "Tally",
    "account_rows",
    "is_locked",
    "standing",
]
