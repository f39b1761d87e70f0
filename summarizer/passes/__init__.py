"""What a model is asked about a report, pass by pass: sections, repair, gleaning, overview.

Each pass sends its requests together, reads the replies against the source, and tells what it came to.
"""

from summarizer.passes.comparison import compared_in_words
from summarizer.passes.overview import overview
from summarizer.passes.second_look import glean, most_requests, repair
from summarizer.passes.sections import first_request, write_sections
from summarizer.passes.writer import AskAll, ModelWriter, Spent

__all__ = [
    "AskAll",
    "ModelWriter",
    "Spent",
    "compared_in_words",
    "first_request",
    "glean",
    "most_requests",
    "overview",
    "repair",
    "write_sections",
]
