"""What the clients of the package index answer is read, and what they do not answer counts as unchecked."""

import pytest
import registry
from audit import vulnerability_findings
from registry import Advisories, advisories, advisories_in, one_version_each, resolved_in


def test_a_report_of_pip_tells_licences_and_withdrawn_versions() -> None:
    report = {
        "install": [
            {"metadata": {"name": "Kiln", "version": "2.0", "license_expression": "MIT"}, "is_yanked": True},
            {"metadata": {"name": "clay", "version": "1.0"}, "is_yanked": False},
        ]
    }
    assert [(r.pin, r.declared.expression, r.yanked) for r in resolved_in(report)] == [
        ("clay==1.0", "", False),
        ("kiln==2.0", "MIT", True),
    ]


def test_a_report_that_does_not_tell_what_was_withdrawn_is_no_clean_one() -> None:
    with pytest.raises(KeyError, match="is_yanked"):
        resolved_in({"install": [{"metadata": {"name": "clay", "version": "1.0"}}]})


ANSWER = {
    "dependencies": [
        {"name": "clay", "version": "1.0", "vulns": []},
        {"name": "kiln", "version": "2.0", "vulns": [{"id": "PYSEC-1", "fix_versions": ["2.1"]}]},
        {"name": "glaze", "skip_reason": "Dependency not found on PyPI"},
    ]
}


def test_what_is_skipped_or_not_mentioned_is_unchecked() -> None:
    known = advisories_in(ANSWER, ["clay==1.0", "kiln==2.0", "glaze==3.0", "slip==4.0"])
    assert known.found == {"kiln==2.0": ("PYSEC-1",)}
    assert known.unchecked == {
        "glaze==3.0": "Dependency not found on PyPI",
        "slip==4.0": "not in the answer",
    }


def test_two_versions_of_a_package_are_asked_for_one_after_the_other() -> None:
    assert one_version_each(["clay==2.0", "clay==1.0", "kiln==1.0", "clay==2.0"]) == [
        ["clay==1.0", "kiln==1.0"],
        ["clay==2.0"],
    ]


def test_an_index_without_advisories_leaves_everything_unchecked(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []

    def silent(pins: list[str]) -> Advisories:
        asked.append(pins)
        return Advisories({}, dict.fromkeys(pins, "not found"))

    monkeypatch.setattr(registry, "_advisories_of", silent)
    pins = [f"clay{n}==1.0" for n in range(40)]
    assert advisories(pins) == Advisories({}, dict.fromkeys(sorted(pins), "not found"))
    assert sum(map(len, asked)) < 10


def test_an_index_that_knows_some_is_asked_for_all(monkeypatch: pytest.MonkeyPatch) -> None:
    def partly(pins: list[str]) -> Advisories:
        return Advisories(
            {p: ("PYSEC-1",) for p in pins if p == "clay==2.0"}, {p: "no" for p in pins if "kiln" in p}
        )

    monkeypatch.setattr(registry, "_advisories_of", partly)
    known = advisories(["clay==1.0", "clay==2.0", "kiln==1.0"])
    assert known == Advisories({"clay==2.0": ("PYSEC-1",)}, {"kiln==1.0": "no"})


def test_a_client_that_fails_is_no_clean_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    class Failed:
        stdout, stderr, returncode = "", "Traceback\nConnectionError: nobody there\n", 1

    monkeypatch.setattr(registry, "_run", lambda command: Failed())
    assert advisories(["clay==1.0"]).unchecked == {"clay==1.0": "ConnectionError: nobody there"}
    with pytest.raises(registry.RegistryError, match="nobody there"):
        registry.exactly(["clay==1.0"])


def test_an_accepted_vulnerability_is_no_finding_and_another_of_the_same_version_is() -> None:
    known = Advisories({"clay==1.0": ("PYSEC-1",), "kiln==2.0": ("PYSEC-2", "PYSEC-3")}, {})
    assert vulnerability_findings(known, ["PYSEC-1", "PYSEC-2"]) == ["kiln==2.0: PYSEC-3"]
