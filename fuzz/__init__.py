"""Fuzzing: random verifiable modules compared between engines, and damaged modules offered to the loader."""
