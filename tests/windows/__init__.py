"""The app and its driver on Windows, with real windows of other processes.

``neighbour``  a program of its own: a window with an edit control, a clipboard owner, a reader; obeys orders
``desk``       the screen with such programs on it, and the user's keys
``test_*``     whole flows; they are skipped elsewhere
"""
