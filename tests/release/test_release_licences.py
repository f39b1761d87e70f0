"""A licence is taken only where all that is declared is on the list; and everything installed here is."""

import pytest
from audit import installed, licence_findings
from licences import Answer, Decision, Declared, Policy, declared_in, judged, policy

RULES = Policy(
    allowed=frozenset({"MIT", "BSD-3-Clause", "Apache-2.0"}),
    spelled={
        "MIT License": "MIT",
        "BSD License": "BSD-3-Clause",
        "GNU General Public License (GPL)": "GPL-1.0-or-later",
    },
    decided={
        "kiln": Decision("(BSD License) (GNU General", "BSD-3-Clause", "one file, not in the wheel"),
        "tongs": Decision("", "MIT", "the file beside it"),
    },
)


def of(name: str = "clay", expression: str = "", text: str = "", classifiers: tuple[str, ...] = ()) -> Answer:
    return judged(Declared(name, "1.0", expression, text, classifiers), RULES).answer


@pytest.mark.parametrize(
    ("expression", "answer"),
    [
        ("MIT", Answer.ALLOWED),
        ("MIT AND Apache-2.0", Answer.ALLOWED),
        ("GPL-3.0-or-later OR MIT", Answer.ALLOWED),
        ("(GPL-3.0-only OR LGPL-2.1-only) AND MIT", Answer.REFUSED),
        ("MIT AND (Apache-2.0 OR GPL-2.0-only)", Answer.ALLOWED),
        ("AGPL-3.0-only", Answer.REFUSED),
        ("LGPL-3.0-or-later", Answer.REFUSED),
        ("GPL-3.0-only WITH GCC-exception-3.1", Answer.REFUSED),
        ("CC-BY-NC-4.0", Answer.REFUSED),
        ("LicenseRef-Proprietary", Answer.UNKNOWN),
        ("MIT AND", Answer.UNKNOWN),
    ],
)
def test_expressions(expression: str, answer: Answer) -> None:
    assert of(expression=expression) is answer


@pytest.mark.parametrize(
    ("text", "classifiers", "answer"),
    [
        ("MIT", (), Answer.ALLOWED),
        ("", ("MIT License",), Answer.ALLOWED),
        ("MIT License", ("BSD License",), Answer.ALLOWED),
        ("MIT", ("GNU General Public License (GPL)",), Answer.REFUSED),
        ("", ("MIT License", "GNU General Public License (GPL)"), Answer.REFUSED),
        ("MIT OR GPL-3.0-only", ("GNU General Public License (GPL)",), Answer.REFUSED),
        ("see the website", (), Answer.UNKNOWN),
        ("see the website", ("MIT License",), Answer.UNKNOWN),
        ("", ("Other/Proprietary License",), Answer.UNKNOWN),
        ("", (), Answer.UNKNOWN),
    ],
)
def test_older_fields_must_all_be_allowed(text: str, classifiers: tuple[str, ...], answer: Answer) -> None:
    assert of(text=text, classifiers=classifiers) is answer


def test_a_decision_holds_while_the_declaration_does() -> None:
    assert of("kiln", classifiers=("BSD License", "GNU General Public License (GPL)")) is Answer.ALLOWED
    assert of("kiln", expression="GPL-3.0-only") is Answer.REFUSED
    assert of("tongs") is Answer.ALLOWED
    assert of("tongs", text="ask our lawyers") is Answer.UNKNOWN


def test_metadata_in_json_is_read_as_that_of_an_installed_package() -> None:
    metadata = {
        "name": "Clay_Reader",
        "version": "1.2",
        "license": "MIT",
        "classifier": ["License :: OSI Approved :: MIT License", "License :: OSI Approved", "Topic :: Art"],
    }
    assert declared_in(metadata) == Declared("clay-reader", "1.2", "", "MIT", ("MIT License",))


def test_the_findings_name_package_version_and_what_was_said() -> None:
    judgements = [
        judged(Declared("clay", "1.0", "MIT"), RULES),
        judged(Declared("kiln", "2.0", "GPL-3.0-only"), RULES),
        judged(Declared("glaze", "3.0", "", "ask us"), RULES),
        judged(Declared("slip", "4.0"), RULES),
    ]
    assert licence_findings(judgements) == [
        "kiln 2.0: GPL-3.0-only is not on the list of licences",
        "glaze 3.0: declares 'ask us', which is no licence we can read",
        "slip 4.0: declares nothing, which is no licence we can read",
    ]


def test_the_policy_takes_no_copyleft_beyond_files() -> None:
    assert not [name for name in policy().allowed if "GPL" in name or "NC" in name or "SSPL" in name]
    assert all(decision.why.strip() for decision in policy().decided.values())


def test_everything_installed_here_has_a_licence_on_the_list() -> None:
    here = installed()
    assert {"pydantic", "lxml", "langchain"} <= {d.name for d in here}
    assert licence_findings(judged(d, policy()) for d in here) == []
