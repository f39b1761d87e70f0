"""The configured model as a writer."""

from typing import TYPE_CHECKING

from summarizer.config import Settings
from summarizer.engines.prompt_files import prompts_of

if TYPE_CHECKING:
    from summarizer.model import ModelSettings
    from summarizer.passes import AskAll
    from summarizer.pipeline import ModelWriter
    from summarizer.prompting import Prompts

__all__ = ["writer_of"]


def writer_of(
    settings: Settings, chosen: "ModelSettings", *, ask_all: "AskAll", prompts: "Prompts | None" = None
) -> "ModelWriter":
    """A writer that asks by `ask_all`, with the passes and budget in force, in `prompts` or else those that the settings name.

    Its budget fits what the model can take.
    """
    from summarizer.chunks import token_margin, tokens
    from summarizer.model import is_openais_own, limits_of
    from summarizer.pipeline import ModelWriter

    return ModelWriter(
        model=settings.model,
        ask_all=ask_all,
        budget=settings.token_budget(limits_of(chosen)),
        # Only OpenAI's own models are known to count in o200k.
        count=tokens if is_openais_own(chosen) else token_margin,
        prompts=prompts_of(settings) if prompts is None else prompts,
        passes=settings.pass_names(),
    )
