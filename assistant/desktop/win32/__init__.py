"""Windows: hotkeys, windows, keys and the clipboard through the system's own calls, without hooks.

Each room that waits has a thread with a message queue of its own. Window procedures written in Python are only those
of windows that our interface never sends to: a call that holds the interpreter's lock while it waits for such a window
would wait for ever.
"""
