"""Bugs to plant in core lines, each with the law of `tests/property` that must not hold any more then."""

from dataclasses import dataclass

__all__ = ["BUGS", "Bug"]


@dataclass(frozen=True)
class Bug:
    """What goes wrong, the line of a file of the package that is changed and what it becomes, and the law that sees it."""

    what: str
    file: str
    line: str
    becomes: str
    law: str


_FIGURES = "test_figure_laws.py"

BUGS = (
    Bug("a 亿 is read as ten 亿", "lexicon/numerals.py", '("亿", Decimal(10**8)),', '("亿", Decimal(10**9)),',
        "test_quantities_laws.py::test_a_quantity_in_any_of_its_forms_is_read_back"),
    Bug("30余次 is about 30", "quantities/zh/amount.py", 'if hit[1] == "来" else Qualifier.OVER', 'if hit[1] == "来" else Qualifier.ABOUT',
        f"{_FIGURES}::test_every_figure_is_read_where_it_stands"),
    Bug("不足 is not read as under", "quantities/zh/approximation.py", 'Qualifier.UNDER: ("不足", ', "Qualifier.UNDER: (",
        f"{_FIGURES}::test_every_figure_is_read_where_it_stands"),
    Bug("a masked figure has a value", "quantities/zh/forms.py", "mask.end(), None, qualifier=Qualifier.MASKED", "mask.end(), Decimal(3), qualifier=Qualifier.MASKED",
        "test_quantities_laws.py::test_a_value_is_exact_or_absent"),
    Bug("an English thousand is a hundred", "quantities/en/number_words.py", 'SCALES = {"thousand": 10**3,', 'SCALES = {"thousand": 10**2,',
        "test_quantities_laws.py::test_an_english_count_in_any_of_its_forms_is_read_back"),
    Bug("a label loses what it counts and keeps its verb", "quantities/bind/labels.py", "return Label(plain(name), figure.left, split_verb(name)[0])",
        "return Label(plain(split_verb(name)[0] or name), figure.left, split_verb(name)[0])", f"{_FIGURES}::test_every_figure_counts_its_own_thing"),
    Bug("a figure counts what the one before it counts", "quantities/bind/inherited.py", 'if figure.place.gap == "" or is_ratio(figure)', "if figure.previous or is_ratio(figure)",
        f"{_FIGURES}::test_every_figure_counts_its_own_thing"),
    Bug("traditional characters are not simplified", "lexicon/traditional.py", "plain = text.translate(table) if found.search(text) else text", "plain = text",
        f"{_FIGURES}::test_a_report_in_traditional_characters_has_the_same_figures_in_the_same_places"),
    Bug("a span of the body ends a character early in the text", "reading/document.py", "return Span(self.offsets[start], self.offsets[end - 1] + 1)",
        "return Span(self.offsets[start], max(self.offsets[end - 1], self.offsets[start] + 1))", f"{_FIGURES}::test_every_figure_is_read_where_it_stands"),
    Bug("a region is part of the report", "reading/body.py", "yield max(position, region.span.start), region.span.end, None", "yield max(position, region.span.start), region.span.end, True",
        "test_reading_laws.py::test_a_region_between_any_two_characters_changes_nothing"),
    Bug("hard wraps are ends of paragraphs", "reading/body.py", "        if joined:", "        if joined and len(line) > 99:",
        f"{_FIGURES}::test_a_wrap_or_a_page_foot_anywhere_in_a_sentence_changes_no_figure"),
    Bug("a value for a masked figure is right", "verify/magnitude.py", "    if mention.masked:\n        return Judgement(Verdict.CONTRADICTED, Reason.MASKED_INVENTED",
        "    if mention.masked:\n        return Judgement(Verdict.SUPPORTED, Reason.EXACT", "test_verify_laws.py::test_a_masked_figure_is_never_supported_with_a_value"),
    Bug("any value is right", "verify/magnitude.py", "return a is b if a is None or b is None else a == b", "return (a is None) is (b is None)", "test_verify_laws.py::test_a_changed_value_is_never_supported"),
    Bug("a qualifier lost or added is right", "verify/magnitude.py", "if claimed is None or claimed is source or", "if claimed is not None or",
        f"{_FIGURES}::test_another_qualifier_is_imprecise"),
    Bug("units are not compared", "verify/magnitude.py", "if figure.unit and mention.unit and figure.unit != mention.unit:", "if figure.unit == mention.unit == '':",
        f"{_FIGURES}::test_a_unit_of_another_kind_is_contradicted"),
    Bug("units are converted the wrong way", "verify/magnitude.py", "    return b[1] / a[1]", "    return a[1] / b[1]",
        f"{_FIGURES}::test_the_same_in_another_unit_is_supported_and_a_bit_more_is_not"),
    Bug("a plan is as good as a result", "verify/claim_check.py", "if self._claim.aspect is not None and self._claim.aspect is not indicator.aspect:", "if False and self._claim.aspect is not indicator.aspect:",
        f"{_FIGURES}::test_a_figure_of_another_time_or_aspect_is_contradicted"),
    Bug("a cited figure may have the name of another", "verify/choice.py", "if own.fit + _BETTER >= 1 and", "if own.fit + _BETTER >= 0 and",
        f"{_FIGURES}::test_a_name_that_is_anothers_is_never_supported"),
    Bug("a figure of a year is divided by one year more", "compare/derived.py", "_computed(number / cell.years)", "_computed(number / (cell.years + 1))",
        "test_compare_laws.py::test_what_is_derived_comes_out_of_its_own_formula"),
    Bug("a repaired figure is counted twice", "verify/coverage.py", "supported=len(reported) - len(bad) - len(good),", "supported=len(reported) - len(bad),",
        "test_verify_laws.py::test_the_closing_account_adds_up"),
    Bug("a sentence is as good as its best number", "verify/prose_check.py", "    worst = max(judged,", "    worst = min(judged,",
        "test_digest_guarantee.py::test_no_number_that_the_report_does_not_have_reaches_the_prose"),
)  # fmt: skip
