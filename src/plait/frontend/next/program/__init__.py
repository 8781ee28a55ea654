"""Programs of several files: which file imports which, and what an imported name means."""
