"""Phrases are templates: the language, the facts, the filling."""
