"""Strings, arrays, numbers, errors, console: kernels over the context memory."""
