"""Files of others come into a real library through its window: imported and undone, installed, updated, removed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from assistant.core.model import Phrase, Variant
from assistant.core.packs.foreign import Remark
from assistant.core.packs.manifest import Manifest, Version
from assistant.core.packs.pack import Pack, packable
from assistant.core.packs.plan import Choice
from assistant.core.packs.progress import Stopped
from assistant.pack_desk import Shelves, open_tools
from assistant.storage import packs, signing
from assistant.storage.attachments import Attachments
from assistant.storage.phrases import Author, Library
from assistant.storage.settings import Settings
from assistant.storage.signing import SecretKey
from assistant.storage.trust_store import TrustStore
from assistant.trust_desk import open_trust
from assistant.ui import theme as themes
from assistant.ui.import_mapping import ImportMapping
from assistant.ui.import_sheet import ImportSheet
from assistant.ui.library_arrivals import Arrivals
from assistant.ui.pack_sheet import PackSheet
from assistant.ui.packs_access import Kind
from assistant.ui.packs_sheet import PacksSheet
from assistant.ui.sheet import Sheet
from assistant.ui.tasks import Tasks
from assistant.ui.trust_sheet import TrustSheet
from assistant.ui.window import Window
from tests.ui.pasteboards import fake_pasteboard
from tests.ui.waiting import until

QIANNIU = (
    "快捷短语编码,快捷短语,快捷短语分组\r\n"
    "fh,亲，今天下单的今天发货,发货\r\n"
    "th,<买家旺旺>您好，七天内可以退,售后\r\n"
    'hy,"欢迎光临\r\n有什么可以帮您",\r\n'
)
NOW = 1_790_000_000.0


class House:
    """A library with one phrase of the agent's own, the desk over it, and a window that files are dropped on."""

    def __init__(self, folder: Path) -> None:
        for name in ("own", "starter"):
            (folder / name).mkdir()
        self.folder = folder
        self.library = Library(folder / "own" / "library.json", folder / "starter", None, Author("小二", lambda: NOW))
        self.library.load()
        self.library.import_phrases([phrase("own", "我自己的")])
        self.attachments = Attachments(folder / "attachments")
        self.trust = TrustStore(folder / "trust.json")
        self.reads, self.keeps = Tasks("reads"), Tasks("keeps")
        shelves = Shelves(self.library, self.attachments, self.trust, self.check, lambda: NOW)
        settings = Settings(folder / "settings.json")
        trust = open_trust(self.trust, settings, self.reads.run, lambda: NOW)
        tools = open_tools(shelves, settings, str.casefold, trust, (self.reads.run, self.keeps.run))
        self.window = Window("话术库", "light")
        self.window.resize(1000, 700)
        self.said: list[str] = []
        self.arrivals = Arrivals(tools, fake_pasteboard(), self.window, themes.light)
        self.arrivals.said.connect(lambda sentence, _: self.said.append(sentence))
        self.window.show()

    def check(self, opened: packs.Opened, progress: Callable[[float], bool]) -> list[Remark]:
        if not progress(0.0):
            raise Stopped
        return [Remark(each.title, "含有手机号。") for each in opened.pack.phrases if "138" in each.text]

    def close(self) -> None:
        self.window.close()
        self.window.deleteLater()
        self.reads.close()
        self.keeps.close()
        self.library.close()
        QApplication.processEvents()

    def file(self, name: str, data: bytes) -> Path:
        path = self.folder / name
        path.write_bytes(data)
        return path

    def codes(self) -> dict[str, str]:
        """Code and text of everything that is shown."""
        return {each.code: each.text for each in self.library.phrases}

    def sheet(self, kind: type[Sheet]) -> Sheet:
        [found] = [each for each in self.window.findChildren(kind) if each.isVisible()]
        return found

    def opened(self, path: Path) -> Sheet:
        """The sheet about a file, with its preview."""
        self.arrivals.take([path])
        sheet = self.sheet(PackSheet if self.arrivals._tools.packs.is_pack(path) else ImportSheet)
        until(lambda: not sheet.working)
        return sheet

    def do(self, sheet: Sheet) -> None:
        """The way on, to its end."""
        sheet.way_on.click()
        until(lambda: not sheet.working)


def phrase(code: str, text: str) -> Phrase:
    return Phrase(f"personal:{code}", code, f"话术{code}", (Variant(text),), ("测试",), layer="personal")


@pytest.fixture
def house(app: QApplication, tmp_path: Path) -> Iterator[House]:
    made = House(tmp_path)
    yield made
    made.close()


def count(sheet: Sheet, kind: Kind) -> int:
    return sheet.pane._preview.count(kind)


def test_a_table_of_qianniu_is_imported_and_undone_in_one_step(house: House) -> None:
    sheet = house.opened(house.file("快捷短语.csv", QIANNIU.encode("gb18030")))
    assert "识别为：千牛快捷短语 · 3 条话术" in sheet.hint.text()
    assert count(sheet, Kind.NEW) == 3
    house.do(sheet)
    assert house.codes() == {
        "own": "我自己的",
        "fh": "亲，今天下单的今天发货",
        "th": "{{ buyer.nick }}您好，七天内可以退",
        "hy": "欢迎光临\n有什么可以帮您",
    }
    assert house.said == [sheet.after.title.text()]
    sheet.take_back.click()
    until(lambda: len(house.said) == 2)
    assert house.codes() == {"own": "我自己的"}
    sheet.reject()


def test_what_was_imported_is_the_same_the_next_time_and_changed_where_the_file_changed(house: House) -> None:
    file = house.file("快捷短语.csv", QIANNIU.encode("gb18030"))
    sheet = house.opened(file)
    house.do(sheet)
    sheet.reject()
    file.write_bytes(QIANNIU.replace("今天发货", "明天发货").encode("gb18030"))
    sheet = house.opened(file)
    assert (count(sheet, Kind.SAME), count(sheet, Kind.CHANGED), count(sheet, Kind.NEW)) == (2, 1, 0)
    house.do(sheet)
    assert house.codes()["fh"] == "亲，今天下单的明天发货"
    sheet.reject()


def test_an_import_goes_below_a_category(house: House) -> None:
    sheet = house.opened(house.file("快捷短语.csv", QIANNIU.encode("gb18030")))
    sheet._put_below(("千牛",))
    until(lambda: not sheet.working)
    house.do(sheet)
    assert {each.category for each in house.library.phrases} == {
        ("测试",),
        ("千牛", "发货"),
        ("千牛", "售后"),
        ("千牛",),
    }
    sheet.reject()


def test_an_undo_after_another_change_is_refused(house: House) -> None:
    sheet = house.opened(house.file("快捷短语.csv", QIANNIU.encode("gb18030")))
    house.do(sheet)
    house.library.import_phrases([phrase("late", "后来的")])
    sheet.take_back.click()
    until(lambda: "后来又改过话术库" in sheet.note.text())
    assert len(house.codes()) == 5
    sheet.reject()


def test_an_unknown_table_is_explained_once(house: House) -> None:
    file = house.file("表.csv", "甲,乙\r\nkd,您的快递到了\r\n".encode())
    sheet = house.opened(file)
    asking = house.sheet(ImportMapping)
    for heading, part in (("甲", "code"), ("乙", "text")):
        asking.selects[heading].show_value(part)
    asking._check()
    asking.way_on.click()
    until(lambda: not sheet.working)
    house.do(sheet)
    assert house.codes()["kd"] == "您的快递到了"
    sheet.reject()
    again = house.opened(file)
    assert again._found.strange is None
    assert count(again, Kind.SAME) == 1
    again.reject()


def test_what_nobody_knows_is_refused_with_a_sentence(house: House) -> None:
    sheet = house.opened(house.file("a.bin", b"\x00\x01\x02" * 50))
    assert "不认识" in sheet.after.title.text()
    sheet.reject()
    assert house.codes() == {"own": "我自己的"}


# --- packs

LEAD = SecretKey.new("林店长")


def pack(house: House, version: str, texts: dict[str, str], key: SecretKey | None = LEAD) -> Path:
    """A file with phrases by code, signed by the lead."""
    manifest = Manifest("shop-a", "大促话术", Version.parse(version), "林店长", created=date(2025, 10, 20))
    phrases = [packable(replace(phrase(code, text), id=f"team:{code}", layer="team")) for code, text in texts.items()]
    made = packs.sealed(Pack(manifest, phrases))
    signature = signing.sign(packs.manifest_bytes(made.manifest), key) if key else None
    path = house.folder / f"大促-{version}.xiaoer"
    packs.write(made, path, signature)
    return path


def test_a_pack_is_installed_updated_and_removed_and_each_step_can_be_undone(house: House) -> None:
    house.trust.trust(LEAD.key, NOW)
    sheet = house.opened(pack(house, "1.0.0", {"fh": "今天发", "th": "可以退"}))
    assert sheet.seal.text() == "由您信任的“林店长”签名。"
    assert count(sheet, Kind.NEW) == 2
    house.do(sheet)
    assert house.codes() == {"own": "我自己的", "fh": "今天发", "th": "可以退"}
    sheet.reject()

    sheet = house.opened(pack(house, "1.1.0", {"fh": "明天发", "hy": "欢迎"}))
    assert sheet.windowTitle() == "更新“大促话术”"
    assert [count(sheet, kind) for kind in (Kind.NEW, Kind.CHANGED, Kind.REMOVED)] == [1, 1, 1]
    house.do(sheet)
    assert house.codes() == {"own": "我自己的", "fh": "明天发", "hy": "欢迎"}
    sheet.take_back.click()
    until(lambda: house.codes()["fh"] == "今天发")
    assert house.codes() == {"own": "我自己的", "fh": "今天发", "th": "可以退"}
    sheet.reject()

    house.arrivals.show_packs()
    listed = house.sheet(PacksSheet)
    until(listed.list.count)
    assert listed.list.item(0).text().startswith("大促话术\n1.0.0  ·  林店长  ·  2 条话术  ·  ")
    listed.remove.double_click = 0
    listed.remove.click()
    listed.remove.click()
    until(lambda: "卸载了“大促话术”" in listed.note.text())
    assert house.codes() == {"own": "我自己的"}
    listed.take_back.click()
    until(lambda: len(house.codes()) == 3)
    listed.reject()


def test_own_changes_stay_unless_the_agent_gives_way_and_come_back_when_the_pack_goes(house: House) -> None:
    house.trust.trust(LEAD.key, NOW)
    sheet = house.opened(pack(house, "1.0.0", {"fh": "今天发", "th": "可以退"}))
    house.do(sheet)
    sheet.reject()
    for code in ("fh", "th"):
        mine = replace(house.library.get(f"team:{code}"), layer="personal", variants=(Variant(f"我的{code}"),))
        house.library.import_phrases([mine])
    sheet = house.opened(pack(house, "1.1.0", {"fh": "明天发", "th": "不能退"}))
    assert count(sheet, Kind.CONFLICT) == 2
    sheet.pane.decisions.choices["team:th"] = Choice.FOLLOW
    house.do(sheet)
    assert house.codes() == {"own": "我自己的", "fh": "我的fh", "th": "不能退"}
    sheet.reject()


def test_an_older_version_is_installed_only_after_a_yes(house: House) -> None:
    house.trust.trust(LEAD.key, NOW)
    for version in ("1.0.0", "1.1.0"):
        sheet = house.opened(pack(house, version, {"fh": version}))
        house.do(sheet)
        sheet.reject()
    sheet = house.opened(house.folder / "大促-1.0.0.xiaoer")
    assert not sheet.way_on.isEnabled()
    assert sheet.agree.text() == "确定要退回旧版本 1.0.0"
    sheet.agree.click()
    house.do(sheet)
    assert house.codes()["fh"] == "1.0.0"
    sheet.reject()


def test_an_unknown_key_and_a_tampered_pack_are_not_installed(house: House) -> None:
    path = pack(house, "1.0.0", {"fh": "今天发"})
    sheet = house.opened(path)
    assert not sheet.way_on.isEnabled()
    assert sheet.trust.isVisible()
    sheet.trust.click()
    house.sheet(TrustSheet).reject()
    assert not sheet.way_on.isEnabled()
    sheet.reject()
    data = path.read_bytes()
    bad = house.file("坏.xiaoer", data[: len(data) // 2])
    sheet = house.opened(bad)
    assert sheet.after.title.text()
    assert house.codes() == {"own": "我自己的"}
    sheet.reject()


def test_what_the_check_says_is_told_in_the_preview(house: House) -> None:
    house.trust.trust(LEAD.key, NOW)
    sheet = house.opened(pack(house, "1.0.0", {"fh": "今天发", "dh": "请打 13800001234"}))
    until(sheet.findings.isEnabled)
    assert sheet.findings.text() == "检查发现 1 处"
    assert sheet._found == [Remark("话术dh", "含有手机号。")]
    sheet.reject()


def test_a_key_is_trusted_from_the_preview_and_the_pack_installed_then(house: House) -> None:
    sheet = house.opened(pack(house, "1.0.0", {"fh": "今天发"}))
    sheet.trust.click()
    house.sheet(TrustSheet).way_on.click()
    until(lambda: not sheet.working)
    assert sheet.seal.text() == "由您信任的“林店长”签名。"
    house.do(sheet)
    assert house.codes()["fh"] == "今天发"
    assert house.trust.trusted.editions("shop-a")[0].key == LEAD.key.id
    sheet.reject()


def test_a_folder_with_a_manifest_is_a_pack(house: House) -> None:
    folder = house.folder / "大促"
    folder.mkdir()
    (folder / "manifest.json").write_text(
        json.dumps({"format": 1, "id": "shop-a", "name": "大促话术", "version": "1.0.0"}), "utf-8"
    )
    record = {"id": "team:fh", "code": "fh", "title": "发货", "variants": [{"text": "今天发"}]}
    (folder / "phrases.json").write_text(json.dumps([record], ensure_ascii=False), "utf-8")
    sheet = house.opened(folder)
    assert sheet.agree.text() == "我知道，仍然安装"  # it has no signature
    sheet.agree.click()
    house.do(sheet)
    assert house.codes()["fh"] == "今天发"
    sheet.reject()
