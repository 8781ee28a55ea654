"""The verifier: structure, control flow, types, liveness."""

from plait.verify.verifier import verify

__all__ = ["verify"]
