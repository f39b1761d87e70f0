"""Many reports, one run."""
