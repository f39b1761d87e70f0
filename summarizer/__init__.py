"""English briefings, JSON digests and comparisons of Chinese work reports, every number checked against the source."""

__version__ = "0.1.0"
