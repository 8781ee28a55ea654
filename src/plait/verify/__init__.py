"""The verifier: structure, control flow, types, liveness."""
