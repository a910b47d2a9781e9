from collections.abc import Sequence

import pytest

from corpus.records import Document
from corpus.text import Span, Trail
from kb.answering.lists import items_of, lead_of

NUMBERED = """镇江市香醋产业奖补办法
第四条 申报企业应当符合下列条件：
（一）注册满一年；
（二）有产品标准：
1.符合国家标准；
2.通过认证；
（三）按时纳税。
第五条 奖补不超过20万元。"""
BULLETS = """Rules for Huai'an Crayfish Farms
Farms must
- test the water,
- keep records, and
- train their staff.
The grant is paid in May.
"""
UNMARKED = "承诺事项：\n不使用违禁药物；\n不排放尾水；\n不雇用童工。\n以上承诺自签字之日起生效。"
PROSE = "各有关单位：\n现将办法印发给你们。\n请认真执行。"


def document(text: str) -> Document:
    language, script = ("en", "Latn") if text.isascii() else ("zh", "Hans")
    return Document(
        id="doc-1",
        source="s",
        part=0,
        text=text,
        trail=Trail(),
        language=language,
        script=script,
        kind="page",
    )


@pytest.mark.parametrize(
    ("text", "lead", "items"),
    [
        (NUMBERED, "第四条 申报企业应当符合下列条件：", ["（一）", "（二）", "1.符", "2.通", "（三）"]),
        (BULLETS, "Farms must", ["- t", "- k", "- t"]),
        (UNMARKED, "承诺事项：", ["不使用", "不排放", "不雇用"]),
        (PROSE, "各有关单位：", []),
        (BULLETS, "The grant is paid in May.", []),
        (BULLETS, "- test the water,", []),
    ],
)
def test_a_list_has_all_its_items(text: str, lead: str, items: Sequence[str]) -> None:
    held = document(text)
    at = held.text.index(lead)
    found = [s.cut(held.text) for s in items_of(held, Span(at, at + len(lead)))]
    assert [item[:3] for item in found] == list(items)


def test_an_item_knows_what_announces_it() -> None:
    held = document(NUMBERED)
    at = held.text.index("（三）")
    lead = lead_of(held, Span(at, at + 5))
    assert lead is not None
    assert lead.cut(held.text).endswith("应当符合下列条件：")
    after = held.text.index("第五条")
    assert lead_of(held, Span(after, after + 5)) is None
