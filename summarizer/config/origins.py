"""Where the value of a setting was found, as far as it matters whose word it is."""

from typing import ClassVar

__all__ = ["FolderFile", "ForeignOrigin", "RunState"]


class ForeignOrigin(str):
    """The origin of a setting that the user did not name: it came with files, which may be somebody else's. `called` is for messages."""

    __slots__ = ()
    called: ClassVar[str]


class FolderFile(ForeignOrigin):
    """A file of the working folder."""

    __slots__ = ()
    called = "a file of this folder"


class RunState(ForeignOrigin):
    """The state of a run over many reports."""

    __slots__ = ()
    called = "only this run"
