"""A phrase editor over real rules and a folder of its own, with keys to press in it."""

from __future__ import annotations

from collections import deque
from datetime import UTC, datetime

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from assistant.compose import load_rules, writing
from assistant.core import samples
from assistant.core.completion import Completer
from assistant.core.errors import TemplateProblem
from assistant.core.guard.words import GuardWords
from assistant.core.model import Phrase, Variant
from assistant.core.naming import Naming
from assistant.core.review import Reviewer
from assistant.storage import resources
from assistant.storage.attachments import Attachments
from assistant.ui import theme as themes
from assistant.ui.editor_tools import EditorTools, Faces, FileShelf, Known, Preview, Program
from assistant.ui.phrase_editor import PhraseEditor
from tests.ui.pasteboards import fake_pasteboard

TEMPLATES = load_rules().templates
EMOTICONS = TEMPLATES.emoticons
COMPLETER = Completer(EMOTICONS, Naming(writing()))
REVIEWER = Reviewer(TEMPLATES, EMOTICONS, GuardWords.parse(resources.read_text("guard/words.tsv")))
NOON = datetime(2026, 1, 2, 12, tzinfo=UTC)
PHRASE = Phrase(
    "p1",
    "hy",
    "问候",
    (Variant("您好{{ 买家 }}", tone="亲切"), Variant("在的", tone="专业"), Variant("Hello", language="en")),
    category=("热情招呼", "问候"),
    tags=("招呼", "你好"),
    roles=("售前",),
    note="新客",
)
Key = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def render(phrase, number, order, program):
    dialect = {"wangwang": "wangwang", "wechat": "wechat"}.get(program, "unicode")
    try:
        return TEMPLATES.render(phrase.variants[number].text, samples.facts(order, NOON, {}), dialect)
    except TemplateProblem as problem:
        return problem


class EditorDesk:
    """The editor, what it told, and a background that works at once or, when ``held``, when it is told to."""

    def __init__(self, folder, theme=None):
        self.told, self.closed, self.opened, self.waiting = [], [], [], []
        self.held = False
        self.files = Attachments(folder / "attachments", limit=200_000)
        self.recent = deque(maxlen=10)
        self.codes = {"fh": ("p9", "发货时间")}
        self.pasteboard = fake_pasteboard()
        self.editor = PhraseEditor(self._tools(), theme or themes.light())
        self.editor.edited.connect(self.told.append)
        self.editor.asked_close.connect(lambda: self.closed.append(1))
        self.page = self.editor.page
        self.text = self.page.wordings.text
        self.editor.resize(420, 900)
        self.editor.show()
        self.settle()

    def _tools(self):
        programs = (Program("fallback", "当前窗口", "unicode"), Program("wangwang", "千牛 / 旺旺", "wangwang"))
        return EditorTools(
            Preview(render, tuple((s.name, s.label) for s in samples.SAMPLES), programs),
            REVIEWER.review,
            COMPLETER,
            Known(
                lambda: ("招呼", "发货", "退货"),
                lambda: (("热情招呼",), ("热情招呼", "问候"), ("处理售后",), ("处理售后", "退换货")),
                lambda: ("售前", "主管"),
                self._taken,
            ),
            FileShelf(self.files.keep, self.files.path, self._named, self._work),
            Faces(EMOTICONS, lambda: tuple(self.recent), self.recent.appendleft),
            self.pasteboard,
        )

    def _taken(self, code, key):
        owner, title = self.codes.get(code.casefold(), ("", ""))
        return title if owner != key else ""

    def _named(self, attachment):
        self.opened.append(attachment.name)
        return self.files.named(attachment)

    def _work(self, op, success, failure):
        if self.held:
            self.waiting.append((op, success, failure))
            return
        try:
            result = op()
        except Exception as problem:  # noqa: BLE001 - as the barrier of all workers does
            failure(problem)
        else:
            success(result)

    def work(self):
        self.held = False
        waiting, self.waiting = self.waiting, []
        for job in waiting:
            self._work(*job)

    def show(self, phrase=PHRASE, **state):
        self.editor.show_phrase(phrase, **state)
        self.settle()
        return self

    def settle(self):
        for _ in range(5):
            QApplication.processEvents()

    def check(self):
        """What happens when typing has paused for a moment."""
        self.editor._checking.timeout.emit()

    def key(self, key, text="", modifiers=Qt.KeyboardModifier.NoModifier, into=None):
        widget = into or QApplication.focusWidget() or self.text
        QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text))
        self.settle()

    def type(self, text, into=None):
        for sign in text:
            self.key(0, sign, into=into)

    def compose(self, text):
        """What an input method does: first it shows, then it commits."""
        for event in (QInputMethodEvent(text, []), QInputMethodEvent("", [])):
            if not event.preeditString():
                event.setCommitString(text)
            QApplication.sendEvent(self.text, event)

    def write(self, text):
        """Have ``text`` as the wording in front, the cursor behind it."""
        self.text.setFocus()
        self.text.selectAll()
        self.text.insert(text)
        self.settle()

    def drop(self, mime: QMimeData):
        buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(
            self.editor, QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, mime, buttons, none)
        )
        event = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, buttons, none)
        QApplication.sendEvent(self.editor, event)
        self.settle()

    def click(self, button):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def close(self):
        self.editor.hide()
        self.editor.deleteLater()
        self.settle()
