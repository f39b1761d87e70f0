"""A part of a run on a Ray cluster: the ledger on this machine, worker processes anywhere, Ray Data between them."""

from summarizer.batch.cluster.pool import RayCluster

__all__ = ["RayCluster"]
