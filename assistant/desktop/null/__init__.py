"""The driver for systems without one: copies, and says what it can't do."""
