"""What a model is asked about a report, pass by pass: sections, and those that `summarizer.schedule` names.

Each pass sends its requests together, reads the replies against the source, and tells what it came to.
"""

from summarizer.passes.comparison import compared_in_words
from summarizer.passes.sections import first_request, write_sections
from summarizer.passes.writer import AskAll, Called, DigestPass, ModelWriter, PartsPass, Spent

__all__ = [
    "AskAll",
    "Called",
    "DigestPass",
    "ModelWriter",
    "PartsPass",
    "Spent",
    "compared_in_words",
    "first_request",
    "write_sections",
]
