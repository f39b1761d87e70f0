"""A provider played over real HTTP: `wire.server`, and what is asserted against it."""
