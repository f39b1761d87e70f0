"""Where a setting's value comes from, and what may stand in it."""

from collections.abc import Mapping
from dataclasses import fields
from decimal import Decimal
from pathlib import Path

import pytest

from summarizer.chunks import TokenBudget
from summarizer.config import Settings, load, size
from summarizer.errors import ConfigError
from summarizer.model import ModelSettings
from summarizer.paths import cache_folder, state_folder, user_file
from summarizer.reading import Limits


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "project"
    made.mkdir()
    return made


def _loaded(
    folder: Path, flags: Mapping[str, object] | None = None, environ: Mapping[str, str] | None = None
) -> Settings:
    return load(flags, environ={"HOME": str(folder / "home"), **(environ or {})}, folder=folder)


def _write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_each_place_goes_before_the_next(folder: Path) -> None:
    user = _write(folder / "home/.config/summarizer/config.toml", "retries = 1")
    assert (_loaded(folder).retries, _loaded(folder).origins["retries"]) == (1, str(user))
    pyproject = _write(folder / "pyproject.toml", "[tool.summarizer]\nretries = 2")
    assert (_loaded(folder).retries, _loaded(folder).origins["retries"]) == (2, str(pyproject))
    own = _write(folder / "summarizer.toml", "retries = 3")
    assert (_loaded(folder).retries, _loaded(folder).origins["retries"]) == (3, str(own))
    by_variable = _loaded(folder, environ={"SUMMARIZER_RETRIES": "5"})
    assert (by_variable.retries, by_variable.origins["retries"]) == (5, "SUMMARIZER_RETRIES")
    by_flag = _loaded(folder, {"retries": 6}, {"SUMMARIZER_RETRIES": "5"})
    assert (by_flag.retries, by_flag.origins["retries"]) == (6, "--retries")


def test_without_anything_every_value_is_the_default(folder: Path) -> None:
    settings = _loaded(folder, {"model": None, "fail_on": None})
    assert settings == Settings(origins=settings.origins)
    assert set(settings.origins.values()) == {"default"}


def test_every_setting_has_an_origin(folder: Path) -> None:
    assert set(_loaded(folder).origins) == {field.name for field in fields(Settings)} - {"origins"}


def test_a_file_that_is_named_is_read_instead_of_the_others(folder: Path) -> None:
    _write(folder / "summarizer.toml", "retries = 3\nbudget = 9")
    other = _write(folder / "other.toml", "retries = 7")
    home = {"HOME": str(folder / "home")}
    assert load(file=str(other), environ=home, folder=folder).retries == 7
    assert load(file=str(other), environ=home, folder=folder).budget == Settings().budget
    assert load(environ={**home, "SUMMARIZER_CONFIG": str(other)}, folder=folder).retries == 7


def test_defaults_are_those_of_the_parts_they_are_for() -> None:
    settings = Settings(model="openai:m")
    assert settings.model_settings() == ModelSettings("openai:m")
    assert settings.token_budget() == TokenBudget()
    assert settings.limits() == Limits()
    assert settings.max_input == Limits().max_bytes


def test_a_limit_that_is_set_is_the_only_one(folder: Path) -> None:
    assert _loaded(folder, {"max_input": "50MB"}).limits() == Limits(50_000_000, 50_000_000)


@pytest.mark.parametrize(
    ("flags", "environ", "file", "engine", "origin"),
    [
        pytest.param({}, {}, "", "offline", "default", id="nothing"),
        pytest.param({}, {"OPENAI_API_KEY": "sk-abcdefgh"}, "", "offline", "default", id="a key alone"),
        pytest.param({"base_url": "http://h/v1"}, {}, "", "offline", "default", id="an address alone"),
        pytest.param({"model": "openai:m"}, {}, "", "model", "--model", id="a model"),
        pytest.param(
            {}, {"SUMMARIZER_MODEL": "openai:m"}, "", "model", "SUMMARIZER_MODEL", id="in a variable"
        ),
        pytest.param(
            {"engine": "offline"},
            {"SUMMARIZER_MODEL": "openai:m"},
            "",
            "offline",
            "--engine",
            id="flag says offline",
        ),
        pytest.param(
            {"engine": "offline", "model": "openai:m"}, {}, "", "offline", "--engine", id="both in one place"
        ),
        pytest.param(
            {"model": "openai:m"}, {}, 'engine = "offline"', "model", "--model", id="model goes before file"
        ),
        pytest.param(
            {},
            {"SUMMARIZER_MODEL": ""},
            'model = "openai:m"',
            "offline",
            "default",
            id="an empty model takes it away",
        ),
    ],
)
def test_only_a_model_switches_the_model_on(
    folder: Path, flags: dict[str, str], environ: dict[str, str], file: str, engine: str, origin: str
) -> None:
    _write(folder / "summarizer.toml", file)
    settings = _loaded(folder, flags, environ)
    assert (settings.engine, settings.origins["engine"]) == (engine, origin)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param('modle = "x"', "did you mean 'model'?", id="near name"),
        pytest.param('reply-tokens = "x"', "did you mean 'reply_tokens'?", id="hyphen"),
        pytest.param("zzz = 1", "there are: engine,", id="no near name"),
        pytest.param('api_key = "abc"', "keys come from the environment only", id="a key by name"),
        pytest.param('openai_token = "abc"', "keys come from the environment only", id="a token by name"),
        pytest.param('model = "sk-abcdefghijkl"', "looks like a key", id="a key by look"),
        pytest.param('base_url = "https://u:pw@host/v1"', "looks like a key or a password", id="a password"),
        pytest.param(
            'retries = "4"', "retries wants a whole number of 0 or more, not '4'", id="text for number"
        ),
        pytest.param("retries = true", "not True", id="truth for number"),
        pytest.param("retries = -1", "not -1", id="too small"),
        pytest.param("timeout = nan", "timeout wants a number of seconds above 0", id="not a number"),
        pytest.param("temperature = 3", "temperature wants a number from 0 to 2", id="too large"),
        pytest.param(
            'engine = "cloud"', "engine wants one of offline, model, not 'cloud'", id="no such choice"
        ),
        pytest.param('max_input = "20 apples"', "max_input wants a size such as 20MB", id="no size"),
        pytest.param('engine = "model"', "the model engine needs a model", id="engine without model"),
        pytest.param("retries = ", "is not valid TOML", id="broken file"),
    ],
)
def test_a_bad_file_is_refused_in_words(folder: Path, text: str, says: str) -> None:
    path = _write(folder / "summarizer.toml", text)
    with pytest.raises(ConfigError) as caught:
        _loaded(folder)
    assert says in str(caught.value)
    assert str(path) in str(caught.value)
    assert "sk-abc" not in str(caught.value) and "pw@" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        pytest.param("SUMMARIZER_MODLE", "x", "did you mean 'SUMMARIZER_MODEL'?", id="near name"),
        pytest.param("SUMMARIZER_API_KEY", "x", "such as OPENAI_API_KEY", id="a key of ours"),
        pytest.param("SUMMARIZER_RETRIES", "four", "not 'four'", id="no number"),
        pytest.param("SUMMARIZER_RETRIES", "sk-abcdefghijkl", "not this", id="a key for a number"),
    ],
)
def test_a_bad_variable_is_refused_in_words(folder: Path, name: str, value: str, says: str) -> None:
    with pytest.raises(ConfigError) as caught:
        _loaded(folder, environ={name: value})
    assert says in str(caught.value)
    assert name in str(caught.value)


def test_a_named_file_must_be_there(folder: Path) -> None:
    with pytest.raises(ConfigError, match=r"none\.toml: cannot be read"):
        load(file=str(folder / "none.toml"), environ={}, folder=folder)


@pytest.mark.parametrize(
    ("text", "value"),
    [("20MB", 20_000_000), ("1.5 GB", 1_500_000_000), ("500k", 500_000), ("4096", 4096), ("2MiB", 2_000_000)],
)
def test_sizes(text: str, value: int) -> None:
    assert size(text) == value


@pytest.mark.parametrize("text", ["", "MB", "-1", "20XB", "1e9", "20MB more"])
def test_no_sizes(text: str) -> None:
    with pytest.raises(ValueError, match="not a size"):
        size(text)


def test_folders_of_the_platform() -> None:
    home = {"HOME": "/home/u"}
    assert user_file(home, platform="linux") == Path("/home/u/.config/summarizer/config.toml")
    assert user_file({"XDG_CONFIG_HOME": "/x"}, platform="linux") == Path("/x/summarizer/config.toml")
    assert user_file({**home, "XDG_CONFIG_HOME": "rel"}, platform="linux") == user_file(
        home, platform="linux"
    )
    assert user_file({"APPDATA": "/a"}, platform="win32") == Path("/a/summarizer/config.toml")
    assert state_folder(home, platform="linux") == Path("/home/u/.local/state/summarizer")


def test_limits_pace_and_cache_reach_the_model_from_anywhere(folder: Path) -> None:
    _write(folder / "summarizer.toml", 'max_cost = 0.5\nrpm = 30\ncache = "off"\ncache_size = "2GB"')
    settings = _loaded(folder, {"model": "openai:m", "tpm": 9_000}, {"SUMMARIZER_MAX_REQUESTS": "12"})
    model = settings.model_settings()
    assert (model.max_cost_usd, model.max_requests) == (Decimal("0.5"), 12)
    assert (model.rpm, model.tpm) == (30, 9_000)
    assert (settings.cache, settings.cache_size) == ("off", 2_000_000_000)
    assert settings.origins["max_requests"] == "SUMMARIZER_MAX_REQUESTS"
    assert _loaded(folder, {"cache": "off"}).origins["cache"] == "--no-cache"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("max_cost = 0", "max_cost wants a number of US dollars above 0, not 0"),
        ("max_requests = 0", "max_requests wants a whole number of 1 or more, not 0"),
        ("cache = false", "cache wants one of on, off, not False"),
        ("cach = 1", "did you mean 'cache'?"),
    ],
)
def test_limits_that_cannot_be_meant_are_refused(folder: Path, text: str, says: str) -> None:
    _write(folder / "summarizer.toml", text)
    with pytest.raises(ConfigError) as caught:
        _loaded(folder)
    assert says in str(caught.value)


@pytest.mark.parametrize(
    ("environ", "platform", "expected"),
    [
        ({"HOME": "/home/me"}, "linux", "/home/me/.cache/summarizer"),
        ({"HOME": "/home/me", "XDG_CACHE_HOME": "/var/cache/me"}, "linux", "/var/cache/me/summarizer"),
        ({"HOME": "/home/me", "XDG_CACHE_HOME": "relative"}, "linux", "/home/me/.cache/summarizer"),
        ({"LOCALAPPDATA": "/C/Local"}, "win32", "/C/Local/summarizer"),
    ],
)
def test_replies_are_kept_in_the_platforms_folder(
    environ: dict[str, str], platform: str, expected: str
) -> None:
    assert cache_folder(environ, platform=platform) == Path(expected)
    assert Settings(cache_dir="~/kept").cache_path() == Path.home() / "kept"
