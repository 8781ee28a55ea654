"""From bound files to a module of the machine."""
