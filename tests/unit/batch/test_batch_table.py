"""The table of all figures: one for every program, exact, with nothing lost on the way."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest
from doc_tables import rows as documented

from summarizer.batch.table import rows_arrow, write_csv, write_parquet
from summarizer.digest import Digest
from summarizer.errors import UsageError
from summarizer.pipeline import digest_report
from summarizer.reading import read
from summarizer.render import csv_rows, run_columns, run_sheet


def ask(statement: str) -> list[Any]:
    """The rows of a query, as DuckDB gives them."""
    answer = duckdb.sql(statement)
    assert answer is not None
    return list(answer.fetchall())


TEXT = """枫桥市人民政府工作报告
——2024年1月10日在枫桥市第六届人民代表大会第三次会议上
一、2023年工作回顾
地区生产总值1.2万亿元，增长6.5%。三分之二的村通了公路。办理建议146件，接待群众***人次，培训2至3次。
"""


@pytest.fixture(scope="module")
def digest() -> Digest:
    return digest_report(read(TEXT.encode("utf-8"), name="=cmd.txt"))


def test_the_columns_are_those_of_the_page() -> None:
    told = [row["Column"].strip("`") for row in documented("batch.md", "Column", "Type", "Meaning")]
    assert told == [column.name for column in run_columns()]


def test_duckdb_reads_both_files_alike_and_adds_up(digest: Digest, tmp_path: Path) -> None:
    sheets = [run_sheet(digest, id=f"r{n}", path=f"p/{n}.txt") for n in range(3)]
    write_parquet(tmp_path / "t.parquet", map(rows_arrow, sheets))
    write_csv(tmp_path / "t.csv", (csv_rows(sheet).encode("utf-8") for sheet in sheets))
    sums = "SELECT count(*), count(value), sum(value), count(DISTINCT report_id) FROM"
    first = ask(f"{sums} '{tmp_path / 't.parquet'}'")[0]
    second = ask(f"{sums} read_csv('{tmp_path / 't.csv'}')")[0]
    assert first == second
    assert first[0] == 3 * len(digest.indicators)
    rows = ask(f"SELECT text, value, value_exact FROM '{tmp_path / 't.parquet'}' WHERE report_id = 'r0'")
    values = {text: (value, exact) for text, value, exact in rows}
    assert values["1.2万亿元"] == (1.2e12, "1200000000000")
    assert values["三分之二"] == (pytest.approx(2 / 3), "2/3")
    types = dict(
        ask(f"SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM '{tmp_path / 't.parquet'}')")
    )
    told = {
        row["Column"].strip("`"): row["Type"] for row in documented("batch.md", "Column", "Type", "Meaning")
    }
    names = {"VARCHAR": "text", "DOUBLE": "number", "BIGINT": "whole number", "BOOLEAN": "yes or no"}
    assert {name: names[type] for name, type in types.items()} == told


def test_every_cell_of_the_parquet_file_is_the_sheets(digest: Digest, tmp_path: Path) -> None:
    sheet = run_sheet(digest, id="r", path="p")
    write_parquet(tmp_path / "t.parquet", [rows_arrow(sheet)])
    read_back = ask(f"SELECT * FROM '{tmp_path / 't.parquet'}'")
    plain = [tuple(float(c) if type(c).__name__ == "Decimal" else c for c in row) for row in sheet.rows]  # type: ignore[arg-type]
    assert read_back == plain


def test_a_run_without_figures_has_an_empty_table(tmp_path: Path) -> None:
    write_parquet(tmp_path / "t.parquet", [])
    write_csv(tmp_path / "t.csv", [])
    assert ask(f"SELECT * FROM '{tmp_path / 't.parquet'}'") == []
    (head,) = csv.reader(io.StringIO((tmp_path / "t.csv").read_text(encoding="utf-8-sig")))
    assert head == [column.name for column in run_columns()]


def test_what_the_report_does_not_bear_out_has_no_value(digest: Digest) -> None:
    from summarizer.verify import Reason, Verdict

    wrong = digest.indicators[0].model_copy(update={"verdict": Verdict.CONTRADICTED, "reason": Reason.VALUE})
    changed = digest.model_copy(update={"indicators": [wrong]})
    (row,) = run_sheet(changed, id="r", path="p").rows
    cells = dict(zip([column.name for column in run_columns()], row, strict=True))
    assert (cells["value"], cells["value_exact"], cells["unit"]) == (None, None, None)
    assert str(cells["figure_en"]).startswith("[!VALUE]")


def test_groups_of_rows_are_bounded(digest: Digest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summarizer.batch.table._ROWS_IN_A_GROUP", 10)
    part = rows_arrow(run_sheet(digest, id="r", path="p"))
    write_parquet(tmp_path / "t.parquet", [part] * 10)
    groups = ask(
        f"SELECT DISTINCT row_group_id, row_group_num_rows FROM parquet_metadata('{tmp_path / 't.parquet'}')"
    )
    assert len(groups) == -(-10 * len(digest.indicators) // 10)
    assert max(rows for _, rows in groups) == 10


def test_a_full_disk_and_a_part_that_cannot_be_read_are_errors_of_their_own_kind(
    digest: Digest, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    part = rows_arrow(run_sheet(digest, id="r", path="p"))

    def unreadable() -> Iterator[bytes]:
        yield part
        raise UsageError("the state cannot be read")

    with pytest.raises(UsageError, match="the state cannot be read"):
        write_parquet(tmp_path / "t.parquet", unreadable())
    if not Path("/dev/full").exists():
        pytest.skip("no full disk here")
    with pytest.raises(OSError, match="No space left"):
        write_parquet(Path("/dev/full"), [part] * 200)
    assert capfd.readouterr().err == ""
