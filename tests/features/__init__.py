"""Whole flows: the real popup, presenter and engine over a desktop in memory, without a screen.

``shop``     an agent's desk: hotkey, keys typed as a person types them, and what came of it
``test_*``   what the agent does, what the buyer gets
"""
