"""What is checked before a draft may be pasted: facts about the draft and the chat, never the person's taste."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.core.model import Draft, Target


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not right. ``blocking`` ones can't be overruled by a confirmation."""

    sentence: str
    blocking: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """All findings about a draft; none = it may go out."""

    findings: tuple[Finding, ...] = ()

    @property
    def clean(self) -> bool:
        """Nothing found."""
        return not self.findings

    @property
    def blocked(self) -> bool:
        """Something that no confirmation lifts."""
        return any(f.blocking for f in self.findings)


def check(draft: Draft, target: Target, *, same_chat: bool) -> Verdict:
    """Judge ``draft`` for ``target``. ``same_chat``: the window still shows the chat that the popup was opened over."""
    found: list[Finding] = []
    if not draft.text.strip():
        found.append(Finding("这条话术填好以后是空的，没有可发的内容。", blocking=True))
    if not same_chat:
        found.append(Finding("聊天窗口换了对话，现在的买家可能不是刚才那位。"))
    limit = target.profile.max_length
    if limit and len(draft.text) > limit:
        found.append(Finding(f"回复有 {len(draft.text)} 个字，{target.profile.label}一条最多 {limit} 个字。"))
    return Verdict(tuple(found))
