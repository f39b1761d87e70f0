"""Settings → the engine that writes: the way to the configured model, the prompts in force, the model as a writer."""

from summarizer.engines.door import model_door
from summarizer.engines.prompt_files import prompts_of
from summarizer.engines.writer import writer_of

__all__ = ["model_door", "prompts_of", "writer_of"]
