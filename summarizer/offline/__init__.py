"""`Chunk` → rows and sentences by rules and termbase, without a model."""
