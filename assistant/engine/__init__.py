"""Sequences over ports: the straight line from the hotkey to the pasted reply."""
