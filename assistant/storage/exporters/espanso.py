"""An espanso package: a folder with ``_manifest.yml``, ``package.yml``, the pictures and a README.

Each wording is a match; those of one phrase share the trigger, and espanso lets the user choose. Questions and facts
become fields of a form, dates variables. Pictures are matches of their own under the same trigger.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from assistant.core.model import Attachment, Phrase, Variant
from assistant.core.packs.foreign import Remark
from assistant.core.packs.outward import Ask, Cut, Day, Fact, Part, Smile, Words, drawn
from assistant.storage.attachments import clean
from assistant.storage.exporters import folder, yaml_text
from assistant.storage.exporters.work import OFF, Work, live, lost, remarks, sendable
from assistant.storage.exporters.yaml_text import Value

_HOLDS: Final = ("code", "tags", "wordings", "attachments")
_FORM: Final = "form1"
_NAME: Final = re.compile(r"\W+")
_SLUG: Final = re.compile(r"[^a-z0-9]+")
_LOCAL: Final = re.compile(r"%-?[aAp]")
_HINT: Final = "$|$"

FILLED: Final = "买家和订单的字段变成了弹出表单里要填的空格。"
DATE_ASKED: Final = "要选的日期变成了要填的文字。"
WEEKDAY: Final = "“周三”会写成“星期三”。"
NO_CODE: Final = "没有编码，用标题作触发词。"
CURSOR: Final = "正文里有 $|$，对方会把它当成光标的位置。"
BRACES: Final = "正文里的反斜杠加花括号，对方会当成花括号。"
NOT_A_PICTURE: Final = "不是图片的附件没有地方放。"
NO_PICTURE: Final = "图片的文件不在这台电脑上，不导出。"


@dataclass(frozen=True, slots=True)
class Espanso:
    """The package."""

    name: str = "espanso"
    label: str = "espanso 程序包"
    about: str = "一个文件夹，放进 espanso 的 match/packages 里就能用；图片也在里面。"
    suffix: str = ""

    def losses(self, phrases: Sequence[Phrase], work: Work) -> tuple[Remark, ...]:
        """See :class:`assistant.storage.exporters.work.Exporter`."""
        return remarks(phrases, work, lambda phrase: _told(phrase, work))

    def write(self, phrases: Sequence[Phrase], path: Path, work: Work) -> None:
        """See :class:`assistant.storage.exporters.work.Exporter`."""
        slug = slug_of(path.name)
        with folder.replacing(path, "_manifest.yml") as place:
            pictures = Pictures(place, slug)
            place.joinpath("_manifest.yml").write_text(_manifest(slug, work), "utf-8", newline="\n")
            with place.joinpath("package.yml").open("w", encoding="utf-8", newline="\n") as file:
                file.write("matches:\n")
                count = 0
                for phrase in work.each(phrases):
                    for match in matches(phrase, work, pictures):
                        file.writelines(f"{line}\n" for line in yaml_text.dump([match], 2))
                        count += 1
                if not count:
                    file.write("  []\n")
            place.joinpath("README.md").write_text(_readme(slug, work), "utf-8", newline="\n")


def slug_of(name: str) -> str:
    """``name`` as a package may be called."""
    return _SLUG.sub("-", name.lower()).strip("-") or "xiaoer-phrases"


def _manifest(slug: str, work: Work) -> str:
    value: Value = {
        "name": slug,
        "title": sendable(work.title),
        "description": sendable(f"{work.title}，由小二快答导出"),
        "version": "1.0.0",
        "author": "xiaoer",
        "tags": ["chinese", "customer-service"],
    }
    return "\n".join((*yaml_text.dump(value), ""))


def _readme(slug: str, work: Work) -> str:
    title = sendable(" ".join(work.title.split()))
    return (
        f"# {title}\n\n由小二快答导出的话术。"
        f"把文件夹 `{slug}` 放进 espanso 的 `match/packages/`，重新启动 espanso 就能用。\n\n"
        f"触发词是“{sendable(work.prefix)}”加编码；同一个触发词有几种写法时，espanso 会让您选。\n"
    )


@dataclass(slots=True)
class Pictures:
    """Where pictures go: beside the package, each content once."""

    place: Path
    slug: str
    written: dict[str, str] = field(default_factory=dict)

    def keep(self, attachment: Attachment, data: bytes) -> str:
        """Write it; what ``image_path`` says. Raises OSError."""
        if attachment.hash not in self.written:
            name = f"{len(self.written) + 1}-{clean(sendable(attachment.name))}"
            self.place.joinpath("images").mkdir(exist_ok=True)
            self.place.joinpath("images", name).write_bytes(data)
            self.written[attachment.hash] = f"$CONFIG/match/packages/{self.slug}/images/{name}"
        return self.written[attachment.hash]


def matches(phrase: Phrase, work: Work, pictures: Pictures) -> Iterator[dict[str, Value]]:
    """A phrase as matches. Raises OSError when a picture can't be written."""
    if not live(phrase):
        return
    head: dict[str, Value] = {"trigger": sendable(trigger_of(phrase, work.prefix))}
    if phrase.tags:
        head["search_terms"] = [sendable(tag) for tag in phrase.tags]
    for number, variant in enumerate(phrase.variants):
        macros = Macros(work)
        text = macros.said(work.cutter.cut(variant.text))
        match = {**head, "label": sendable(_label(phrase, variant, number)), "replace": sendable(text)}
        if variables := macros.variables:
            match["vars"] = variables
        yield match
    for attachment in phrase.attachments:
        data = work.picture(attachment) if is_picture(attachment) else None
        if data:
            path = pictures.keep(attachment, data)
            yield {**head, "label": sendable(f"{phrase.title}（图片）"), "image_path": path}


def trigger_of(phrase: Phrase, prefix: str) -> str:
    """What is typed."""
    return prefix + (phrase.code or "".join(phrase.title.split()))


def is_picture(attachment: Attachment) -> bool:
    """Whether it can be pasted as a picture."""
    return attachment.kind.startswith("image/")


def _label(phrase: Phrase, variant: Variant, number: int) -> str:
    return f"{phrase.title}（{variant.tone or number + 1}）" if number else phrase.title


def _told(phrase: Phrase, work: Work) -> Iterator[str]:
    if not live(phrase):
        yield OFF
        return
    yield from lost(phrase, _HOLDS)
    if not phrase.code:
        yield NO_CODE
    for variant in phrase.variants:
        macros, cut = Macros(work), work.cutter.cut(variant.text)
        macros.said(cut)
        yield from (*cut.remarks, *macros.remarks)
    for attachment in phrase.attachments:
        if not is_picture(attachment):
            yield NOT_A_PICTURE
        elif work.picture(attachment) is None:
            yield NO_PICTURE


class Macros:
    """Says the parts of one template in espanso's way."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._fields: dict[str, dict[str, Value]] = {}
        self._layout: dict[str, str] = {}
        self._days: dict[Day, str] = {}
        self.remarks: dict[str, None] = {}

    def said(self, cut: Cut) -> str:
        """The whole."""
        return "".join(map(self._part, cut.parts))

    @property
    def variables(self) -> list[Value]:
        """What the text refers to."""
        found: list[Value] = []
        for day, name in self._days.items():
            params: dict[str, Value] = {"format": _pattern(day)}
            if day.seconds:
                params["offset"] = day.seconds
            if _LOCAL.search(day.pattern):
                params["locale"] = "zh-CN"
            found.append({"name": name, "type": "date", "params": params})
        if self._layout:
            layout = "\n".join(f"{label}: [[{name}]]" for name, label in self._layout.items())
            form: dict[str, Value] = {"layout": sendable(layout)}
            if fields := {name: known for name, known in self._fields.items() if known}:
                form["fields"] = fields
            found.append({"name": _FORM, "type": "form", "params": form})
        return found

    def _part(self, part: Part) -> str:
        if isinstance(part, Words):
            return self._words(part.text)
        if isinstance(part, Smile):
            code, _, told = drawn(part, self._work.cutter.emoticons, "unicode")
            self.remarks[told] = None
            return self._words(code)
        if isinstance(part, Day):
            if "%a" in part.pattern:
                self.remarks[WEEKDAY] = None
            return f"{{{{{self._days.setdefault(part, f'date{len(self._days) + 1}')}}}}}"
        if isinstance(part, Fact):
            self.remarks[FILLED] = None
            return self._asked(part.label, {})
        return self._ask(part)

    def _words(self, text: str) -> str:
        if _HINT in text:
            self.remarks[CURSOR] = None
        if "\\{" in text or "\\}" in text:
            self.remarks[BRACES] = None
        return text.replace("{{", "\\{\\{").replace("}}", "\\}\\}")

    def _ask(self, ask: Ask) -> str:
        known: dict[str, Value] = {}
        if ask.kind == "choice" and ask.choices:
            known = {"type": "choice", "values": [sendable(choice) for choice in ask.choices]}
        if ask.kind == "date":
            self.remarks[DATE_ASKED] = None
        if ask.default:
            known["default"] = sendable(ask.default)
        return self._asked(ask.name, known)

    def _asked(self, label: str, known: dict[str, Value]) -> str:
        name = _NAME.sub("_", label).strip("_") or "field"
        self._layout.setdefault(name, label.replace("[[", "[ [").replace("]]", "] ]"))
        self._fields.setdefault(name, known)
        return f"{{{{{_FORM}.{name}}}}}"


def _pattern(day: Day) -> str:
    return day.pattern.replace("%a", "%A")


ESPANSO: Final = Espanso()
