"""The host's side: plain data both ways, objects of the program as Python sees them, calls by name, asyncio."""
