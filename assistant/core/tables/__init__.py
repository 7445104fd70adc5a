"""The lead's tables: looked up, checked, edited, read."""
