"""A desk with real programs: X server, window manager, chats, clipboard owners, and the app itself.

``desk``      Xvfb + openbox + D-Bus with a home of its own
``hands``     key presses, the mouse, windows as a pager sees them
``chats``     programs that a reply can be pasted into, read back from their far side
``owners``    other programs that own the clipboard, and a reader that checks what is in it
``app``       our tray app on that desk
"""
