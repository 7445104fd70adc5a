from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.core.model import Attachment, Origin, Phrase, PriorUse, SendMode, Variant
from assistant.storage.importers.jsonl import BadLine, parse
from assistant.storage.records import phrase_of, prior_use_of, record_of

characters = st.characters(codec="utf-8", exclude_characters="\ufffd")
words = st.text(characters, min_size=1, max_size=12).map(str.strip).filter(bool)
texts = st.text(characters, min_size=1).map(lambda t: t.replace("\r\n", "\n")).filter(str.strip)
lists = st.lists(words, max_size=3).map(tuple)
unread = st.just("") | st.dictionaries(
    words.map("x-{}".format), words | st.integers() | st.lists(words), min_size=1
).map(lambda extra: json.dumps(extra, sort_keys=True))
variants = st.lists(
    st.builds(Variant, texts, words | st.just(""), words, words | st.just(""), unread), min_size=1, max_size=3
).map(tuple)
phrases = st.builds(
    Phrase,
    words,
    words.filter(lambda c: len(c.split()) == 1),
    words,
    variants,
    lists,
    lists,
    lists,
    st.text(characters),
    st.just("team"),
    st.none() | st.dates(),
    st.none() | st.dates(),
    st.lists(st.builds(Attachment, words, st.text(characters), st.text(characters)), max_size=2).map(tuple),
    words | st.just(""),
    st.sampled_from(SendMode),
    st.none() | st.builds(Origin, words, words),
    unread,
)
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "gb18030"]


def lines(*records: object) -> bytes:
    return "\n".join(json.dumps(r, ensure_ascii=False) for r in records).encode()


def test_a_line_as_teams_write_it() -> None:
    parsed = parse(
        lines(
            {
                "code": "kc1",
                "title": " 早班开场 ",
                "category": ["接待", "开场白"],
                "text": "早上好☀️\r\n在的",
                "tags": ["开场", " "],
                "roles": ["售前"],
                "use_count": 12,
                "last_used": "2026-11-11T03:22:51+08:00",
                "comment": "of a newer version",
            }
        ),
        "starter",
    )
    phrase = Phrase(
        "starter:kc1",
        "kc1",
        "早班开场",
        (Variant("早上好☀️\n在的"),),
        ("接待", "开场白"),
        ("开场",),
        ("售前",),
        extra='{"comment": "of a newer version"}',
    )
    assert (parsed.phrases, parsed.bad) == ((phrase,), ())
    assert parsed.usage == {"starter:kc1": PriorUse(12, 1794338571.0)}


def test_variants_and_an_id_of_its_own() -> None:
    record = {
        "id": "x",
        "title": "谢谢",
        "variants": [{"text": "谢谢亲", "tone": "亲切"}, {"text": "Thanks", "language": "en"}],
    }
    (phrase,) = parse(lines(record)).phrases
    assert phrase == Phrase("x", "", "谢谢", (Variant("谢谢亲", "亲切"), Variant("Thanks", "", "en")), layer="personal")


def test_ids_are_the_same_when_the_file_is_read_again_and_differ_by_content() -> None:
    data = lines(
        {"title": "a", "text": "b"}, {"title": "a", "text": "c"}, {"title": "a", "text": "b", "category": ["d"]}
    )
    ids = [phrase.id for phrase in parse(data).phrases]
    assert ids == [phrase.id for phrase in parse(data).phrases]
    assert len(set(ids)) == 3
    assert all(i.startswith("personal:") for i in ids)


@given(
    st.lists(phrases, unique_by=lambda p: p.id),
    st.sampled_from(ENCODINGS),
    st.sampled_from(["\n", "\r\n", "\n\n", "\r"]),
)
def test_what_is_written_is_read_back(given_phrases: list[Phrase], encoding: str, end: str) -> None:
    text = end.join(json.dumps(record_of(phrase), ensure_ascii=False) for phrase in given_phrases)
    if encoding == "gb18030":  # what is UTF-8 too cannot be told from it; a sign that is not tips the scale
        text += end + "".join(
            f'{{"id": "{n}号", "title": "帐", "text": "号"}}{end}' for n in range(len(given_phrases) + 1)
        )
    parsed = parse(text.encode(encoding), "team")
    assert parsed.bad == ()
    assert list(parsed.phrases[: len(given_phrases)]) == given_phrases


@given(phrases, st.integers(1, 10**6), st.floats(0, 4e9))
def test_prior_use_survives_too(phrase: Phrase, count: int, last: float) -> None:
    found = prior_use_of(json.loads(json.dumps(record_of(phrase, PriorUse(count, last)))))
    assert found is not None
    assert found.count == count
    assert found.last == pytest.approx(last, abs=1e-5)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("nonsense", "不是完整的 JSON（第 1 个字符处）"),
        ('{"title": "a", "text": "b"', "不是完整的 JSON（第 27 个字符处）"),
        ('{"title": "a"} {"title": "b"}', "不是完整的 JSON（第 16 个字符处）"),
        ("[1]", "不是一条话术（应是 {…}）"),
        ("null", "不是一条话术（应是 {…}）"),
        ("[" * 100_000, "括号嵌套太深"),
        ('{"use_count": ' + "9" * 5000 + "}", "数字太长"),
        ('{"text": "b"}', "缺少标题 title"),
        ('{"title": " ", "text": "b"}', "缺少标题 title"),
        ('{"title": "a"}', "缺少正文 text"),
        ('{"title": "a", "text": " \\n"}', "缺少正文 text"),
        ('{"title": "a", "variants": [{"text": "b"}, {}]}', "缺少正文 text"),
        ('{"title": "a", "variants": []}', 'variants 应是 [{"text": …}] 这样的列表'),
        ('{"title": "a", "variants": "b"}', 'variants 应是 [{"text": …}] 这样的列表'),
        ('{"title": 1, "text": "b"}', "title 应是文字"),
        ('{"title": "a", "text": ["b"]}', "text 应是文字"),
        ('{"title": "a", "text": "b", "tags": [1]}', "tags 应是文字的列表"),
        ('{"title": "a", "text": "b", "category": {"a": 1}}', "category 应是文字的列表"),
        ('{"title": "a", "text": "b", "code": "k c"}', "编码 code 里不能有空格"),
        ('{"title": "a", "text": "\\ud83d"}', "含有残缺的字符"),
    ],
)
def test_a_bad_line_is_named_and_the_others_are_read(line: str, reason: str) -> None:
    good = [json.dumps({"id": str(n), "title": "好", "text": "的"}) for n in range(2)]
    parsed = parse("\n".join([good[0], "", line, good[1]]).encode())
    assert parsed.bad == (BadLine(3, reason),)
    assert [phrase.id for phrase in parsed.phrases] == ["0", "1"]


def test_the_second_of_two_with_one_id_is_named() -> None:
    record = {"code": "kc1", "title": "好", "text": "的"}
    parsed = parse(lines(record, {**record, "text": "吧"}))
    assert [phrase.text for phrase in parsed.phrases] == ["的"]
    assert parsed.bad == (BadLine(2, "和前面的一条编号相同"),)


def test_a_damaged_byte_costs_one_line_not_the_encoding() -> None:
    data = lines(*({"id": str(n), "title": "标题", "text": "正文正文"} for n in range(5)))
    damaged = data.replace("正".encode(), b"\xe6\xff\xa3", 1)
    parsed = parse(damaged)
    assert parsed.bad == (BadLine(1, "文字编码有误"),)
    assert {phrase.title for phrase in parsed.phrases} == {"标题"}


@pytest.mark.parametrize(
    ("count", "last"),
    [(0, None), (-1, None), (True, None), ("3", None), (1.5, None), (None, "2026-01-01"), (10**40, None)],
)
def test_counts_that_say_nothing(count: object, last: object) -> None:
    assert prior_use_of({"use_count": count, "last_used": last}) is None


@pytest.mark.parametrize("last", [None, "", "yesterday", 5, "0001-01-01T00:00:00+14:00", "1969-01-01T00:00:00Z"])
def test_an_odd_time_keeps_the_count(last: object) -> None:
    assert prior_use_of({"use_count": 3, "last_used": last}) == PriorUse(3, 0.0)


@given(st.binary())
def test_no_bytes_can_make_it_raise(data: bytes) -> None:
    parsed = parse(data)
    assert len(parsed.bad) + len(parsed.phrases) <= data.count(b"\n") + data.count(b"\r") + 1


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)
keys = st.sampled_from(
    ["id", "code", "title", "text", "variants", "category", "tags", "roles", "note", "use_count", "last_used"]
)


@given(st.lists(st.dictionaries(keys, json_values)))
def test_no_values_can_make_it_raise(records: list[dict[str, object]]) -> None:
    parsed = parse(lines(*records))
    assert len(parsed.phrases) + len(parsed.bad) == len(records)
    for phrase in parsed.phrases:
        assert phrase_of(record_of(phrase), "personal") == phrase


def test_days_of_validity_are_read_and_written_back():
    line = '{"id": "p", "title": "双十一", "text": "亲，今天五折", "valid_from": "2026-11-10", "valid_until": "2026-11-11"}'
    phrase = parse(line.encode(), "personal").phrases[0]
    assert (phrase.valid_from, phrase.valid_until) == (date(2026, 11, 10), date(2026, 11, 11))
    assert phrase.valid_on(date(2026, 11, 11))
    assert not phrase.valid_on(date(2026, 11, 12))
    assert phrase_of(record_of(phrase), "personal") == phrase


def test_a_day_that_is_none_is_told():
    bad = parse(b'{"title": "a", "text": "b", "valid_until": "11.11"}', "personal").bad
    assert "valid_until" in bad[0].reason


@pytest.mark.parametrize(
    "part",
    [
        {"send": "by pigeon"},
        {"send": ["paste"]},
        {"attachments": "a.png"},
        {"attachments": [{"hash": "", "name": "a"}]},
        {"attachments": [{"hash": "ab", "name": "a", "pages": 3}]},
        {"attachments": [1]},
        {"origin": {"id": "a"}},
        {"origin": {"id": "a", "digest": 1}},
        {"mood": {"deep": [None, 1.5]}},
        {"variants": [{"text": "b", "voice": {"speed": 2}}]},
    ],
    ids=str,
)
def test_what_a_newer_version_wrote_is_kept(part: dict[str, object]) -> None:
    record = {"id": "1", "code": "", "title": "a", "text": "b"} | part
    if "variants" in part:
        del record["text"]
    assert record_of(phrase_of(record, "personal")) == record


def test_disabled_is_read_and_written() -> None:
    [phrase] = parse('{"title": "脚本", "text": "x", "disabled": true}'.encode()).phrases
    assert phrase.disabled
    assert record_of(phrase)["disabled"] is True
    [other] = parse('{"title": "话术", "text": "x", "disabled": "yes"}'.encode()).phrases
    assert not other.disabled
    assert "disabled" not in record_of(other)
