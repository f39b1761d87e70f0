"""The table of all figures: each report's rows as it is digested, put together in the end without holding them all."""

import io
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from summarizer.render import Sheet, csv_head, run_columns

if TYPE_CHECKING:
    from arro3.core import DataType, RecordBatch, Schema
    from typing_extensions import Buffer

__all__ = ["rows_arrow", "write_csv", "write_parquet"]

_ROWS_IN_A_GROUP: Final = 20_000
_COMPRESSION: Final = "zstd(3)"
# All other columns are text.
_FLOATS: Final = frozenset({"value", "value_max"})
_INTEGERS: Final = frozenset({"start", "end", "quote_start", "quote_end", "page"})
_BOOLEANS: Final = frozenset({"recognised", "name_checked"})


def rows_arrow(sheet: Sheet) -> bytes:
    """The rows of one report as an Arrow IPC stream, typed as the table is."""
    from arro3.core import Array, RecordBatch
    from arro3.io import write_ipc_stream

    schema = _schema()
    columns = [list(column) for column in zip(*sheet.rows, strict=True)] or [[] for _ in sheet.columns]
    arrays = [
        Array([float(cell) if isinstance(cell, Decimal) else cell for cell in column], type=_type(field.name))
        for field, column in zip(sheet.columns, columns, strict=True)
    ]
    sink = io.BytesIO()
    write_ipc_stream(RecordBatch.from_arrays(arrays, schema=schema), sink, compression="zstd")
    return sink.getvalue()


def write_parquet(path: Path, parts: Iterable[bytes]) -> None:
    """Writes the parts that `rows_arrow` made as one Parquet file, row group by row group. Raises OSError."""
    from arro3.core import RecordBatchReader
    from arro3.io import write_parquet as write

    met: list[Exception] = []
    with _Sink(path, met) as sink:
        reader = RecordBatchReader.from_batches(_schema(), _batches(_until_met(parts, met)))
        write(reader, sink, compression=_COMPRESSION, max_row_group_size=_ROWS_IN_A_GROUP)
    if met:
        raise met[0]


class _Sink(io.FileIO):
    """A file that tells the first error afterwards: the library makes a panic of one, which nobody catches, and says so on stderr."""

    def __init__(self, path: Path, met: list[Exception]) -> None:
        super().__init__(path, "w")
        self._met = met

    def write(self, data: "Buffer") -> int:
        view = memoryview(data).cast("B")
        rest = view
        while rest and not self._met:
            try:
                rest = rest[super().write(rest) :]
            except OSError as error:
                self._met.append(error)
        return len(view)


def _until_met(parts: Iterable[bytes], met: list[Exception]) -> Iterator[bytes]:
    """The parts, no more of them once there is an error; one that is met in reading them is kept, for the library takes away its kind."""
    try:
        for part in parts:
            if met:
                return
            yield part
    except Exception as error:  # noqa: BLE001 - raised again afterwards
        met.append(error)


def write_csv(path: Path, parts: Iterable[bytes]) -> None:
    """Writes the rows of all reports below one head. Raises OSError."""
    with path.open("wb") as stream:
        stream.write(csv_head(run_columns()).encode("utf-8"))
        for part in parts:
            stream.write(part)


def _batches(parts: Iterable[bytes]) -> Iterator["RecordBatch"]:
    from arro3.io import read_ipc_stream

    for part in parts:
        yield from read_ipc_stream(io.BytesIO(part))


def _schema() -> "Schema":
    from arro3.core import Field, Schema

    return Schema([Field(column.name, _type(column.name), nullable=True) for column in run_columns()])


def _type(name: str) -> "DataType":
    from arro3.core import DataType

    made: Any = DataType.utf8
    if name in _FLOATS:
        made = DataType.float64
    elif name in _INTEGERS:
        made = DataType.int64
    elif name in _BOOLEANS:
        made = DataType.bool
    found: DataType = made()
    return found
