"""What a run is to read: found once each, named for good, whatever lies around."""

import os
import zipfile
from pathlib import Path

import pytest

from summarizer.batch.inputs import Found, Left, found_in, id_of, named_in
from summarizer.batch.origin import origin_bytes
from summarizer.errors import InputError
from summarizer.reading import ENDINGS


def found(base: Path, *paths: str, left: Left | None = None) -> list[Found]:
    return list(found_in(named_in(paths, base=base), left=left or Left()))


def shown(base: Path, *paths: str) -> list[str]:
    return [one.shown for one in found(base, *paths)]


@pytest.fixture
def base(tmp_path: Path) -> Path:
    for name in ("a.txt", "b.TXT", "sub/c.html", "sub/deep/d.pdf", "sub/e.jpg", ".hidden.txt", "run/f.txt"):
        path = tmp_path / "reports" / name if not name.startswith("run/") else tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
    (tmp_path / "run" / "digests").mkdir()
    (tmp_path / "run" / "state.sqlite3").touch()
    return tmp_path


def test_a_folder_is_read_to_its_depths_in_order_of_names(base: Path) -> None:
    left = Left()
    names = [one.shown for one in found(base, "reports", left=left)]
    assert names == ["reports/a.txt", "reports/b.TXT", "reports/sub/c.html", "reports/sub/deep/d.pdf"]
    assert left.count == 1


@pytest.mark.parametrize("ending", sorted(ENDINGS))
def test_every_ending_of_what_is_read_is_taken_up_and_told_in_the_guide(ending: str, tmp_path: Path) -> None:
    (tmp_path / f"report{ending.upper()}").write_text("x", encoding="utf-8")
    with zipfile.ZipFile(tmp_path / "packed.zip", "w") as archive:
        archive.writestr(f"inside{ending}", "x")
    assert shown(tmp_path, ".") == [f"packed.zip!inside{ending}", f"report{ending.upper()}"]
    guide = Path(__file__).parent.parent.parent.parent / "docs" / "howto" / "batch.md"
    assert f"`{ending}`" in guide.read_text(encoding="utf-8")


def test_the_run_itself_is_no_input(base: Path) -> None:
    assert not [name for name in shown(base, ".") if "run" in name]
    assert not [name for name in shown(base, "**/*.txt") if "run" in name]


def test_what_is_named_is_taken_whatever_it_is_called_and_once(base: Path) -> None:
    names = shown(base, "reports/sub/e.jpg", "reports/sub", "reports/sub/e.jpg")
    assert names == ["reports/sub/e.jpg", "reports/sub/c.html", "reports/sub/deep/d.pdf"]


def test_patterns_are_expanded_here(base: Path) -> None:
    assert shown(base, "reports/**/*.[ht]*") == ["reports/a.txt", "reports/sub/c.html"]
    assert shown(base, str(base / "reports" / "?.txt")) == ["reports/a.txt"]


@pytest.mark.parametrize(
    ("path", "says"), [("none.txt", "no such file"), ("reports/*.doc", "no file fits the pattern")]
)
def test_what_names_nothing_is_told(base: Path, path: str, says: str) -> None:
    with pytest.raises(InputError, match=says):
        found(base, path)


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no links here")
def test_links_go_round_no_circle_and_out_of_no_folder(base: Path) -> None:
    reports = base / "reports"
    (reports / "sub" / "again").symlink_to(reports, target_is_directory=True)
    (reports / "sub" / "near.txt").symlink_to(reports / "a.txt")
    (reports / "sub" / "broken.txt").symlink_to(reports / "gone.txt")
    (base / "secret.txt").write_text("x", encoding="utf-8")
    (reports / "out.txt").symlink_to(base / "secret.txt")
    one = {each.shown: each.problem for each in found(base, "reports")}
    assert "reports/sub/again/a.txt" not in one
    assert one["reports/sub/near.txt"] == ""
    assert "broken link" in one["reports/sub/broken.txt"]
    assert "leads out of the folder" in one["reports/out.txt"]
    assert shown(base, "reports/out.txt") == ["reports/out.txt"], "named itself it is followed"


def archive(path: Path, members: dict[str, bytes], packed: int = zipfile.ZIP_DEFLATED) -> None:
    with zipfile.ZipFile(path, "w", packed) as made:
        for name, data in members.items():
            made.writestr(name, data)


def test_an_archive_is_read_in_memory_and_its_names_are_no_paths(tmp_path: Path) -> None:
    archive(
        tmp_path / "many.zip",
        {
            "../../evil.txt": b"up",
            "/etc/evil.txt": b"root",
            "in/good.txt": b"good",
            "in/": b"",
            "__MACOSX/in/._good.txt": b"x",
            "in/inner.zip": b"PK",
            "in/picture.png": b"x",
        },
    )
    before = sorted(tmp_path.rglob("*"))
    one = found(tmp_path, "many.zip")
    assert [each.shown for each in one] == [
        "many.zip!../../evil.txt",
        "many.zip!/etc/evil.txt",
        "many.zip!in/good.txt",
        "many.zip!in/inner.zip",
    ]
    assert [each.name for each in one] == ["evil.txt", "evil.txt", "good.txt", "inner.zip"]
    assert "archive inside an archive" in one[3].problem
    assert [origin_bytes(each.origin, shown=each.shown, limit=9) for each in one[:3]] == [
        b"up",
        b"root",
        b"good",
    ]
    assert sorted(tmp_path.rglob("*")) == before, "nothing was unpacked to the disk"
    for each in one:
        assert not {"/", "\\", ".."} & set(id_of(each.shown, "0" * 64)) and ".." not in id_of(each.shown, "")


def test_members_of_one_name_are_kept_apart(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as made:
        made.writestr("one.txt", b"1")
        with pytest.warns(UserWarning, match="Duplicate"):
            made.writestr("one.txt", b"2")
    one = found(tmp_path, "a.zip")
    assert [each.shown for each in one] == ["a.zip!one.txt", "a.zip!one.txt#1"]
    assert [origin_bytes(each.origin, shown="", limit=9) for each in one] == [b"1", b"2"]


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8"])
def test_names_that_are_not_marked_as_utf8_are_read(tmp_path: Path, encoding: str) -> None:
    name = "大同市报告.txt".encode(encoding)
    # A name of as many bytes in its place leaves everything else as it was.
    archive(tmp_path / "c.zip", {"x" * len(name): b"text"})
    data = (tmp_path / "c.zip").read_bytes()
    (tmp_path / "c.zip").write_bytes(data.replace(b"x" * len(name), name))
    assert shown(tmp_path, "c.zip") == ["c.zip!大同市报告.txt"]


def test_an_archive_that_unpacks_to_too_much_is_cut_off_while_it_is_read(tmp_path: Path) -> None:
    archive(tmp_path / "bomb.zip", {"zeros.txt": bytes(5_000_000)})
    (one,) = found(tmp_path, "bomb.zip")
    with pytest.raises(InputError, match="over the limit of 1,000 bytes"):
        origin_bytes(one.origin, shown=one.shown, limit=1_000)


def test_entries_that_lie_on_top_of_each_other_are_refused(tmp_path: Path) -> None:
    archive(tmp_path / "one.zip", {"a.txt": os.urandom(2_000)})
    data = (tmp_path / "one.zip").read_bytes()
    start = data.index(b"PK\x01\x02")
    end = data.index(b"PK\x05\x06")
    entry = data[start:end]
    tail = bytearray(data[end:])
    tail[8:12] = (50).to_bytes(2, "little") * 2
    tail[12:16] = (len(entry) * 50).to_bytes(4, "little")
    (tmp_path / "one.zip").write_bytes(data[:start] + entry * 50 + bytes(tail))
    (one,) = found(tmp_path, "one.zip")
    assert "overlap" in one.problem


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04 and then nothing", b"no archive"], ids=["empty", "cut", "text"]
)
def test_what_is_no_archive_is_one_failed_input(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "bad.zip").write_bytes(data)
    (one,) = found(tmp_path, "bad.zip")
    assert "no zip archive" in one.problem


def test_a_damaged_member_and_one_with_a_password_are_told(tmp_path: Path) -> None:
    archive(tmp_path / "d.zip", {"a.txt": b"text" * 500})
    data = bytearray((tmp_path / "d.zip").read_bytes())
    data[40] ^= 0xFF
    (tmp_path / "d.zip").write_bytes(data)
    (one,) = found(tmp_path, "d.zip")
    with pytest.raises(InputError, match="damaged"):
        origin_bytes(one.origin, shown=one.shown, limit=10_000)
    archive(tmp_path / "p.zip", {"a.txt": b"text"})
    data = bytearray((tmp_path / "p.zip").read_bytes())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    (tmp_path / "p.zip").write_bytes(data)
    (one,) = found(tmp_path, "p.zip")
    with pytest.raises(InputError, match="password"):
        origin_bytes(one.origin, shown=one.shown, limit=10_000)


@pytest.mark.parametrize("packed", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA], ids=["bzip2", "lzma"])
def test_a_member_that_is_packed_otherwise_is_refused_before_it_is_unpacked(
    tmp_path: Path, packed: int
) -> None:
    archive(tmp_path / "a.zip", {"a.txt": b"text" * 500}, packed)
    (one,) = found(tmp_path, "a.zip")
    with pytest.raises(InputError, match="neither stored nor deflated") as caught:
        origin_bytes(one.origin, shown=one.shown, limit=10_000)
    assert caught.value.hint == "unpack it and name the file"


def test_a_member_that_is_gone_since_it_was_found_is_told(tmp_path: Path) -> None:
    archive(tmp_path / "a.zip", {"a.txt": b"1", "b.txt": b"2"})
    two = found(tmp_path, "a.zip")[1]
    archive(tmp_path / "a.zip", {"a.txt": b"1 and more"})
    with pytest.raises(InputError, match="not in the archive any more"):
        origin_bytes(two.origin, shown=two.shown, limit=9)


@pytest.mark.parametrize(
    "path",
    [
        "a.txt",
        "大同市/2023 报告.txt",
        "../../x",
        "CON",
        "." * 300,
        "名" * 300 + ".txt",
        "a\nb;rm -rf.txt",
        "z.zip!a/b.txt",
    ],
)
def test_an_id_is_a_file_name_anywhere_and_lasts(path: str) -> None:
    id = id_of(path, "ab" * 32)
    assert id == id_of(path, "ab" * 32) != id_of(path, "cd" * 32)
    assert len(f".{id}.digest.json.00000000.part".encode()) < 255
    assert id.replace("-", "").replace("_", "").replace(".", "").isalnum() and not id.startswith(".")
    assert id_of(path + "x", "ab" * 32) != id
