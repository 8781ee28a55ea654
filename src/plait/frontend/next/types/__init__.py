"""TypeScript's types and what can be asked of them; nothing here knows how the machine holds values."""
