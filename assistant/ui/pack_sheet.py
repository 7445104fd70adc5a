"""Installing a pack: who made and signed it, what it would change, what clashes, and then what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from assistant.core.packs.foreign import Remark
from assistant.core.packs.trust import Need, Reason
from assistant.ui import trust_words
from assistant.ui.arrival_report import RemarkSheet
from assistant.ui.arrival_sheet import ArrivalSheet, row_of
from assistant.ui.controls import ActionButton
from assistant.ui.inputs import Ink, Note
from assistant.ui.orders_access import Job
from assistant.ui.packs_access import About, Kind, Offer, PackAccess
from assistant.ui.pasteboard import Pasteboard
from assistant.ui.sheet import Tick
from assistant.ui.theme import Theme

_INKS = {Need.NOTHING: Ink.GOOD, Need.ASK: Ink.TEXT}  # the others are dangers


class PackSheet(ArrivalSheet):
    """Call :meth:`begin`, then :meth:`open`. ``trust_asked`` wants the verdict's key compared and trusted."""

    trust_asked = Signal(object)  # Verdict

    def __init__(self, access: PackAccess, pasteboard: Pasteboard, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, access, pasteboard, parent)
        self._access = access
        self._offer: Offer | None = None
        self._path = Path()
        self._checking = Job()
        self._found: Sequence[Remark] = ()
        self.ask(self.tr("安装话术包"), self.tr("安装"))
        self.seal = Note("", theme, self)
        self.trust = ActionButton(self.tr("核对并信任…"), theme, self)
        self.clashes = ActionButton("", theme, self)
        self.findings = ActionButton("", theme, self)
        self.agree = Tick("", theme, self)
        self.head.addLayout(row_of(self.seal, self.trust, self.clashes, self.findings, stretch=0))
        self.head.addWidget(self.agree)
        self._facts = (self.seal, self.trust, self.clashes, self.findings, self.agree)
        for part in self._facts:
            part.hide()
        self.trust.clicked.connect(self._trust)
        self.clashes.clicked.connect(self._show_clashes)
        self.findings.clicked.connect(self._show_findings)
        self.agree.toggled.connect(lambda _: self._judge())
        self.way_on.clicked.connect(self._apply)
        self.way_on.setEnabled(False)

    def begin(self, path: Path) -> None:
        """Look at the pack in this file or folder, also once more."""
        self._path = path
        self.hint.say(path.name, Ink.MUTED)
        job = self.work(self.tr("正在读取和检查话术包… {percent}%"))
        self._access.look(path, job, self.alive(self.show_offer), self.alive(self.fail))

    def show_offer(self, offer: Offer) -> None:
        """Show what installing would do."""
        self._offer = offer
        name = self.tr("更新“{name}”") if offer.installed else self.tr("安装“{name}”")
        self.ask(name.format(name=offer.about.name), self.tr("更新") if offer.installed else self.tr("安装"))
        self.hint.say(self._about(offer), Ink.MUTED)
        verdict = offer.verdict
        self.seal.say(trust_words.told(verdict), _INKS.get(verdict.need, Ink.DANGER))
        self.trust.setVisible(verdict.need is Need.TRUST)
        self._name(self.clashes, self.tr("冲突 {count}"), offer.warnings)
        older = self.tr("确定要退回旧版本 {version}").format(version=offer.about.version)
        self.agree.setText(older if Reason.OLDER in verdict.reasons else self.tr("我知道，仍然安装"))
        self.agree.updateGeometry()
        self.agree.setVisible(verdict.need is Need.ASK)
        self.show_preview(offer.preview)
        self._judge()
        self._check()

    def reject(self) -> None:
        """Leave; the check is of no use any more."""
        self._checking.cancel()
        super().reject()

    def _check(self) -> None:
        """Have the phrases checked; it may be installed meanwhile."""
        self._checking.cancel()
        self._checking = Job()
        self.findings.setText(self.tr("正在检查…"))
        self.findings.setEnabled(False)
        self.findings.updateGeometry()
        self.findings.show()
        self._access.check(self._checking, self.alive(self._checked), self.alive(lambda _: self.findings.hide()))

    def _checked(self, found: Sequence[Remark]) -> None:
        self._found = found
        self.findings.setEnabled(True)
        self._name(self.findings, self.tr("检查发现 {count} 处"), found)

    def _judge(self) -> None:
        """Whether it can go on, or what is missing."""
        offer = self._offer
        if offer is None or self.working:
            return
        told = self._missing(offer)
        self.way_on.setEnabled(not told)
        self.note.say(told, Ink.MUTED)

    def _missing(self, offer: Offer) -> str:
        """Why it cannot go on."""
        need = offer.verdict.need
        if offer.installed == offer.about.version and not self._changes(offer):
            return self.tr("已经装好了这个版本。")
        told = {
            Need.REFUSE: self.tr("不能安装。"),
            Need.TRUST: self.tr("先核对并信任签名，才能安装。"),
            Need.ASK: "" if self.agree.isChecked() else self.tr("请先勾选上面的确认。"),
        }
        return told.get(need, "")

    def _trust(self) -> None:
        if self._offer:
            self.trust_asked.emit(self._offer.verdict)

    def look_again(self) -> None:
        """Something that the verdict goes by has changed."""
        self.begin(self._path)

    def _changes(self, offer: Offer) -> bool:
        kinds = (Kind.NEW, Kind.CHANGED, Kind.REMOVED)
        return any(offer.preview.count(kind) for kind in kinds)

    def _about(self, offer: Offer) -> str:
        return "\n".join(filter(None, (facts(offer.about), self._beside(offer), offer.about.description)))

    def _beside(self, offer: Offer) -> str:
        told = []
        if offer.tables:
            told.append(self.tr("{count} 张表格").format(count=offer.tables))
        if offer.attachments:
            told.append(self.tr("{count} 个附件").format(count=offer.attachments))
        return self.tr("另有 {what}").format(what="、".join(told)) if told else ""

    def _name(self, button: ActionButton, form: str, remarks: Sequence[Remark]) -> None:
        button.setText(form.format(count=f"{len(remarks):,}"))
        button.updateGeometry()
        button.setVisible(bool(remarks))

    def _apply(self) -> None:
        self._checking.cancel()
        job = self.work(self.tr("正在安装… {percent}%"))
        for part in self._facts:
            part.setEnabled(False)
        self._access.apply(self.pane.decisions.choices, job, self.applied, self.alive(self.fail))

    def _show_clashes(self) -> None:
        if self._offer:
            hint = self.tr("编码或快捷键和别的话术相同，两条都在，用的时候请看清楚。")
            RemarkSheet(self._offer.warnings, self.pasteboard, self.colours, self).tell(self.tr("冲突"), hint)

    def _show_findings(self) -> None:
        if self._found:
            hint = self.tr("按检查规则发现的问题；不影响安装，可以请制作者修改。")
            RemarkSheet(self._found, self.pasteboard, self.colours, self).tell(self.tr("检查结果"), hint)


def facts(about: About) -> str:
    """Version, author, day, licence and language in a line, as far as they are known."""
    return "  ·  ".join(filter(None, (about.version, about.author, about.made, about.licence, about.language)))
