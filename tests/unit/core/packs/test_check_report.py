from __future__ import annotations

import re

from assistant.core.model import Phrase, Variant
from assistant.core.packs import check_report
from assistant.core.packs.check_report import Checked, Place
from assistant.core.packs.check_rules import Remarked

ONE = Phrase("p:1", "fh", "发货", (Variant("亲，{{ 订但号 }}"),))
TWO = Phrase("p:2", "", "退货", (Variant("好的"), Variant("不能退的")))
FOUND = (
    Remarked("field", "p:1", "没有“订但号”这个字段。", 0, 5, 8, "订单号"),
    Remarked("expired", "p:1", "2026-01-01 就到期了。"),
    Remarked("wording-refuse", "p:2", "“不能退的”：只有拒绝。", 1, 0, 4),
)
PLACES = {"p:1": Place("包 1/phrases.json", 2, "/0"), "p:2": Place("包 1/phrases.json", 9, "/1")}
CHECKED = Checked("包 1", {"p:1": ONE, "p:2": TWO}, FOUND, PLACES.__getitem__)
BAD = Checked("a.jsonl", {}, (), bad=((Place("a.jsonl", 3), "缺少标题 title。"),))


def test_text_is_grouped_by_phrase() -> None:
    assert list(check_report.text(CHECKED)) == [
        "发货 [fh]  包 1/phrases.json:2",
        "  ✗ 没有“订但号”这个字段。 → 订单号  (field)",
        "  ! 2026-01-01 就到期了。  (expired)",
        "退货  包 1/phrases.json:9",
        "  · 第 2 种说法：“不能退的”：只有拒绝。  (wording-refuse)",
        "检查了 2 条话术：错误 1，警告 1，建议 1。",
    ]
    assert list(check_report.text(Checked("x", {"p:2": TWO}, ()))) == ["检查了 1 条话术，没有发现问题。"]
    assert next(iter(check_report.text(BAD))) == "✗ a.jsonl 第 3 行：缺少标题 title。"


def test_json_tells_everything() -> None:
    told = check_report.as_json(CHECKED)
    assert told["counts"] == {"error": 1, "warning": 1, "note": 1}
    assert told["phrases"] == 2
    assert told["findings"][0] == {
        "rule": "field", "severity": "error", "phrase": "p:1", "code": "fh", "title": "发货", "variant": 0,
        "start": 5, "end": 8, "message": "没有“订但号”这个字段。", "suggestion": "订单号",
        "file": "包 1/phrases.json", "line": 2, "pointer": "/0/text",
    }  # fmt: skip
    assert [one["pointer"] for one in told["findings"]] == ["/0/text", "/0", "/1/variants/1/text"]


def test_sarif_has_the_parts_that_the_standard_asks_for() -> None:
    log = check_report.as_sarif(CHECKED, "1.2.3")
    assert (log["version"], log["$schema"]) == ("2.1.0", check_report.SCHEMA)
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["semanticVersion"]) == ("xiaoer check", "1.2.3")
    assert [rule["id"] for rule in driver["rules"]] == ["field", "expired", "wording-refuse"]
    assert len(run["results"]) == 3
    for result in run["results"]:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("error", "warning", "note")
        assert result["message"]["text"]
        (location,) = result["locations"]
        physical = location["physicalLocation"]
        assert re.fullmatch(r"[A-Za-z0-9._~/%-]+", physical["artifactLocation"]["uri"])
        assert physical["region"]["startLine"] >= 1
    first = run["results"][0]["locations"][0]
    assert first["physicalLocation"]["artifactLocation"]["uri"] == "%E5%8C%85%201/phrases.json"
    assert first["logicalLocations"][0]["fullyQualifiedName"] == "/0/text"
    assert "invocations" not in run


def test_sarif_tells_what_could_not_be_read() -> None:
    (run,) = check_report.as_sarif(BAD, "1")["runs"]
    assert run["results"] == []
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    assert invocation["toolExecutionNotifications"][0]["message"]["text"] == "缺少标题 title。"


def test_sarif_of_what_has_no_file_has_no_physical_place() -> None:
    (run,) = check_report.as_sarif(Checked("x", {"p:1": ONE}, FOUND[:1]), "1")["runs"]
    assert "physicalLocation" not in run["results"][0]["locations"][0]
