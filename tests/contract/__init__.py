"""What the ports promise, held against the fakes and against the real drivers alike.

``world``    what surrounds a driver: the user, a chat, other programs; one in memory and one on a private X screen
``test_*``   a port's promises, each on every world
"""
