"""Everything found and written about a report, as the one artefact that all output is made from."""
