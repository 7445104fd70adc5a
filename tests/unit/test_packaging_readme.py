"""The README tells the truth: its template fills, its commands and keys exist, its files are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from assistant import cli
from assistant.core.emoticons import Emoticons
from assistant.core.template.filling import Templates
from assistant.storage import resources

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text("utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


def commands() -> list[list[str]]:
    """Every way of writing a command of the overview, split at its bars."""
    block = next(text for text in blocks("text") if text.startswith("xiaoer"))
    found = []
    for line in block.splitlines():
        first, *others = re.split(r"\s+\|\s+", re.split(r"\s{2,}", line)[0].removeprefix("xiaoer").strip())
        words = first.split()
        prefix = words[:1] if words[:1] == ["settings"] else []
        found += [words, *([*prefix, *other.split()] for other in others)]
    return found


def test_the_template_is_without_mistakes() -> None:
    (template,) = blocks("liquid")
    templates = Templates(Emoticons.parse(resources.read_text("emoticons.csv")), lambda: 0.0)
    assert templates.problems(template) == []


@pytest.mark.parametrize("words", commands(), ids=" ".join)
def test_a_command_exists(words: list[str]) -> None:
    assert cli.parse(words).command == (words[0] if words else "tray")


@pytest.mark.parametrize("target", re.findall(r"\]\(([^)#][^):]*)\)", README))
def test_a_linked_file_is_there(target: str) -> None:
    assert (ROOT / target).is_file()


def test_both_halves_name_the_two_commands() -> None:
    for half in README.split("## English"):
        assert "python3 packaging/dev.py run" in half
        assert "python3 packaging/dev.py test" in half
