"""A walk through every window: ``python tests/bench/walk.py OUT [--theme light dark] [--language zh_CN zh_TW en]``.

Opens the program over a home of its own, with the starter pack as the library and no real desktop, and saves a picture of
every window into ``OUT/THEME-LANGUAGE-SCALE/``, and all of them small on one sheet beside that folder. The scale is that of
``QT_SCALE_FACTOR``, 1 unless it is set. Not a test: somebody has to look at the pictures.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

sys.path.insert(0, str(Path(__file__).parents[2]))

from assistant.app import App
from assistant.core.guard.check import Case, check
from assistant.core.guard.rules import BLOCK, Layer, merged
from assistant.core.hotkey import KeyCombo
from assistant.core.model import Draft, Phrase, Profile, Target, Variant, Window
from assistant.core.orders.order import Order
from assistant.core.packs.manifest import Manifest, Version
from assistant.core.packs.pack import Pack
from assistant.core.template.facts import Field
from assistant.storage import packs, signing
from assistant.storage.paths import Paths
from assistant.storage.rules import shipped
from assistant.storage.settings import Settings
from assistant.storage.signing import SecretKey
from assistant.ui import theme as themes
from assistant.ui.arrival_sheet import ArrivalSheet
from assistant.ui.inputs import Segment
from assistant.ui.library_window import LibraryWindow
from assistant.ui.sheet import Sheet
from tests.fakes import FakeDesktop

SCALE = float(os.environ.get("QT_SCALE_FACTOR", "1"))
SCREEN = 1920, 1080  # logical pixels
_SHEET, _ACROSS, _GAP, _LINE = 2400, 4, 16, 22  # pixels of a sheet: width, pictures in a row, between, their names
Key, Mod = Qt.Key, Qt.KeyboardModifier
Shot = tuple[str, QWidget | QPixmap]
FIELDS = [
    Field("order.id", "订单号"),
    Field("logistics.company", "快递公司", "choice", ("中通", "圆通"), "圆通"),
    Field("order.signed_at", "签收时间", "date", (), "2025-06-04"),
]
REPLY = (
    "亲，这款全网最便宜，加微信更优惠😊。订单 3500000000001234 今天发出，联系电话 13800001234，寄到文三路90号3幢401室。"
)
ORDER_HEADINGS = "订单编号,买家会员名,收货人姓名,联系手机,收货地址,订单状态,订单创建时间,店铺名称"
STRANGE_HEADINGS = "内部单,客户是谁,货给谁,联系手机,收货地址,订单状态,订单创建时间,店铺名称"
ORDERS = """3500000000000001234,tb小雨天,林小雨,13800001234,浙江省 杭州市 西湖区 文三路1号,交易成功,2025-06-01 10:20:30,小雨的店
3500000000000001235,阿明2008,陈明,13900005678,四川省 成都市 武侯区 科华路2号,等待买家付款,2025-06-02 10:20:30,小雨的店
,没有订单号,某人,,,,,
"""
WRONG = "亲，这是全网最便宜的，加微信 {{ 买家 }}返现 {{ 店 }"


def _screen(folder: Path) -> None:
    """Have Qt draw into memory, as if on a screen of our size."""
    wide, high = (round(side * SCALE) for side in SCREEN)
    screen = {"name": "walk", "x": 0, "y": 0, "width": wide, "height": high, "logicalDpi": 96, "logicalBaseDpi": 96}
    (folder / "screen.json").write_text(json.dumps({"screens": [screen | {"dpr": 1}]}), "utf-8")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={folder / 'screen.json'}"


def settle(seconds: float = 0.4) -> None:
    """Let what works in the background come to the screen."""
    QTest.qWait(round(seconds * 1000))


def wait_for(holds: Callable[[], object], seconds: float = 30) -> None:
    """Until ``holds``; a walk goes on without it."""
    for _ in range(round(seconds * 10)):
        if holds():
            break
        settle(0.1)
    settle()


def type_into(widget: QWidget, text: str) -> None:
    for sign in text:
        QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, 0, Mod.NoModifier, sign))
    settle()


def popup_shots(app: App) -> Iterator[Shot]:
    popup = app._popup
    line = popup._header.line
    app.open_popup()
    popup.set_target("千牛 / 旺旺", "小雨")
    settle()
    yield "popup", popup
    for name, query in (("pinyin", "fahuo"), ("code", "wl"), ("nothing", "zzzqx")):
        line.clear()
        type_into(line, query)
        yield f"popup-{name}", popup
    line.clear()
    settle()
    yield from _menu_of_header(popup)
    popup.show_form(FIELDS)
    settle()
    yield "popup-form", popup
    popup.show_problem("请填写“订单号”。")
    settle()
    yield "popup-form-problem", popup
    yield from findings_shots(app)
    popup.hide()
    settle()


def findings_shots(app: App) -> Iterator[Shot]:
    popup, pane = app._popup, app._popup._pages.findings
    target = Target(Window(7, 7, "chat", ""), Profile("wangwang", "千牛 / 旺旺", "wangwang"), "小雨")
    other = Order(facts={"buyer.nick": "阿明2019"})
    for name, order, levels in (("findings", None, {}), ("buyer", other, {}), ("forbidden", other, {"ad": BLOCK})):
        rules = merged(Layer(levels), Layer(), shipped())
        text = "亲，订单 3500000000001234 今天发出。" if name == "buyer" else REPLY
        found = check(Case(draft=Draft("p", 0, text), target=target, order=order, rules=rules)).findings
        popup.show_findings(text, found)
        settle()
        yield f"popup-{name}", popup
    QTest.keyClick(QApplication.focusWidget() or pane, Key.Key_Down)
    QTest.keyClick(QApplication.focusWidget() or pane, Key.Key_Down)
    settle()
    yield "popup-finding-chosen", popup


def _menu_of_header(popup: QWidget) -> Iterator[Shot]:
    QTest.keyClick(QApplication.focusWidget() or popup, Key.Key_Tab)
    settle()
    yield "popup-next-pane", popup


def library_shots(app: App) -> Iterator[Shot]:
    app._shell.show_library()
    window = app._shell._library
    settle(1.5)
    yield "library", window
    window.panes.search.setText("发货")
    settle()
    yield "library-search", window
    window.panes.search.setText("zzzqx")
    settle()
    yield "library-nothing", window
    window.panes.search.clear()
    settle()
    window.panes.table.move_to(3)
    window.panes.table.setFocus()
    for _ in range(4):
        QTest.keyClick(window.panes.table, Key.Key_Down, Mod.ShiftModifier)
    settle()
    yield "library-chosen", window
    for name in window.panes.menus:
        yield f"library-menu-{name}", _menu(window.menus.menu(name), window)
    yield from editor_shots(window)
    yield from sheet_shots(window)
    window.close()
    settle()


def editor_shots(window: LibraryWindow) -> Iterator[Shot]:
    window.panes.table.move_to(1)
    window.panes.table.setFocus()
    settle()
    editor = window.panes.editor
    text = editor.page.wordings.text
    window.panes.edit()
    settle()
    yield "editor-title", window
    window.phrases.own()
    settle()
    text.setFocus()
    text.selectAll()
    text.insertPlainText(WRONG)
    settle(1.5)
    yield "editor-problem", window
    type_into(text, " {{ ord")
    yield "editor-completion", window
    QTest.keyClick(text, Key.Key_Escape)
    text.selectAll()
    text.insertPlainText("亲，您好[微笑]，{{ 买家 }}")
    settle(1.5)
    yield "editor-right", window
    window.phrases.new()
    settle()
    yield "editor-new", window
    window.panes.table.setFocus()


def sheet_shots(window: LibraryWindow) -> Iterator[Shot]:
    phrases, table = window.phrases, window.panes.table
    table.move_to(2)
    match = table.match()
    for word in ("第二版", "第三版"):
        window.editing.put(replace(match.phrase, title=f"{match.phrase.title}（{word}）", layer="personal"))
        settle(0.8)
    table.move_to(6)
    phrases.remove()
    settle(0.8)
    table.move_to(2)
    yield "library-status", window
    deeds: dict[str, Callable[[], object]] = {
        "history": phrases.history, "move": phrases.move, "tags": phrases.tags, "roles": phrases.roles,
        "days": phrases.days, "replace": phrases.replace, **{n: window._deeds()[n] for n in ("trash", "duplicates")},
    }  # fmt: skip
    for name, deed in deeds.items():
        deed()
        settle(1)
        sheets = [sheet for sheet in window.findChildren(Sheet) if sheet.isVisible()]
        if not sheets:
            print("no sheet:", name, file=sys.stderr)
            continue
        if name == "replace":
            yield "sheet-replace-empty", sheets[-1]
            sheets[-1]._find.setText("亲")
            sheets[-1]._into.setText("您")
        slices = getattr(sheets[-1], "slices", None) or getattr(sheets[-1], "_slices", None)
        if slices:
            settle()
            wait_for(lambda slices=slices: not slices.busy)
        yield f"sheet-{name}", sheets[-1]
        sheets[-1].reject()
        settle()


QIANNIU = """快捷短语编码,快捷短语,快捷短语分组
fh,亲，今天下午 4 点前付款的当天发出，之后的明天发出,发货
th,<买家旺旺>您好，签收后七天内可以退，退回请附纸条,售后
cm,您身高体重告诉我，我帮您看看尺码,尺码
fp,发票随电子邮件发出，请留一下邮箱,
"""


def arrival_shots(app: App) -> Iterator[Shot]:
    app._shell.show_library()
    window = app._shell._library
    settle(1.5)
    with tempfile.TemporaryDirectory() as folder:
        table, strange, bad = (Path(folder, name) for name in ("个人快捷短语.csv", "话术汇总.csv", "图片.bin"))
        table.write_bytes(QIANNIU.encode("gb18030"))
        strange.write_text("甲,乙,丙\nkd,您的快递已经到了,\nyj,邮费首重 6 元,邮费\n", "utf-8")
        bad.write_bytes(bytes(range(256)))
        sheet = _arrival(window, table)
        yield "import", sheet
        sheet.pane.list.setCurrentIndex(sheet.pane.list.model().index(1, 0))
        yield "import-rewritten", sheet
        if sheet.report.isVisible():
            sheet.report.click()
            yield "import-report", _sheet_over(sheet)
            _sheet_over(sheet).reject()
        sheet.way_on.click()
        wait_for(lambda: not sheet.working)
        yield "import-done", sheet
        sheet.take_back.click()
        wait_for(lambda: not sheet.take_back.isVisible())
        yield "import-undone", sheet
        sheet.reject()
        for name, file in (("import-columns", strange), ("import-refused", bad)):
            sheet = _arrival(window, file)
            yield name, _sheet_over(sheet) or sheet
            sheet.reject()
        yield from pack_shots(window, Path(folder))
    window.close()
    settle()


def pack_shots(window: LibraryWindow, folder: Path) -> Iterator[Shot]:
    lead = SecretKey.new("林店长")
    sheet = _arrival(window, _pack(folder, "1.0.0", lead, ("fh", "th", "cm")))
    yield "pack-unknown-key", sheet
    sheet.trust.click()
    settle()
    yield "pack-trust", _sheet_over(sheet)
    _sheet_over(sheet).way_on.click()
    wait_for(lambda: not sheet.working)
    yield "pack", sheet
    sheet.way_on.click()
    wait_for(lambda: not sheet.working)
    yield "pack-done", sheet
    sheet.reject()
    mine = window._tools.access.get("team:th")
    window.editing.put(replace(mine, layer="personal", variants=(Variant("亲，七天内都可以退的，运费我们出"),)))
    settle(1)
    sheet = _arrival(window, _pack(folder, "1.1.0", lead, ("fh", "th", "fp")))
    for segment in sheet.pane.tabs.findChildren(Segment):
        segment.click()
        settle(0.2)
        yield f"pack-update-{segment.value}", sheet
    sheet.way_on.click()
    wait_for(lambda: not sheet.working)
    sheet.reject()
    for name, path in (("older", folder / "1.0.0.xiaoer"), ("unsigned", _pack(folder, "2.0.0", None, ("fh",)))):
        sheet = _arrival(window, path)
        yield f"pack-{name}", sheet
        sheet.reject()
    window.arrivals.show_packs()
    settle()
    listed = _sheet_over(window)
    yield "packs", listed
    listed.remove.click()
    settle(0.6)
    yield "packs-ask", listed
    listed.remove.click()
    settle(1)
    yield "packs-none", listed
    listed.reject()


def _pack(folder: Path, version: str, lead: SecretKey | None, codes: Sequence[str]) -> Path:
    texts = {
        "fh": f"亲，今天发货，{version} 版",
        "th": f"签收后七天内可以退，{version} 版",
        "cm": "请看尺码表",
        "fp": "有发票",
    }
    phrases = [
        Phrase(f"team:{code}", code, f"大促{code}", (Variant(texts[code]),), ("大促",), layer="team") for code in codes
    ]
    about = "双十一期间统一用这一套，活动结束后会自动过期。"
    manifest = Manifest("sale", "双十一话术", Version.parse(version), "林店长", about=about, created=date(2025, 10, 20))
    made = packs.sealed(Pack(manifest, phrases))
    path = folder / f"{version}.xiaoer"
    packs.write(made, path, signing.sign(packs.manifest_bytes(made.manifest), lead) if lead else None)
    return path


def _arrival(window: LibraryWindow, file: Path) -> ArrivalSheet:
    window.arrivals.take([file])
    sheet = window.arrivals._open
    wait_for(lambda: not sheet.working)
    return sheet


def _sheet_over(window: QWidget) -> Sheet | None:
    return next((sheet for sheet in window.findChildren(Sheet) if sheet.isVisible()), None)


def settings_shots(app: App) -> Iterator[Shot]:
    app.show_settings()
    dialog = app._shell._settings
    for number, page in enumerate(dialog.pages):
        dialog.names.setCurrentRow(number)
        settle()
        yield f"settings-{number}", dialog
        if page.height() > dialog._stack.height():
            yield f"settings-{number}-whole", page
        page.focusNextChild()
    dialog.names.setCurrentRow(3)
    dialog.names.setFocus()
    for _ in range(2):
        QTest.keyClick(QApplication.focusWidget(), Key.Key_Tab)
    settle()
    yield "settings-focus", dialog
    dialog.close()
    settle()


def other_shots(app: App) -> Iterator[Shot]:
    shell = app._shell
    shell.show_first_start()
    first = shell._first
    settle()
    yield "first-1", first
    first.hotkey_step.heard("Ctrl+Shift+Space")
    yield "first-1-heard", first
    first.go_on()
    settle()
    yield "first-2", first
    first.go_on()
    settle()
    yield "first-3", first
    first.paste_step.arrived()
    yield "first-3-arrived", first
    first.close()
    chat = shell.practise()
    settle()
    yield "practice", chat
    chat._input.insertPlainText("亲，在的呢，这款有现货，下单后 48 小时内发出。")
    yield "practice-written", chat
    chat.send()
    settle(1.5)
    yield "practice-sent", chat
    chat.close()
    shell.toast.clear()
    app.say("已复制到剪贴板。")
    app.say("窗口已经变了，没有粘贴。话术在剪贴板里，请切回聊天窗口按 Ctrl+V。")
    for number, bubble in enumerate(shell.toast._shown):
        yield f"toast-{number}", bubble
    shell.toast.clear()
    yield "tray-menu", _menu(shell.tray._menu)


def order_shots(app: App) -> Iterator[Shot]:
    flow = app._shell.orders
    window = flow.show()
    settle()
    yield "orders-empty", window
    with tempfile.TemporaryDirectory() as folder:
        table, strange = Path(folder, "ExportOrderList202506151420.csv"), Path(folder, "店小蜜导出0615.csv")
        table.write_text(f"{ORDER_HEADINGS}\n{ORDERS}", "utf-8")
        strange.write_text(f"{STRANGE_HEADINGS}\n{ORDERS}", "utf-8")
        flow.read([table])
        wait_for(window.news.isVisible)
        yield "orders-loaded", window
        window.show_report()
        settle()
        yield "orders-report", window.findChildren(Sheet)[-1]
        window.findChildren(Sheet)[-1].reject()
        window.orders.search.setText("林小雨")
        flow.offers.watch.came.emit([strange])
        settle()
        yield "orders-found-and-offered", window
        yield "orders-toast", app._shell.toast._shown[-1]
        window.take.click()
        wait_for(lambda: any(sheet.isVisible() for sheet in window.findChildren(Sheet)))
        sheets = [sheet for sheet in window.findChildren(Sheet) if sheet.isVisible()]
        yield "orders-columns", sheets[-1]
        sheets[-1].reject()
    window.close()
    app._shell.toast.clear()


def table_shots(app: App) -> Iterator[Shot]:
    app._shell.show_tables()
    window = app._shell._tables
    settle()
    yield "tables", window
    window.editing.choose("运费")
    grid = window.panes.grid
    for row, column, text in ((3, 1, "大概1kg"), (4, 1, "2-4kg"), (6, 0, "")):
        grid.cells.setData(grid.cells.index(row, column), text)
    window.panes.try_line.entries[0].setText("浙江省杭州市")
    window.panes.try_line.entries[1].setText("2.4kg")
    grid.go(4, 1)
    settle()
    yield "tables-problems", window
    for name in window.panes.menus:
        yield f"tables-menu-{name}", _menu(window.menu(name), window)
    window.commands.change_column(1)
    settle()
    yield "tables-column", window.findChildren(Sheet)[-1]
    window.findChildren(Sheet)[-1].reject()
    window.close()


def _menu(menu: QMenu, over: QWidget | None = None) -> QPixmap:
    menu.popup(over.mapToGlobal(QPoint(200, 60)) if over else QPoint(200, 200))
    settle(0.2)
    if len(menu.actions()) > 1:
        menu.setActiveAction(next(action for action in menu.actions() if action.isEnabled()))
    picture = menu.grab()
    menu.close()
    return picture


def contact_sheet(shots: list[tuple[str, QImage]], title: str, into: Path) -> None:
    """All pictures, at the same width unless they are smaller, row by row."""
    wide = (_SHEET - _GAP) // _ACROSS - _GAP
    small = []
    for name, image in shots:
        width = min(wide, round(image.width() / image.devicePixelRatio()))
        scaled = image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        scaled.setDevicePixelRatio(1)
        small.append((name, scaled))
    rows = [small[at : at + _ACROSS] for at in range(0, len(small), _ACROSS)]
    heights = [max(image.height() for _, image in row) + _LINE + _GAP for row in rows]
    sheet = QImage(_SHEET, sum(heights) + _GAP + 2 * _LINE, QImage.Format.Format_RGB32)
    sheet.fill(QColor("#808690"))
    painter = QPainter(sheet)
    painter.setPen(QColor("white"))
    painter.setFont(themes.bold(15))
    painter.drawText(QRect(_GAP, 0, _SHEET, 2 * _LINE), Qt.AlignmentFlag.AlignVCenter, title)
    top = 2 * _LINE
    for row, height in zip(rows, heights, strict=True):
        for column, (name, image) in enumerate(row):
            left = _GAP + column * (wide + _GAP)
            painter.drawText(QRect(left, top, wide, _LINE), Qt.AlignmentFlag.AlignVCenter, name)
            painter.drawImage(left, top + _LINE, image)
        top += height
    painter.end()
    sheet.save(str(into))


def walk(out: Path, theme: str, language: str, home: Path) -> None:
    """One walk in one theme and language."""
    paths = Paths.find({"XIAOER_HOME": str(home)}, sys.platform).ensure()
    settings = Settings(paths.settings)
    settings.set("theme", theme)
    settings.set("ui.language", language.replace("_", "-"))
    qt = QApplication(["xiaoer"])
    qt.setQuitOnLastWindowClosed(False)
    fake = FakeDesktop()
    fake.screen.add(Window(7, 7, "aliworkbench.exe", "小雨 - 千牛"))
    app = App(qt, paths, fake.ports())
    app.begin()
    wait_for(lambda: app._catalogue.index)
    app._shell.tray._grace.stop()  # its message would take the keyboard: this screen gives it to every new window
    app._shell.set_hotkey(KeyCombo.parse("ctrl+shift+space").label)
    name = f"{theme}-{language}-{SCALE:g}x"
    folder = out / name
    folder.mkdir(parents=True, exist_ok=True)
    taken: list[tuple[str, QImage]] = []
    for part in (popup_shots, library_shots, arrival_shots, settings_shots, order_shots, table_shots, other_shots):
        for shot, what in part(app):
            picture = what if isinstance(what, QPixmap) else what.grab()
            picture.save(str(folder / f"{len(taken):02}-{shot}.png"))
            taken.append((shot, picture.toImage()))
    contact_sheet(taken, name, out / f"{name}.png")
    app.end()


def main() -> int:
    """Walk once for every theme and language, each in a process of its own."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("out", type=Path)
    ask.add_argument("--theme", nargs="+", default=["light", "dark"], choices=["light", "dark"])
    ask.add_argument("--language", nargs="+", default=["zh_CN", "zh_TW", "en"], choices=["zh_CN", "zh_TW", "en"])
    asked = ask.parse_args()
    walks = [(theme, language) for theme in asked.theme for language in asked.language]
    if len(walks) == 1:
        with tempfile.TemporaryDirectory(prefix="xiaoer-walk-") as folder:
            _screen(Path(folder))
            walk(asked.out, *walks[0], Path(folder) / "home")
        return 0
    return max(
        subprocess.run(
            [sys.executable, __file__, asked.out, "--theme", theme, "--language", language], check=False
        ).returncode
        for theme, language in walks
    )


if __name__ == "__main__":
    sys.exit(main())
