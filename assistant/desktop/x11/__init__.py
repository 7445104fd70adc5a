"""X11: key grabs, selections and windows over python-xlib, each room with a connection of its own.

Why own selections instead of Qt's clipboard: Qt reads other programs' clipboards on the GUI thread and waits up to
five seconds for an owner that does not answer, cannot tell who reads, and re-encodes what it restores. Here the
requestor of every read is known, so a paste counts only when the chat program itself has read the text.
"""
