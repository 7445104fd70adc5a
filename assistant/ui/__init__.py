"""PySide6 widgets over engine and core; no widget knows a driver or a file."""
