"""Settings: what can be set, what may stand there, and where each value comes from."""

from summarizer.config.load import load
from summarizer.config.origins import FolderFile, RunState
from summarizer.config.settings import Settings
from summarizer.config.values import CacheUse, ColorWhen, EngineName, FailOn, size

__all__ = [
    "CacheUse",
    "ColorWhen",
    "EngineName",
    "FailOn",
    "FolderFile",
    "RunState",
    "Settings",
    "load",
    "size",
]
