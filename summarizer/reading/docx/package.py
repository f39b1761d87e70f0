"""The ZIP file around a Word document: its parts, unpacked one at a time and only when asked for."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from summarizer.errors import Undecodable
from summarizer.reading.docx.markup import Element, Handler, tree, walk
from summarizer.reading.limits import Limits
from summarizer.zipped import PIECE, Fault, NotUnpacked, Zipped

__all__ = ["Package"]

_MOST_ENTRIES = 10_000
_RELATIONS = "_rels/.rels"
_TYPES = "[content_types].xml"
_DAMAGED_HINT = "open it in Word, save it anew and try again"

# What else comes as a ZIP file: an entry that only this has, what to call it, and what to do.
_AS_DOCX = "save it as .docx, text or PDF and try again"
_OTHERS = (
    ("xl/workbook", "an Excel workbook", _AS_DOCX),
    ("ppt/presentation", "a PowerPoint presentation", _AS_DOCX),
    ("ofd.xml", "an OFD document", "save it as PDF or .docx and try again"),
    ("index/document.iwa", "a document of Apple Pages", _AS_DOCX),
    ("meta-inf/container.xml", "an electronic book (EPUB)", _AS_DOCX),
)
_BY_MIMETYPE = (
    ("application/vnd.oasis.opendocument.text", "an OpenDocument text (ODT)", _AS_DOCX),
    ("application/vnd.oasis.opendocument", "an OpenDocument file", _AS_DOCX),
    ("application/epub", "an electronic book (EPUB)", _AS_DOCX),
)


@dataclass(frozen=True, slots=True)
class _Relation:
    kind: str
    target: str


class Package:
    """A Word document as its file holds it.

    Parts are named by their path in the package, in lower case, as they are compared without regard to case. Nothing that
    refers outside the package is followed. All methods, and making one, raise Undecodable for what is no Word document, is
    damaged or has a password, and NoReportText for one over `limits`.
    """

    def __init__(self, data: bytes, *, name: str, limits: Limits) -> None:
        self.name = name
        self._limits = limits
        self._unpacked = 0
        try:
            self._zip = Zipped(BytesIO(data), most=_MOST_ENTRIES)
        except NotUnpacked as error:
            raise self._no_package(error.fault) from error
        self._entries = {_path(entry.filename): entry for entry in self._zip.entries}
        self.main = self._main()

    def has(self, path: str) -> bool:
        return path in self._entries

    def related(self, path: str, kind: str) -> str | None:
        """The part that the part `path` names as its `kind` (`styles`); None where there is none in the package."""
        folder, _, file = path.rpartition("/")
        for relation in self._relations(f"{folder}/_rels/{file}.rels".lstrip("/")):
            if relation.kind == kind:
                target = _resolved(folder, relation.target)
                return target if target in self._entries else None
        return None

    def walk(self, path: str, handler: Handler) -> None:
        """Tells `handler` the part's markup, piece by piece."""
        walk(self._unpack(path), handler, part=path, name=self.name)

    def tree(self, path: str) -> Element:
        """The part's markup as a whole: for parts that are small in any document people make."""
        return tree(self._unpack(path), part=path, name=self.name)

    # ---- which part is the document

    def _main(self) -> str:
        """The part with the text, as the package itself names it."""
        found = self._named() or self._typed()
        if found is not None:
            return found
        raise self._other()

    def _named(self) -> str | None:
        for relation in self._relations(_RELATIONS):
            target = _resolved("", relation.target)
            if relation.kind == "officeDocument" and target in self._entries:
                return None if target.startswith(("xl/", "ppt/")) else target
        return None

    def _typed(self) -> str | None:
        """For packages whose relationships are lost."""
        if _TYPES not in self._entries:
            return None
        for entry in self.tree(_TYPES).iter("Override"):
            content_type, part = entry.get("ContentType", ""), _path(entry.get("PartName", ""))
            if "word" in content_type and content_type.endswith("main+xml") and part in self._entries:
                return part
        return None

    def _relations(self, path: str) -> list[_Relation]:
        if path not in self._entries:
            return []
        return [
            _Relation(entry.get("Type", "").rpartition("/")[2], entry.get("Target", ""))
            for entry in self.tree(path).iter("Relationship")
            if entry.get("TargetMode", "").lower() != "external"
        ]

    def _other(self) -> Undecodable:
        """What the file is, where it is no Word document."""
        # ODF and EPUB begin with an entry that says what they are.
        said = b"".join(self._unpack("mimetype")) if self._is_small("mimetype") else b""
        for mimetype, what, hint in _BY_MIMETYPE:
            if said.decode("ascii", "replace").startswith(mimetype):
                return self._no_document(what, hint)
        for known, what, hint in _OTHERS:
            if any(path.startswith(known) for path in self._entries):
                return self._no_document(what, hint)
        if self.has(_TYPES):
            return self._damaged("the part with its text is missing")
        return self._no_document("a ZIP archive", "unpack it and give the report in it")

    def _is_small(self, path: str) -> bool:
        return self.has(path) and self._entries[path].file_size <= PIECE

    # ---- unpacking

    def _unpack(self, path: str) -> Iterator[bytes]:
        try:
            for piece in self._zip.pieces(self._entries[path]):
                self._unpacked += len(piece)
                self._limits.check_unpacked(self._unpacked, name=self.name)
                yield piece
        except NotUnpacked as error:
            raise self._not_unpacked(error.fault, path) from error

    def _no_package(self, fault: Fault) -> Undecodable:
        if fault is Fault.CROWDED:
            what = f"the file packs more than {_MOST_ENTRIES:,} files"
            return Undecodable(what, where=self.name, hint=_AS_DOCX)
        what = "a Word document (DOCX) or another ZIP file that is broken or cut off"
        return Undecodable(f"this looks like {what}", where=self.name, hint=_DAMAGED_HINT)

    def _not_unpacked(self, fault: Fault, path: str) -> Undecodable:
        if fault is Fault.LOCKED:
            return Undecodable(
                "the file has a password", where=self.name, hint="take the password off and try again"
            )
        if fault is Fault.FOREIGN:
            return self._damaged("it is packed in a way that Word documents are not")
        return self._damaged(f"{path!r} in it cannot be unpacked")

    def _damaged(self, why: str) -> Undecodable:
        return Undecodable(f"this Word document is damaged: {why}", where=self.name, hint=_DAMAGED_HINT)

    def _no_document(self, what: str, hint: str) -> Undecodable:
        return Undecodable(f"this looks like {what}, not a Word document", where=self.name, hint=hint)


def _path(name: str) -> str:
    """The path by which a part is known, however it is written."""
    return name.replace("\\", "/").lstrip("/").lower()


def _resolved(folder: str, target: str) -> str:
    """The path that `target` stands for in a part of `folder`; steps above the package lead nowhere else."""
    written = target.replace("\\", "/")
    steps: list[str] = []
    for step in (written if written.startswith("/") else f"{folder}/{written}").split("/"):
        if step == "..":
            del steps[-1:]
        elif step not in {"", "."}:
            steps.append(step)
    return "/".join(steps).lower()
