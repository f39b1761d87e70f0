"""A key and a password that no artefact of any command holds, whatever an endpoint makes of them."""

import base64
import json
from pathlib import Path
from urllib.parse import quote
from zipfile import ZipFile, is_zipfile

import pytest
from wire.asking import Start
from wire.server import Answer, Seen, completion, error, honest

from cli.runs import Cli

# No form of key that anybody could know by its looks.
KEY = "Zx9-planted/key+with=odd%chars"
PASSWORD = "p@ss:planted w0rd/"
QUERY = "planted-query-key"
USER = "planted-user-token"


def _forms(secret: str) -> set[bytes]:
    """A secret as it may come back: as it is, quoted for addresses and JSON, in base64."""
    forms = {secret, quote(secret), quote(secret, safe=""), json.dumps(secret)[1:-1]}
    return {form.encode() for form in forms} | {base64.b64encode(secret.encode())}


NEEDLES = {
    form for secret in (KEY, PASSWORD, QUERY, USER, f"user:{PASSWORD}", f"{USER}:") for form in _forms(secret)
} | {b"planted"}


def _told(seen: Seen) -> str:
    """All that a request carried: what a proxy, a debugging gateway or a hostile endpoint repeats."""
    return f"you sent {seen.path} and {json.dumps(dict(seen.headers))}"


def _in_the_reply(seen: Seen) -> Answer:
    said = json.loads(honest()(seen).text)
    for row in said["rows"]:
        row["name_en"] = f"{row['name_en']} {_told(seen)}"[:390]
    for sentence in said["sentences"]:
        sentence["text"] += f" {_told(seen)}"
    return completion(json.dumps(said))


ECHOES = {
    "in a good reply": _in_the_reply,
    "as no JSON": lambda seen: completion(f"sorry: {_told(seen)}"),
    "in a refusal": lambda seen: completion(None, refusal=_told(seen)),
    "cut short": lambda seen: completion(f'{{"rows": [{{"cite": "{_told(seen)}', finish="length"),
    "in a 400": lambda seen: error(400, message=_told(seen))(seen),
    "in a 401": lambda seen: error(401, message=_told(seen))(seen),
    "in a 404": lambda seen: error(404, message=_told(seen))(seen),
    "in a 429 without credit": lambda seen: error(429, "insufficient_quota", _told(seen))(seen),
    "in a 500": lambda seen: error(500, message=_told(seen))(seen),
    "in a redirect": lambda seen: Answer(
        307, headers={"Location": f"http://127.0.0.1:9/?{quote(_told(seen))}"}
    ),
}
ADDRESSES = {
    "key": "{url}",
    "password": f"{{scheme}}user:{quote(PASSWORD, safe='')}@{{rest}}",
    "user alone": f"{{scheme}}{USER}@{{rest}}",
    "query": f"{{url}}?api-key={QUERY}",
}


@pytest.fixture(autouse=True)
def _key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    monkeypatch.setenv("SUMMARIZER_RETRIES", "0")
    monkeypatch.setenv("SUMMARIZER_MODEL", "openai:test")


def _leaks(folder: Path) -> list[str]:
    """The files below the folder, those of home, cache and state among them, that hold a needle."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert len(files) >= 4
    return [
        str(path.relative_to(folder))
        for path in files
        for content in _contents(path)
        if any(needle in content for needle in NEEDLES)
    ]


def _contents(path: Path) -> list[bytes]:
    """The bytes of a file, and of all that is packed in it."""
    found = [path.read_bytes()]
    if is_zipfile(path):
        with ZipFile(path) as parts:
            found += map(parts.read, parts.namelist())
    return found


# Every command and format; the later ones read what the earlier ones left, as far as there is anything.
_COMMANDS = (
    "digest fengqiao.txt -o d.json --record rec --log-file l1 --log-text",
    "digest fengqiao.txt --format csv --replay rec --log-file l2",
    "digest fengqiao.txt --format xlsx -o d.xlsx",
    "brief fengqiao.txt -o b.md --bilingual --log-file l3",
    "brief fengqiao.txt --format html -o b.html",
    "brief fengqiao.txt --format docx -o b.docx --refresh",
    "brief fengqiao.txt --format txt --dry-run",
    "compare fengqiao.txt later.txt --format json --log-file l4 --log-text",
    "compare d.json later.txt --format xlsx -o c.xlsx",
    "view fengqiao.txt -o v.html",
    "check d.json --source fengqiao.txt --json",
    "prompt fengqiao.txt --json",
    "numbers fengqiao.txt --json",
    "config show --origin --json",
    "cache stats --json",
    "cache path",
    "batch fengqiao.txt later.txt -d run --briefs md,html,txt,docx --log-file l5 --log-text --json --jobs 1",
    "batch resume run --retry-failed --json --log-file l6",
    "batch status run --json",
)
_FEW = (_COMMANDS[0], _COMMANDS[3], _COMMANDS[7], _COMMANDS[16])


@pytest.mark.parametrize(
    ("echo", "address"),
    [
        pytest.param(
            echo, address, marks=() if (echo, address) == ("in a refusal", "key") else pytest.mark.slow
        )
        for echo in ECHOES
        for address in ADDRESSES
    ],
)
def test_no_artefact_of_a_run_holds_a_key(
    cli: Cli, server: Start, folder: Path, monkeypatch: pytest.MonkeyPatch, echo: str, address: str
) -> None:
    at = server(ECHOES[echo])
    rest = at.url.removeprefix("http://")
    monkeypatch.setenv(
        "SUMMARIZER_BASE_URL", ADDRESSES[address].format(url=at.url, scheme="http://", rest=rest)
    )
    for number, command in enumerate(_COMMANDS if echo == "in a good reply" else _FEW):
        ended = cli(*command.split())
        assert ended.code != 70, command
        (folder / f"out{number}").write_bytes(ended.out)
        (folder / f"err{number}").write_text(ended.err, encoding="utf-8")
    assert at.seen
    assert any(needle in _told(seen).encode() for seen in at.seen for needle in NEEDLES), (
        "nothing was planted"
    )
    assert _leaks(folder.parent) == []


def test_the_details_of_a_bug_hold_no_key(cli: Cli, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    address = f"http://user:{quote(PASSWORD, safe='')}@127.0.0.1:9/v1?api-key={QUERY}"
    monkeypatch.setenv("SUMMARIZER_BASE_URL", address)

    def fails(*given: object, **options: object) -> None:
        try:
            raise ValueError(f"{address} with {KEY}")
        except ValueError as error:
            raise RuntimeError(f"cannot ask {address}, Authorization: Bearer {KEY}, as {PASSWORD}") from error

    import summarizer.cli.engine

    monkeypatch.setattr(summarizer.cli.engine, "model_door", fails)
    ended = cli("brief", "fengqiao.txt")
    assert ended.code == 70
    log = folder.parent / "home" / "summarizer" / "errors.log"
    assert "RuntimeError: cannot ask http://***@127.0.0.1:9/v1?" in log.read_text(encoding="utf-8")
    (folder / "err").write_text(ended.err + ended.text, encoding="utf-8")
    assert _leaks(folder.parent) == []
