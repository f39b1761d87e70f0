"""What readers look for first in a report, by its kind."""

import pytest

from summarizer.errors import LexiconError
from summarizer.lexicon import headlines, taxon
from summarizer.lexicon.headlines import COLUMNS, headlines_in
from summarizer.lexicon.table import rows
from summarizer.reading import ReportKind


@pytest.mark.parametrize("kind", ReportKind)
def test_every_kind_of_work_report_has_some_and_no_other_text_has(kind: ReportKind) -> None:
    keys = headlines(kind)
    assert bool(keys) is kind.is_work_report
    assert all(taxon(key).key == key for key in keys)


@pytest.mark.parametrize("key", ["no_such_key", "gdp"])
def test_a_key_that_is_unknown_or_doubled_is_an_error_with_its_line(key: str) -> None:
    table = "\n".join(["\t".join(COLUMNS), "government_report\tgdp\t", f"government_report\t{key}\t"])
    with pytest.raises(LexiconError) as caught:
        headlines_in(rows("headlines.tsv", table, COLUMNS), ["gdp"])
    assert caught.value.where == "headlines.tsv line 3"
