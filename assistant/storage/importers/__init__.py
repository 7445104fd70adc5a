"""Phrases from files of other programs, one module a format. Bad entries are reported, never raised."""
