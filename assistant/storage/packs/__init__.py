"""Phrase packs on the disk: ``.xiaoer`` archives, and folders with the same files.

manifest.json       who, which version, and the size and SHA-256 of every other file
phrases.json        one field a line
categories.json     in the order of the lead, empty ones included
tables.json, rules.json, README.md, LICENSE, attachments/HASH.ending    where there are any
signature.json      over the bytes of manifest.json
"""

from assistant.core.packs.progress import Progress, Stopped
from assistant.storage.packs.reading import Opened, read
from assistant.storage.packs.writing import SUFFIX, manifest_bytes, sealed, write

__all__ = ["SUFFIX", "Opened", "Progress", "Stopped", "manifest_bytes", "read", "sealed", "write"]
