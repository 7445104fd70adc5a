"""The language of the interface: chosen at the start, changed while the program runs.

The sources are Chinese, so Chinese needs no translation. A widget that has said its words once and for all says them
again in ``retranslate``; whatever asks ``tr`` when it paints needs nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo, QLocale, QTranslator

SOURCE = "zh-CN"
LANGUAGES = (SOURCE, "zh-TW", "en")
_SPOKEN = "language"  # property of the application
_TRADITIONAL = ("zh-Hant", "zh-TW", "zh-HK", "zh-MO")


class Worded:
    """A widget with words of its own, put before the Qt class among the bases."""

    def retranslate(self) -> None:
        """Say everything anew: the language is another."""
        raise NotImplementedError

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802, D102
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)  # type: ignore[misc]


class Languages:
    """Has the application speak one of :data:`LANGUAGES`; ``folder`` holds the translations."""

    def __init__(self, application: QCoreApplication, folder: Path) -> None:
        self._application = application
        self._folder = folder
        self._heard: list[QTranslator] = []
        self.spoken = SOURCE

    def speak(self, choice: str) -> bool:
        """Speak ``choice``, a language or ``auto`` for the system's; whether that is another than before.

        Every window hears of it by LanguageChange.
        """
        before = self.spoken
        self.spoken = of_system(QLocale.system().uiLanguages()) if choice == "auto" else choice
        if self._heard and before == self.spoken:
            return False
        for translator in self._heard:
            self._application.removeTranslator(translator)
        self._application.setProperty(_SPOKEN, self.spoken)
        name = self.spoken.replace("-", "_")
        qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        self._heard = [QTranslator() for _ in range(2)]
        loaded = self._heard[0].load(f"qtbase_{name}", qt), self._heard[1].load(str(self._folder / f"xiaoer_{name}.qm"))
        for translator, there in zip(self._heard, loaded, strict=True):
            if there:
                self._application.installTranslator(translator)
        return before != self.spoken


def spoken() -> str:
    """The language of the program at this moment."""
    application = QCoreApplication.instance()
    return str(application.property(_SPOKEN) or SOURCE) if application else SOURCE


def of_system(wanted: Iterable[str]) -> str:
    """The language for a system that wants these, the dearest first; Chinese where it does not say."""
    for name in wanted:
        if name.startswith(_TRADITIONAL):
            return "zh-TW"
        if name.startswith("zh") or name in ("C", ""):
            return SOURCE
        if name.startswith("en"):
            return "en"
    return "en" if list(wanted) else SOURCE
