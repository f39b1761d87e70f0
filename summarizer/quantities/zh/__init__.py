"""Chinese report text → every number in it."""
