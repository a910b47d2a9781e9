"""What speaks for or against a claim."""

import pytest

from kb.checking.rules import RULES, Judgement, examine
from tests.kb.stating import stated

GOOD, BAD, OPEN, APART = (
    Judgement.SUPPORTED,
    Judgement.CONTRADICTED,
    Judgement.UNSURE,
    Judgement.NOT_FOUND,
)
# claim, what the document says, judgement, rule
CASES = [
    ("加氢站达到80座。", "加氢站达到80座。", GOOD, "agrees"),
    ("There will be 80 hydrogen stations.", "加氢站达到80座。", GOOD, "agrees"),
    ("加氢站达到60座。", "加氢站达到80座。", BAD, "same_quantity"),
    ("医院准备时间压缩至25天以内。", "医院准备时间压缩至25周以内。", BAD, "same_unit"),
    ("审查压缩至21天以内。", "审查压缩至3周以内。", GOOD, "agrees"),
    ("Output reached 555.1 billion yuan.", "产值达到555.1亿元。", BAD, "same_quantity"),
    ("Output reached 55.5 billion yuan.", "产值达到555.1亿元。", GOOD, "agrees"),
    ("产值达到555.1亿美元。", "产值达到555.1亿元。", BAD, "same_unit"),
    ("到2030年，加氢站达到80座。", "到2027年，加氢站达到80座。", BAD, "same_deadline"),
    ("到2030年，加氢站达到80座。", "加氢站达到80座。", OPEN, "same_deadline"),
    ("2025年第二季度，产值增长13.7%。", "2025年第一季度，产值增长13.7%。", BAD, "same_period"),
    ("2024年，产值增长13.7%。", "2025年一季度，产值增长13.7%。", BAD, "same_period"),
    ("产值增长13.7%。", "2025年一季度，产值增长13.7%。", GOOD, "agrees"),
    ("产值同比下降5%。", "产值同比增长5%。", BAD, "same_direction"),
    ("More than 500 stations.", "加氢站500座以上。", GOOD, "agrees"),
    ("少于500座加氢站。", "加氢站500座以上。", BAD, "same_bound"),
    ("More than 80 stations.", "加氢站达到80座。", OPEN, "stricter_bound"),
    ("over 7 billion yuan in output", "产值75亿元。", OPEN, "weaker_bound"),
    ("9 stations", "加氢站8—10座。", OPEN, "within_range"),
    ("500 certificates for second-class devices", "第三类医疗器械注册证500件。", APART, "same_subject"),
    ("annual revenues of 10 billion yuan", "年产值100亿元。", OPEN, "same_subject"),
    ("到2027年，出口额达到3亿美元。", "去年出口额为1.35亿美元。", APART, "same_period"),
    ("到2027年，出口额达到3亿美元。", "2024年，出口额为1.35亿美元。", APART, "same_period"),
    ("良种覆盖率将达到52%。", "良种覆盖率由52%提高到70%。", BAD, "not_the_start"),
    ("覆盖率将达到70%。", "到2027年，覆盖率提高到70%。", GOOD, "agrees"),
    ("保费每月不高于99元。", "保费每人每年不高于99元。", BAD, "same_rate"),
    ("Insurance costs no more than 99 yuan a month.", "保费每人每年不高于99元。", BAD, "same_rate"),
    ("保费每月不高于120元。", "保费每人每年不高于99元。", APART, "same_subject"),
    ("Insurance costs 99 yuan, more than a year earlier.", "保费每月99元。", GOOD, "agrees"),
    ("配套率已达到55%。", "到2026年，配套率提高到55%。", BAD, "not_reached"),
    ("There are 612 meal points so far.", "到2027年，助餐点达到900个。", APART, "same_period"),
    ("目前有助餐点612个。", "目前全市已有助餐点612个。", GOOD, "agrees"),
    ("2025年底，加氢站有41座。", "到2028年，加氢站达到80座。", APART, "same_period"),
    ("Kunming wants 65,000 beds.", "At the end of 2025 the city had 58,000 beds.", APART, "same_period"),
    ("每部奖励7万元至10万元。", "每部奖励5万元至10万元。", BAD, "same_quantity"),
    ("China had 217 licensed drone operators.", "全国注册无人机217架。", APART, "same_subject"),
    ("China had 217 licensed drone operators.", "全国有无人机操控员217名。", GOOD, "agrees"),
    ("The city will employ 20,000 people.", "冷藏车保有量达到8500辆。", APART, "same_subject"),
    ("三星级绿色建筑奖励20元。", "二星级绿色建筑奖励20元。", APART, "same_subject"),
    ("零碳码头示范项目补助25%。", "示范项目补助不超过总投资15%。", BAD, "same_quantity"),
    ("2024年港口接待邮轮31艘次。", "The port received 31 cruise ships, against 12 in 2023.", GOOD, "agrees"),
    ("80 stations", "产值80亿元。", APART, "other_unit"),
    ("Residents aged 60 years and over", "市民步行15分钟可到达公园。", APART, "same_order"),
]


@pytest.mark.parametrize(("claim", "said", "judgement", "rule"), CASES)
def test_the_first_objection_counts(claim: str, said: str, judgement: Judgement, rule: str) -> None:
    finding = examine(stated(claim), stated(said))
    assert (finding.judgement, finding.rule) == (judgement, rule)


def test_a_date_within_the_plans_horizon_needs_no_date_in_the_sentence() -> None:
    claim = stated("到2027年，加氢站建设目标为80座。")
    target = stated("到2027年，加氢站达到80座。")
    undated = stated("将建设加氢站80座。", horizon=frozenset({"2027"}))
    assert examine(claim, target).judgement is GOOD
    assert examine(claim, undated).judgement in (GOOD, OPEN)


@pytest.mark.parametrize("sentence", sorted({case[1] for case in CASES}))
def test_what_a_document_says_supports_itself(sentence: str) -> None:
    assert examine(stated(sentence), stated(sentence)).judgement is GOOD


def test_every_rule_says_what_it_does() -> None:
    assert all(rule.__doc__ for rule in RULES)
