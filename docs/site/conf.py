"""Sphinx builds the site from the Markdown of the repository as it lies there: `make docs`.

The source folder is the repository, so that a link between pages is the same on a code host and in the site.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from summarizer import __version__

project = "summarizer"
version = release = __version__
author = project_copyright = "the summarizer authors"
language = "en"

extensions = ["myst_parser", "sphinx.ext.autodoc", "site_reference"]
root_doc = "docs/index"
include_patterns = ["*.md", "bench/README.md", "docs/**/*.md", "docs/*.md", "examples/*.md"]
exclude_patterns = [".*", "build", "dist", "docs/site", "prompts", "schemas", "summarizer", "tests"]
nitpicky = True

# Slugs as code hosts make them, down to the deepest heading that anything links to.
myst_heading_anchors = 4
myst_enable_extensions = ["attrs_inline"]
highlight_language = "text"
smartquotes = False

# Docstrings put code between single backticks.
default_role = "literal"
autodoc_typehints = "signature"
autodoc_typehints_format = "short"
python_use_unqualified_type_names = True
python_maximum_signature_line_length = 88

templates_path = ["templates"]
html_theme = "furo"
html_title = "summarizer"
html_static_path = ["static"]
html_css_files = ["site.css"]
html_additional_pages = {"index": "first_page.html"}
html_copy_source = False
html_show_sourcelink = False
# A page opened as a file may not read its neighbours, which these excerpts would need.
html_show_search_summary = False
html_theme_options = {
    "light_css_variables": {"color-brand-primary": "#9c2a1f", "color-brand-content": "#9c2a1f"},
    "dark_css_variables": {"color-brand-primary": "#ff9b87", "color-brand-content": "#ff9b87"},
}
