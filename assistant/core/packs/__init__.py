"""Phrases that travel: packs of ours, and what other programs keep."""
