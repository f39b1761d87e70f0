"""What a run is begun with, and whose word its address is when it goes on."""

import json
from dataclasses import replace

import pytest

from summarizer.batch import Recipe
from summarizer.config import FolderFile, Settings
from summarizer.errors import InputError, UsageError

OWN, OTHER, OPENAI = "http://own.example/v1", "http://other.example/v1", "https://api.openai.com/v1"
RECIPE = Recipe(engine="model", model="openai:test", base_url=OWN)


def settings(address: str = "", *, origin: str = "default", model: str = "openai:test") -> Settings:
    return Settings(engine="model", model=model, base_url=address, origins={"base_url": origin})


def begun(current: Settings) -> Recipe:
    return Recipe.of(current, briefs=("md",), length="standard", notes="", bilingual=False)


@pytest.mark.parametrize(
    ("current", "named_by"),
    [
        (settings(OWN, origin="--base-url"), ""),
        (settings(OWN, origin="SUMMARIZER_BASE_URL"), ""),
        (settings("http://user:pa55word@own.example/v1", origin="--base-url"), ""),
        (settings(OWN, origin=FolderFile("summarizer.toml")), "a file of this folder"),
        (settings(), "only this run"),
        (settings(OTHER, origin="SUMMARIZER_BASE_URL"), "only this run"),
        (settings(OTHER, origin=FolderFile("summarizer.toml")), "only this run"),
    ],
    ids=["option", "variable", "with a password", "folder", "nobody", "another variable", "another folder"],
)
def test_the_address_is_the_runs_and_gets_a_key_where_the_user_names_it_now(
    current: Settings, named_by: str
) -> None:
    chosen = RECIPE.settings(current).model_settings()
    assert chosen.base_url == (current.base_url if "own" in current.base_url else OWN)
    assert chosen.named_by == named_by


@pytest.mark.parametrize("folder", ["", OTHER])
def test_the_providers_own_address_gets_the_key_whatever_the_folder_names(folder: str) -> None:
    chosen = begun(settings()).settings(settings(folder, origin=FolderFile("x"))).model_settings()
    assert (chosen.base_url, chosen.send_key) == (OPENAI, True)


def test_an_address_of_the_environment_is_kept_and_gets_the_key_while_it_stands_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", OWN)
    recipe = begun(settings())
    assert recipe.base_url == OWN
    here = recipe.settings(settings()).model_settings()
    assert (here.base_url, here.send_key) == (OWN, True), "in full, for processes with another environment"
    monkeypatch.setenv("OPENAI_BASE_URL", OTHER)
    later = recipe.settings(settings()).model_settings()
    assert (later.base_url, later.send_key) == (OWN, False)


def test_an_address_that_the_environment_alone_can_name_is_refused_when_it_changes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    current = settings(model="ollama:test")
    recipe = begun(current)
    monkeypatch.setenv("OLLAMA_HOST", OTHER)
    with pytest.raises(UsageError, match="begun with --base-url unset, not 'http://other"):
        recipe.settings(current)


def test_another_address_is_refused_with_both_and_without_a_password() -> None:
    RECIPE.check_address(settings(OWN, origin="--base-url"))
    with pytest.raises(UsageError) as refused:
        RECIPE.check_address(settings("http://user:pa55word@other.example/v1", origin="--base-url"))
    assert f"this run was begun with --base-url {OWN!r}, not {OTHER!r}" in str(refused.value)
    with pytest.raises(UsageError, match="asks at no address"):
        Recipe().check_address(settings(OWN, origin="--base-url"))


def test_it_comes_back_as_it_was() -> None:
    recipe = replace(RECIPE, prompts={"sections.md": "…"}, briefs=(), temperature=0.5)
    assert Recipe.from_json(recipe.json()) == recipe


def test_one_of_another_version_is_told_as_such_whatever_it_holds() -> None:
    other = {**json.loads(RECIPE.json()), "version": "9.9", "tone": "dry"}
    with pytest.raises(UsageError, match=r"the version of summarizer '9\.9', not"):
        Recipe.from_json(json.dumps(other))


@pytest.mark.parametrize(
    "change",
    [
        {"engine": "none"},
        {"budget": "4000"},
        {"budget": 0},
        {"briefs": None},
        {"briefs": ["pdf"]},
        {"length": "endless"},
        {"notes": "none at all"},
        {"passes": "guesses"},
        {"max_input": -1},
        {"prompts": ["x"]},
        {"version": []},
    ],
    ids=str,
)
def test_what_is_no_recipe_is_refused_in_a_sentence(change: dict[str, object]) -> None:
    with pytest.raises((InputError, UsageError)):
        Recipe.from_json(json.dumps({**json.loads(RECIPE.json()), **change}))
    with pytest.raises(InputError):
        Recipe.from_json("[" * 10_000)
