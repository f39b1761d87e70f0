"""An endpoint that sends the request elsewhere: the report goes where it was announced, or nowhere."""

from collections.abc import Callable

import pytest

from summarizer.model import Failed, ModelSettings, ask_with
from wire.requests import request
from wire.server import Answer, WireServer

Start = Callable[..., WireServer]


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize(
    "target",
    ["{url}/chat/completions", "//{rest}/chat/completions", "http://169.254.169.254/latest/meta-data/", "file:///etc/hosts", "ftp://{rest}/x"],
    ids=["another host", "no scheme", "metadata", "file", "ftp"],
)  # fmt: skip
def test_a_redirect_is_not_followed(wire_server: Start, status: int, target: str) -> None:
    elsewhere = wire_server()
    to = target.format(url=elsewhere.url, rest=elsewhere.url.removeprefix("http://"))
    server = wire_server(lambda seen: Answer(status=status, headers={"Location": to}))
    settings = ModelSettings("openai:test-model", base_url=server.url, max_retries=0)
    reply = ask_with(settings)(request())
    assert isinstance(reply, Failed)
    assert str(status) in reply.why and to not in reply.why
    assert (len(server.seen), elsewhere.seen) == (1, [])
