"""The handbook for a printer: the same chapters in the little HTML that a document on paper understands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby
from typing import Final

from assistant.core.model import Phrase
from assistant.core.packs.leaves import Cover, Leaf
from assistant.storage.exporters import book
from assistant.storage.exporters.handbook import about
from assistant.storage.exporters.work import Work, live, sendable

_LEAF: Final = 250  # phrases that are laid out together


def cover(phrases: Sequence[Phrase], work: Work) -> Cover:
    """The first page."""
    return Cover(sendable(work.title), about(work, sum(map(live, phrases))))


def leaves(phrases: Sequence[Phrase], work: Work) -> Iterator[Leaf]:
    """A leaf for each category at the top, or more where it is long. Raises Stopped."""
    chapters = book.chapters(phrases)
    going = work.each([phrase for chapter in chapters for phrase in chapter.phrases])
    for _, together in groupby(chapters, key=lambda chapter: chapter.path[0]):
        html, count = "", 0
        names: list[str] = []
        pictures: dict[str, bytes] = {}
        for chapter in together:
            html += f"<h2>{escape(chapter.name)}</h2>"
            names.append(chapter.name)
            for _ in chapter.phrases:
                html += _entry(next(going), work, pictures)
                count += 1
                if count == _LEAF:
                    yield Leaf(html, tuple(names), pictures)
                    html, names, pictures, count = "", [], {}, 0
        if html:
            yield Leaf(html, tuple(names), pictures)
    for _ in going:  # tells that this is the end
        pass


def _entry(phrase: Phrase, work: Work, pictures: dict[str, bytes]) -> str:
    code = f'<span class="code">{escape(sendable(phrase.code))}</span>&nbsp;&nbsp;' if phrase.code else ""
    html = f"<h3>{code}{escape(sendable(phrase.title))}</h3>"
    for number, variant in enumerate(phrase.variants):
        if tone := book.tone_of(variant, number, len(phrase.variants)):
            html += f'<p class="tone">{escape(tone)}</p>'
        text = escape(book.text_of(variant, work)).replace("\r", "\n").replace("\n", "<br>")
        html += f'<table width="100%" cellpadding="7" cellspacing="0"><tr><td class="text">{text}</td></tr></table>'
    if phrase.note:
        html += f'<p class="note">{escape(sendable(phrase.note))}</p>'
    for attachment in phrase.attachments:
        data = book.picture_of(attachment, work)
        if data is None:
            html += f'<p class="facts">附件：{escape(sendable(attachment.name))}</p>'
        else:
            name = f"picture:{len(pictures)}"
            pictures[name] = data
            html += f'<p class="picture"><img src="{name}"></p>'
    if facts := book.facts_of(phrase):
        html += f'<p class="facts">{escape("　".join(facts))}</p>'
    return html
