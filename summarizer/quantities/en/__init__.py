"""English prose → every number in it."""
