"""The front end: TypeScript → typed program."""
