"""Which model is asked, where, and how patiently."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final
from urllib.parse import urlsplit

from summarizer.errors import ConfigError

__all__ = ["OWN_ADDRESS", "ModelSettings"]

OWN_ADDRESS: Final = "name the address yourself: by --base-url, SUMMARIZER_BASE_URL or your own settings file"
"""How a user says that an address may have the key."""

# A model that writes on for long, or whose provider sends blanks while it thinks, is never silent; a local one may write two words a
# second.
_WHOLE_ANSWER: Final = 20


@dataclass(frozen=True, slots=True)
class ModelSettings:
    """How to reach a model. `model` is `provider:name` (`openai:gpt-5.5`, `ollama:qwen3:8b`).

    `base_url` is an OpenAI-compatible address of one's own, "" for the provider's. `timeout_s` is for one silence of the
    endpoint, `max_retries` the attempts after the first, `backoff_s` the first pause between them, doubled each time. `temperature` None
    sends none. `reply_tokens` is the room for one reply, `concurrency` the requests in flight at once. `rpm` and `tpm` are the
    requests and tokens of any minute, `max_requests` and `max_cost_usd` those of the whole run; None sets no limit. A key is no
    setting: it comes from the environment only, and is kept from a `base_url` that the user did not name; `named_by` is what did, for a
    message, "" for the user.
    Raises ConfigError for values that cannot be meant.
    """

    model: str
    base_url: str = ""
    timeout_s: float = 120.0
    max_retries: int = 4
    backoff_s: float = 0.5
    temperature: float | None = None
    reply_tokens: int = 8_000
    concurrency: int = 4
    rpm: int | None = None
    tpm: int | None = None
    max_requests: int | None = None
    max_cost_usd: Decimal | None = None
    named_by: str = ""

    def __post_init__(self) -> None:
        provider, colon, name = self.model.partition(":")
        if not (provider and colon and name):
            raise ConfigError(
                f"no provider in the model name {self.model!r}", hint="write openai:NAME, ollama:NAME, …"
            )
        if self.base_url:
            try:
                address = urlsplit(self.base_url)
                usable = (
                    address.scheme in {"http", "https"} and bool(address.hostname) and (address.port or 1) > 0
                )
            except ValueError:
                usable = False
            if not usable:
                raise ConfigError(
                    "the base URL is no address", hint="write http://HOST:PORT/v1 or https://HOST/v1"
                )
        for wrong, what in (
            (self.timeout_s <= 0, "time limit must be above 0 seconds"),
            (self.max_retries < 0, "number of retries must be 0 or more"),
            (self.backoff_s < 0, "pause between retries must be 0 seconds or more"),
            (
                self.temperature is not None and not 0 <= self.temperature <= 2,
                "temperature must be from 0 to 2",
            ),
            (self.reply_tokens < 1, "room for a reply must be 1 token or more"),
            (self.concurrency < 1, "number of requests in flight must be 1 or more"),
            (self.rpm is not None and self.rpm < 1, "requests a minute must be 1 or more"),
            (self.tpm is not None and self.tpm < 1, "tokens a minute must be 1 or more"),
            (
                self.max_requests is not None and self.max_requests < 1,
                "limit of requests must be 1 or more",
            ),
            (
                self.max_cost_usd is not None and not self.max_cost_usd > 0,
                "limit of cost must be above 0 dollars",
            ),
        ):
            if wrong:
                raise ConfigError(f"the model's {what}")

    @property
    def send_key(self) -> bool:
        """Whether `base_url` may have the key."""
        return not self.named_by

    @property
    def provider(self) -> str:
        """The part before the first colon, as LangChain spells it (`azure_openai`)."""
        return self.model.partition(":")[0].replace("-", "_").lower()

    @property
    def name(self) -> str:
        """The model's own name, without the provider."""
        return self.model.partition(":")[2]

    @property
    def answer_s(self) -> float:
        """Seconds that one answer may take in all, also where it is never silent for `timeout_s`."""
        return _WHOLE_ANSWER * self.timeout_s
