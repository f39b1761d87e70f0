"""Tables are read strictly, and every complaint names file and line."""

from pathlib import Path

import pytest

from summarizer import resources
from summarizer.errors import LexiconError
from summarizer.lexicon.table import rows

COLUMNS = ("zh", "en")


def test_rows_keep_their_line_numbers_past_comments_and_blank_lines() -> None:
    text = "\ufeffzh\ten\n# a comment\n\n大会\tcongress\n   \n报告\treport\n"
    found = [(row.line, row["zh"], row["en"]) for row in rows("t.tsv", text, COLUMNS)]
    assert found == [(4, "大会", "congress"), (6, "报告", "report")]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param("", "t.tsv: no header", id="empty"),
        pytest.param("zh en\n", "t.tsv line 1: the header is 'zh en'", id="header with blanks for tabs"),
        pytest.param("# x\nen\tzh\n", "t.tsv line 2: the header is", id="header in another order"),
        pytest.param("zh\ten\n大会\n", "t.tsv line 2: 1 of 2 cells", id="cell missing"),
        pytest.param("zh\ten\n大会\tcongress\tx\n", "t.tsv line 2: 3 of 2 cells", id="cell too many"),
        pytest.param(
            "zh\ten\n大会\tcongress \n", "t.tsv line 2: stray blanks around 'congress '", id="blank after"
        ),
        pytest.param("zh\ten\n\u3000大会\tcongress\n", "t.tsv line 2: stray blanks", id="wide blank before"),
    ],
)
def test_a_malformed_table_is_refused(text: str, says: str) -> None:
    with pytest.raises(LexiconError) as caught:
        list(rows("t.tsv", text, COLUMNS))
    assert says in str(caught.value)


def test_a_doubled_entry_names_both_places() -> None:
    first, second = rows("t.tsv", "zh\ten\n大会\tcongress\n大会\tassembly\n", COLUMNS)
    with pytest.raises(LexiconError, match=r"t\.tsv line 3: '大会' stands already in t\.tsv line 2"):
        second.unique("zh", {first["zh"]: first})


def test_a_table_in_another_encoding_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    data = tmp_path / "lexicon" / "data"
    data.mkdir(parents=True)
    (data / "units.tsv").write_bytes("zh\n听取审议\n".encode("gb18030"))
    monkeypatch.setattr(resources, "files", lambda package: tmp_path)
    with pytest.raises(LexiconError, match=r"units\.tsv line 2: is no UTF-8 \(save the table as UTF-8\)"):
        resources.lexicon_tables("units")
