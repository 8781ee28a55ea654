"""The command `plait`: one command a file."""
