"""The checker: what the names and expressions of a module mean, and what is wrong with it."""
