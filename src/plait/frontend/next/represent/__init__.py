"""How the program's values are held: units, captured variables, and what the flow of values proves."""
