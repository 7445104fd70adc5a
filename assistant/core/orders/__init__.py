"""Orders: as values, in tables, in copied text, kept together."""
