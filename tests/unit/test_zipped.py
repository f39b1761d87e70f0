"""ZIP files as they come from anywhere: read piece by piece, or not read for a reason."""

import random
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, ZipFile

import pytest

from summarizer.zipped import PIECE, Fault, NotUnpacked, Zipped

TEXT = "一年来，制定地方性法规3部。".encode() * 10_000


def packed(how: int = ZIP_DEFLATED, *, files: int = 1) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", how) as made:
        for number in range(files):
            made.writestr(f"{number}.txt", TEXT)
    return file.getvalue()


def fault(data: bytes, most: int = 9) -> Fault | None:
    """Why the first file in it is not read; None where it is."""
    try:
        zipped = Zipped(BytesIO(data), most=most)
        for entry in zipped.entries[:1]:
            list(zipped.pieces(entry))
    except NotUnpacked as error:
        return error.fault
    return None


@pytest.mark.parametrize("how", [ZIP_STORED, ZIP_DEFLATED], ids=["stored", "deflated"])
def test_a_file_is_unpacked_in_small_pieces(how: int) -> None:
    zipped = Zipped(BytesIO(packed(how)), most=1)
    pieces = list(zipped.pieces(zipped.entries[0]))
    assert b"".join(pieces) == TEXT
    assert len(pieces) > 1
    assert max(map(len, pieces)) <= PIECE


def test_two_files_are_read_at_a_time() -> None:
    zipped = Zipped(BytesIO(packed(files=2)), most=2)
    one, two = (zipped.pieces(entry) for entry in zipped.entries)
    assert b"".join(a + b for a, b in zip(one, two, strict=True)) != b""
    assert [entry.filename for entry in zipped.entries] == ["0.txt", "1.txt"]


def test_the_directory_is_read_up_to_the_limit_and_not_beyond() -> None:
    assert fault(packed(files=9)) is None
    assert fault(packed(files=10)) is Fault.CROWDED


def test_what_the_files_hold_is_not_counted_as_entries() -> None:
    inner = BytesIO()
    with ZipFile(inner, "w", ZIP_STORED) as made:
        made.writestr("inner.zip", packed(ZIP_STORED, files=50))
    assert fault(inner.getvalue()) is None


@pytest.mark.parametrize("how", [ZIP_BZIP2, ZIP_LZMA], ids=["bzip2", "lzma"])
def test_packings_that_unpack_all_at_once_are_refused_sound_or_broken(how: int) -> None:
    data = packed(how)
    assert fault(data) is Fault.FOREIGN
    assert fault(data[:40] + bytes(30) + data[70:]) is Fault.FOREIGN


@pytest.mark.parametrize("how", [ZIP_STORED, ZIP_DEFLATED, ZIP_BZIP2, ZIP_LZMA])
def test_no_damage_raises_anything_else(how: int) -> None:
    chance = random.Random(how)
    sound = packed(how)
    told = set()
    for _ in range(150):
        data = bytearray(sound)
        tail = len(data) - 120  # the directory and its end
        for _ in range(chance.randint(1, 6)):
            data[chance.choice((chance.randrange(90), tail + chance.randrange(120)))] = chance.randrange(256)
        told.add(fault(bytes(data)))
        told.add(fault(bytes(data[: chance.randrange(len(data))])))
    assert {Fault.NO_ZIP, Fault.DAMAGED if how in {ZIP_STORED, ZIP_DEFLATED} else Fault.FOREIGN} <= told


def test_a_file_is_closed_with_what_reads_it() -> None:
    sound, broken = BytesIO(packed()), BytesIO(b"no ZIP file")
    zipped = Zipped(sound, most=1)
    closed = [sound.closed]
    del zipped
    closed.append(sound.closed)
    assert closed == [False, True]
    with pytest.raises(NotUnpacked, match="is no ZIP file"):
        Zipped(broken, most=1)
    assert broken.closed
