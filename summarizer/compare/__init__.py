"""Digests → comparison."""
