"""The TypeScript front end: source text to `Module`. `compile.py` is the file to read first."""
