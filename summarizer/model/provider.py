"""A provider's chat model, made from the settings and the environment."""

import os
import re
import warnings
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit, urlunsplit

from summarizer.errors import ConfigError, MissingKey, SummarizerError
from summarizer.model.answer_limits import body_limit
from summarizer.model.secrets import without_secrets
from summarizer.model.settings import OWN_ADDRESS, ModelSettings

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

__all__ = [
    "address_of",
    "ask_structured",
    "chat_model",
    "describe",
    "endpoint_of",
    "http_client",
    "is_openais_own",
    "untraced",
]

_OPENAI: Final = "openai"
# Those whose package is langchain-openai: one client, one way to ask for a schema.
_OF_OPENAI: Final = {_OPENAI, "azure_openai"}
_OPENAI_URL: Final = "https://api.openai.com/v1"
_OPENAI_KEY: Final = "OPENAI_API_KEY"
# Servers on one's own machine want no key, but the client will not start without one.
_NO_KEY: Final = "not-needed"

# Warnings about other methods of structured output; the endpoint's own answer tells us the same, and we act on it.
_ADVICE_TO_PROGRAMMERS: Final = (
    "This model does not support OpenAI's structured output",
    "Cannot use method='json_schema'",
    "Invalid schema for OpenAI's structured output",
)
# Where the packages of other providers look for an address of one's own.
_ADDRESS_VARIABLES: Final = {
    "anthropic": "ANTHROPIC_BASE_URL",
    "azure_openai": "AZURE_OPENAI_ENDPOINT",
    "ollama": "OLLAMA_HOST",
}
_INSTALL: Final = re.compile(r"pip install ([\w-]+)")
_KEY_WANTED: Final = re.compile(r"api[_ ]key|credentials", re.IGNORECASE)
_LONGEST_DETAIL: Final = 240


def endpoint_of(settings: ModelSettings) -> str:
    """The address that requests go to, "" where only the provider's package knows it."""
    if settings.base_url or settings.provider != _OPENAI:
        return settings.base_url
    return os.environ.get("OPENAI_BASE_URL") or os.environ.get("OPENAI_API_BASE") or _OPENAI_URL


def is_openais_own(settings: ModelSettings) -> bool:
    """Whether the model is asked at OpenAI's own address, and nowhere else."""
    return settings.provider == _OPENAI and endpoint_of(settings) == _OPENAI_URL


def address_of(settings: ModelSettings) -> str:
    """The address that requests go to as it may be shown and kept: without user, password and query; "" where unknown."""
    return _without_user(
        endpoint_of(settings) or os.environ.get(_ADDRESS_VARIABLES.get(settings.provider, ""), "")
    )


def describe(settings: ModelSettings) -> str:
    """One line that says who will read the report: endpoint, model, and what is sent."""
    where = address_of(settings) or f"the endpoint of {settings.provider}"
    said = (
        f"asking {settings.name!r} at {where}; sent are the report's text in stretches, its headings, body and period, "
        "and a glossary; no file names"
    )
    if settings.send_key or not os.environ.get(_OPENAI_KEY):
        return said
    return f"{said}, and no key ({settings.named_by} names the address); to have it sent, {OWN_ADDRESS}"


def http_client(settings: ModelSettings) -> Any:
    """The client that all chat models of a run share, and with it its connections; None where a provider's package has its own.

    It follows no redirect: the report goes to the endpoint that was announced, or nowhere. A proxy named in the environment is
    used for https alone, where it sees the host's name and nothing else. An answer that is too long, packed or unpacked, is broken off.
    """
    if settings.provider not in _OF_OPENAI:
        return None
    from openai import DefaultHttpxClient

    secure = address_of(settings).startswith("https:")
    return DefaultHttpxClient(
        follow_redirects=False,
        trust_env=secure,
        headers={"Accept-Encoding": "identity"},
        event_hooks={"response": [body_limit(settings.answer_s)]},
    )


def chat_model(
    settings: ModelSettings,
    *,
    reply_tokens: int,
    secrets: Sequence[str],
    client: Any = None,
    keyless: bool = False,
) -> "BaseChatModel":
    """The provider's chat model, which never retries on its own. No connection is made yet.

    `client` is what `http_client` gave; `keyless` makes a model of OpenAI's that is looked at but never asked.

    Raises MissingKey, or ConfigError for a provider that is unknown, not installed, or does not take these settings.
    """
    if not settings.send_key and settings.provider != _OPENAI and _has_key(settings.provider):
        # Only of OpenAI's client do we know how to keep the key from it.
        raise ConfigError(
            f"{settings.named_by} names the address, and a key of {settings.provider!r} would be sent there",
            where=settings.model,
            hint=OWN_ADDRESS,
        )
    options: dict[str, Any] = {"timeout": settings.timeout_s, "max_retries": 0, "max_tokens": reply_tokens}
    if settings.temperature is not None:
        options["temperature"] = settings.temperature
    if address := endpoint_of(settings):
        options["base_url"] = address
    match settings.provider:
        case "openai":
            options["api_key"] = _NO_KEY if keyless or not settings.send_key else _openai_key(address)
            options["http_client"] = client
            if address != _OPENAI_URL:
                # A local model whose name holds "codex" would otherwise be asked at /responses.
                options["use_responses_api"] = False
        case "azure_openai":
            options["http_client"] = client
        case "ollama":
            # Its package names the same things differently, and has no retries.
            del options["max_retries"]
            options["num_predict"] = options.pop("max_tokens")
            options["client_kwargs"] = {"timeout": options.pop("timeout")}
        case _:
            pass
    return _made(settings, options, secrets)


def ask_structured(
    chat: "BaseChatModel",
    messages: Sequence[Any],
    *,
    schema_name: str,
    schema: Mapping[str, Any],
    provider: str,
) -> Any:
    """The message with which `chat` answers by `schema`, not yet read; strict where the provider knows strictness."""
    if provider in _OF_OPENAI:
        # What with_structured_output binds, without the threads in which it would then read the reply for us.
        form = {"name": schema_name, "strict": True, "schema": schema}
        return chat.bind(response_format={"type": "json_schema", "json_schema": form}).invoke(list(messages))
    titled = {"title": schema_name, **schema}
    try:
        bound = chat.with_structured_output(titled, method="json_schema", include_raw=True)
    except (NotImplementedError, TypeError, ValueError):
        # Nothing is sent yet. A provider without a schema mode has no such method (LangChain's base class), knows no such argument,
        # or calls its value unknown; all take the schema as the arguments of a tool.
        bound = chat.with_structured_output(titled, include_raw=True)
    answered: Any = bound.invoke(list(messages))
    return answered["raw"]


def untraced() -> AbstractContextManager[Any]:
    """Within it nothing is traced to LangSmith, whatever the environment says, unless SUMMARIZER_TRACING is 1."""
    if os.environ.get("SUMMARIZER_TRACING") == "1":
        return nullcontext()
    from langsmith import tracing_context

    return tracing_context(enabled=False)


def _has_key(provider: str) -> bool:
    """Whether a key of the environment may go to the provider's endpoint; of most we do not know what their package looks for."""
    return provider != "ollama" or "OLLAMA_API_KEY" in os.environ


def _openai_key(address: str) -> str:
    key = os.environ.get(_OPENAI_KEY, "").strip()
    if not key and address == _OPENAI_URL:
        raise MissingKey(
            f"no key for {_OPENAI_URL}", hint=f"set {_OPENAI_KEY}, or name another server by --base-url"
        )
    if not key.isascii() or not key.isprintable():
        raise ConfigError(
            f"{_OPENAI_KEY} holds characters that no key has", hint="set it anew, without quotes or spaces"
        )
    return key or _NO_KEY


def _made(settings: ModelSettings, options: dict[str, Any], secrets: Sequence[str]) -> "BaseChatModel":
    from langchain.chat_models import init_chat_model

    for advice in _ADVICE_TO_PROGRAMMERS:
        warnings.filterwarnings("ignore", message=advice)
    try:
        made: BaseChatModel = init_chat_model(settings.name, model_provider=settings.provider, **options)
        return made
    except ImportError as error:
        package = _INSTALL.search(str(error))
        name = package[1] if package else f"langchain-{settings.provider.replace('_', '-')}"
        problem: SummarizerError = ConfigError(
            f"the package for {settings.provider!r} models is not installed", hint=f"pip install {name}"
        )
    except Exception as error:  # noqa: BLE001 - every provider's package has classes of its own for bad settings
        said = " ".join(without_secrets(str(error), secrets).split())[:_LONGEST_DETAIL]
        no_key = _KEY_WANTED.search(said)
        problem = (
            MissingKey(f"no key for {settings.provider!r}: {said}", hint="set it in the environment")
            if no_key
            else ConfigError(f"{settings.model!r} cannot be used: {said}")
        )
    # Raised out here so that it does not carry the provider's exception, which may hold a key.
    raise problem


def _without_user(address: str) -> str:
    """`address` without a user name and password."""
    # Without its slashes a host would be taken for a scheme or a path, and its password for something harmless.
    parts = urlsplit(address if "://" in address else f"//{address}")
    bare = parts._replace(netloc=parts.netloc.rpartition("@")[2], query="", fragment="")
    return urlunsplit(bare).removeprefix("//")
