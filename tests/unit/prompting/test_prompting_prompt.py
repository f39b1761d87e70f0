"""Prompt files: their parts, their slots, their versions, and a user's own in place of ours."""

import hashlib

import pytest

from summarizer import resources
from summarizer.errors import ConfigError
from summarizer.prompting import AnchorForm, Prompts
from summarizer.schedule import PROMPTS, prompted

OWN = """A note.

# System message

Cite so: {{citations}}

# Citations by inline

By {{letter}}.

# Citations by list

By the list.

# User message

{{body}}
"""
SLOTS = {"letter": "q", "body": "云桥市"}


def _check(name: str, prompts: Prompts) -> None:
    about = prompted(name)
    prompts.read(name).check_slots(known=about.slots, needed=about.needed)


def test_every_prompt_of_the_program_can_be_read_and_knows_its_version() -> None:
    names = resources.names("prompts")
    assert {"section_digest.md", "repair.md", "gleaning.md", "overview.md"} <= set(names)
    for name in names:
        prompt = Prompts().read(name)
        assert prompt.version == hashlib.sha256(resources.text("prompts", name).encode()).hexdigest()
        assert prompt.system and prompt.user


def test_a_text_of_one_s_own_stands_in_for_ours() -> None:
    prompts = Prompts({"overview.md": OWN})
    system, user = prompts.read("overview.md").messages(SLOTS)
    assert (system.role, system.content) == ("system", "Cite so: By q.")
    assert (user.role, user.content) == ("user", "云桥市")
    assert prompts.read("overview.md").version == hashlib.sha256(OWN.encode()).hexdigest()
    assert prompts.read("repair.md") == Prompts().read("repair.md")


def test_line_ends_do_not_change_the_version() -> None:
    one, other = Prompts({"overview.md": OWN}), Prompts({"overview.md": OWN.replace("\n", "\r\n")})
    assert one.read("overview.md") == other.read("overview.md")


@pytest.mark.parametrize(
    ("form", "said"),
    [(AnchorForm.INLINE, "By q."), (AnchorForm.LIST, "By the list."), (AnchorForm.QUOTE, "By the list.")],
)
def test_a_form_without_words_of_its_own_has_those_of_the_list(form: AnchorForm, said: str) -> None:
    system, _ = Prompts({"overview.md": OWN}).read("overview.md").messages(SLOTS, form=form)
    assert system.content == f"Cite so: {said}"


def test_what_fills_a_slot_is_not_searched_for_slots() -> None:
    _, user = (
        Prompts({"overview.md": OWN}).read("overview.md").messages({**SLOTS, "body": "{{letter}} {{x}}"})
    )
    assert user.content == "{{letter}} {{x}}"


def test_an_unknown_slot_is_named_with_those_there_are() -> None:
    prompt = Prompts({"overview.md": OWN.replace("{{body}}", "{{bodi}}")}).read("overview.md")
    with pytest.raises(ConfigError, match="unknown slot 'bodi'") as caught:
        prompt.messages(SLOTS)
    assert caught.value.where == "overview.md"
    assert "body" in caught.value.hint


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("no parts at all", "one part headed '# System message'"),
        (OWN.replace("# User message", "# Users"), "one part headed '# System message'"),
        (OWN + "\n# User message\n\nagain\n", "one part headed '# System message'"),
        (OWN.replace("# Citations by list", "## The list"), "one for inline and one for list"),
    ],
)
def test_a_prompt_without_its_parts_is_refused(text: str, says: str) -> None:
    with pytest.raises(ConfigError, match=says):
        Prompts({"overview.md": text}).read("overview.md")


def test_a_prompt_of_no_such_name_is_refused() -> None:
    with pytest.raises(ConfigError, match=r"no prompt 'sections\.md'"):
        Prompts({"sections.md": OWN})


@pytest.mark.parametrize(
    ("user", "said"),
    [("{{digest}} {{failed}}", "unknown slot 'failed'"), ("{{ digest }}", "no slot 'digest'")],
)
def test_slots_can_be_checked_before_anything_is_asked(user: str, said: str) -> None:
    text = f"# System message\n\nSum up.\n\n# User message\n\n{user}\n"
    with pytest.raises(ConfigError, match=said):
        _check("overview.md", Prompts({"overview.md": text}))


def test_the_slots_of_every_prompt_of_the_program_are_right() -> None:
    assert sorted(prompt.file for prompt in PROMPTS) == resources.names("prompts")
    for name in resources.names("prompts"):
        _check(name, Prompts())
