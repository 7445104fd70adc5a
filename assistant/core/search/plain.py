"""A template as people read it."""

from __future__ import annotations

import re

from assistant.core.template.facts import canonical, field

_LINE_BREAKS = {ord(sign): " " for sign in "\r\n\t\v\f\u2028\u2029"}
_EMOTICON = re.compile(r"\{%-?\s*emo\s+['\"]?(.*?)['\"]?\s*-?%\}", re.DOTALL)
_TAG = re.compile(r"\{%.*?%\}", re.DOTALL)
_OUTPUT = re.compile(r"\{\{-?\s*(.*?)\s*(?:\|.*?)?-?\}\}", re.DOTALL)
_DEFAULT = re.compile(r"\|\s*(?:default|默认)\b")
_SPACES = re.compile(r"\s{2,}")


def plain(template: str) -> str:
    """A template as one line for the eye: fields as ‹name›, emoticons as [name], other tags left out."""
    if "{" in template:
        template = _EMOTICON.sub(r"[\1]", template)
        template = _OUTPUT.sub(_named, _TAG.sub("", template))
    return _SPACES.sub(" ", template.translate(_LINE_BREAKS)).strip()


def asked_by(template: str) -> frozenset[str]:
    """The paths of the fields that ``template`` writes out and has no default for; tags are not looked at."""
    if "{{" not in template:
        return frozenset()
    outputs = (output for output in _OUTPUT.finditer(template) if not _DEFAULT.search(output[0]))
    return frozenset(filter(None, (canonical(output[1]) for output in outputs)))


def _named(output: re.Match[str]) -> str:
    path = canonical(output[1])
    return f"‹{field(path).label if path else output[1]}›"
