"""Desks for importing and packs that are none: what they are asked is noted, what they answer is made here."""

from __future__ import annotations

from assistant.core.model import Phrase, Variant
from assistant.core.packs.fingerprint import Key
from assistant.core.packs.foreign import Remark
from assistant.core.packs.manifest import Version
from assistant.core.packs.trust import Edition, Reason, Said, Verdict
from assistant.ui.packs_access import (
    About,
    Column,
    Installed,
    Kind,
    Line,
    Offer,
    Outcome,
    PackTools,
    Preview,
    Read,
    Strange,
)

NOW = 1_790_000_000.0
REPORT = (
    Remark("第 12 行", "“<买家旺旺>”改成了 {{ 买家 }}。"),
    Remark("第 31 行", "“运行程序”的部分没有带过来，话术已停用。"),
)
STRANGE = Strange(
    "话术汇总.xlsx",
    ("快捷词", "回复", "备注2"),
    (
        Column("快捷词", ("fh", "th"), "code"),
        Column("回复", ("亲，今天就发货，请放心等待，收到后有问题随时找我。", "可以退的"), ""),
        Column("备注2", (), ""),
    ),
)
FIELDS = (("text", "内容"), ("code", "编码"), ("title", "标题"), ("category", "分类"))


def one(number, text="今天就发货", disabled=False):
    return Phrase(
        f"q{number}",
        f"fh{number}",
        f"发货时间 {number}",
        (Variant(text),),
        ("售前", "发货"),
        layer="personal",
        disabled=disabled,
    )


def preview(new=3, changed=1, same=2, duplicate=1, removed=0, conflict=0):
    lines = {
        Kind.NEW: [Line(one(number, disabled=number == 1)) for number in range(new)],
        Kind.CHANGED: [Line(one(100 + n, "明天发货"), one(100 + n, "今天就发货")) for n in range(changed)],
        Kind.CONFLICT: [Line(one(200 + n, "现货秒发"), one(200 + n, "今天就发货")) for n in range(conflict)],
        Kind.DUPLICATE: [Line(one(300 + n), None, ("和“发货时间 0”的说法相同。",)) for n in range(duplicate)],
        Kind.REMOVED: [Line(one(400 + n), one(400 + n)) for n in range(removed)],
        Kind.SAME: [Line(one(500 + n), one(500 + n)) for n in range(same)],
    }
    return Preview({kind: found for kind, found in lines.items() if found})


class Desk:
    """Both answer at once, unless ``held``: then the answers wait in ``waiting``."""

    def __init__(self):
        self.did = []
        self.held = False
        self.waiting = []
        self.kept = True
        self.problem = None
        self.outcome = Outcome("导入了 4 条话术。", REPORT)

    def answer(self, done, what, failed):
        call = (lambda: failed(self.problem)) if self.problem else (lambda: done(what))
        if self.held:
            self.waiting.append(call)
        else:
            call()

    def forget(self):
        self.kept = False

    def undo(self, done, failed):
        self.did.append("undo")
        self.answer(done, "已撤销：导入话术", failed)


class FakeImports(Desk):
    def apply(self, job, done, failed):
        self.did.append("apply")
        self.job = job
        self.answer(done, self.outcome, failed)

    def __init__(self):
        super().__init__()
        self.found = Read("qianniu", "千牛.csv", 7, REPORT)
        self.strange = False
        self.planned = preview()

    def categories(self, done, failed):
        done([("售前",), ("售前", "发货"), ("售后",)])

    def fold(self, text):
        return text.lower()

    def fields(self):
        return FIELDS

    def read(self, files, job, done, failed):
        self.did.append(("read", [file.name for file in files]))
        self.job = job
        self.answer(done, Read("table", "话术汇总.xlsx", 0, (), STRANGE) if self.strange else self.found, failed)

    def explain(self, strange, columns):
        self.did.append(("explain", columns))
        self.strange = False

    def plan(self, wish, job, done, failed):
        self.did.append(("plan", wish.category, wish.duplicates))
        self.job = job
        self.answer(done, self.planned, failed)


ABOUT = About("shop-a", "双十一话术", "1.2.0", "林店长", "内部使用", "zh-CN", "2025-10-20", "大促期间统一用这一套。")


def verdict(reason, name="林店长"):
    said = Said(reason, name, before="周主管", version="1.2.0", newest="1.4.0")
    return Verdict((said,), Edition("shop-a", Version(1, 2), "0" * 64), Key(bytes(32), name))


class FakePacks(Desk):
    def __init__(self):
        super().__init__()
        self.outcome = Outcome("装好了“双十一话术”1.2.0：新增 3 条，更新 1 条。")
        self.checks = []
        self.there = [Installed(ABOUT, 128, NOW - 86_400, "林店长")]
        self.offer = Offer(ABOUT, verdict(Reason.TRUSTED), preview(removed=2, conflict=1))

    def apply(self, choices, job, done, failed):
        self.did.append("apply")
        self.choices = dict(choices)
        self.job = job
        self.answer(done, self.outcome, failed)

    def is_pack(self, path):
        return path.suffix == ".xiaoer"

    def installed(self, done, failed):
        done(self.there)

    def look(self, path, job, done, failed):
        self.did.append(("look", path.name))
        self.job = job
        self.answer(done, self.offer, failed)

    def check(self, job, done, failed):
        self.checking = job
        if self.checks is None:
            self.unchecked = done
        else:
            done(self.checks)

    def remove(self, pack, done, failed):
        self.did.append(("remove", pack))
        self.there = []
        self.answer(done, Outcome("卸载了“双十一话术”。"), failed)


class FakeTrust:
    """Of the twelve words nobody looks at more than one."""

    def __init__(self):
        self.keys = []

    def words(self, key):
        return ["苹果"] * 12

    def trust(self, key):
        self.keys.append(key)


def fake_tools():
    return PackTools(FakeImports(), FakePacks(), FakeTrust(), lambda: NOW)
