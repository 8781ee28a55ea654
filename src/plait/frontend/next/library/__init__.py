"""The library as TypeScript: declarations that the checker reads."""
