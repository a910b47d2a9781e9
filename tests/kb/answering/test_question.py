import pytest

from kb.answering.forms import Kind
from kb.answering.question import understand
from kb.answering.words import LITTLE, weight

KINDS = [
    ("到2028年，全市要建成多少座换电站？", Kind.QUANTITY),
    ("哪几类产品被列为重点？", Kind.LIST),
    ("由哪个部门牵头建设冷链物流？", Kind.RESPONSIBLE),
    ("實施方案是什麼時候印發的？", Kind.ISSUED),
    ("方案由谁发布？", Kind.ISSUER),
    ("该文件的发文字号是什么？", Kind.NUMBER),
    ("是否要求所有学校开设游泳课？", Kind.TRUTH),
    ("办法对网约车有什么规定？", Kind.CONTENT),
    ("最迟何时完成排查？", Kind.DEADLINE),
    ("How many swapping stations will be built by 2028?", Kind.QUANTITY),
    ("Which departments are responsible for the cold chain?", Kind.RESPONSIBLE),
    ("When was the notice issued?", Kind.ISSUED),
    ("Who issued the notice?", Kind.ISSUER),
    ("Is it true that every school must teach swimming?", Kind.TRUTH),
    ("Does the city want 40 new parks?", Kind.TRUTH),
    ("What do the measures say about ride hailing?", Kind.CONTENT),
    ("By when must the survey be finished?", Kind.DEADLINE),
    ("Which counties take part in the pilot?", Kind.LIST),
    ("Do the sources agree on the number of beds?", Kind.COMPARE),
]

UNITS = [
    ("要建成多少公里绿道？", {"length"}),
    ("需要多少个工作日？", {"time"}),
    ("补贴多少元？", {"money"}),
    ("要建多少座公园？", {"count", "other"}),
    ("How many hectares will be planted?", {"area"}),
    ("How long does approval take?", {"time"}),
    ("What share of buses is electric?", {"share"}),
    ("How many parks will be opened?", {"count", "other"}),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_the_kind_of_a_question_is_read_from_its_form(text: str, kind: Kind) -> None:
    assert understand(text).kind is kind


@pytest.mark.parametrize(("text", "units"), UNITS)
def test_the_words_of_asking_tell_the_unit(text: str, units: set[str]) -> None:
    asked = understand(text).units
    assert asked == units or (units == {"share"} and units < asked)


def test_a_year_to_come_is_told_from_a_year_that_was() -> None:
    assert understand("到2028年要建多少座公园？").years == (("2028", True),)
    assert understand("2023年建了多少座公园？").years == (("2023", False),)
    assert understand("How many parks by the end of 2028?").years == (("2028", True),)


def test_the_place_is_taken_out_of_what_is_asked() -> None:
    question = understand("成都市要建多少座公园？")
    assert question.place == "成都"
    assert [w.text for w in question.words] == ["建", "公园"]


def test_the_thing_asked_for_itself_is_known() -> None:
    question = understand("How many nursing beds will the counties have?")
    assert [question.words[i].text for i in sorted(question.head)] == ["nursing", "beds"]
    question = understand("新城区绿地的面积是多少？")
    assert [question.words[i].text for i in question.head] == ["面积"]


def test_what_a_question_takes_for_granted_is_read() -> None:
    (claim,) = understand("Is it true that 45 parks will be opened?").asserted
    assert claim.value == 45
    assert claim.unit == "count"


def test_both_scripts_are_understood_alike() -> None:
    traditional, simplified = understand("養老院要增加多少張床位？"), understand("养老院要增加多少张床位？")
    assert [w.text for w in traditional.words] == [w.text for w in simplified.words]
    assert traditional.kind is simplified.kind


def test_a_place_that_no_table_has_is_known_by_the_plans_that_are_held() -> None:
    text = "How many landing sites is Lanchuan to have?"
    assert understand(text).place is None
    question = understand(text, held={"Lanchuan"})
    assert question.place == "Lanchuan"
    assert "Lanchuan" not in question.rest
    assert understand("How many landing sites is Hangzhou to have?", held={"Landing"}).place == "杭州"


ASKED = [
    ("By when will the city announce the sites?", Kind.DEADLINE),
    ("When will the rules take effect?", Kind.ISSUED),
    ("什么时候公布选址？", Kind.DEADLINE),
    ("主管部门每年抽查的比例是多少？", Kind.QUANTITY),
    ("近视率要降到什么水平？", Kind.QUANTITY),
    ("What does the county pay for each well?", Kind.QUANTITY),
    ("grid storage capacity 2026", Kind.QUANTITY),
    ("What facilities must each station have?", Kind.LIST),
]


@pytest.mark.parametrize(("text", "kind"), ASKED)
def test_what_is_asked_is_told_from_what_only_sounds_like_it(text: str, kind: Kind) -> None:
    assert understand(text).kind is kind


def test_of_two_questions_in_one_the_first_is_understood() -> None:
    question = understand("How much did exports bring in, and how fast did they grow?")
    assert not question.asks_growth
    assert understand("出口了多少美元，增速是多少？").rest.strip() == "出口了"


def test_of_a_range_of_years_the_last_one_counts() -> None:
    assert [y for y, _ in understand("2025年至2027年要建多少座桥？").years] == ["2027"]
    assert [y for y, _ in understand("How many bridges between 2025 and 2027?").years] == ["2027"]


def test_a_counter_and_a_modal_verb_are_no_words_of_the_question() -> None:
    assert "座" not in "".join(w.text for w in understand("要建多少座充换电站？").words)
    assert "顶格能" not in [w.text for w in understand("一座站顶格能拿多少？").words]
    assert understand("安排多少人才资金？").units != {"count"}


def test_the_name_of_a_class_is_part_of_asking_for_its_members() -> None:
    assert [w.text for w in understand("Which five kinds of measures for harbours are listed?").words] == [
        "harbors",
        "listed",
    ]


def test_what_is_paid_is_money() -> None:
    assert understand("开一家店补多少？").units == {"money", "share"}
    assert understand("What does the city pay per mu?").units == {"money", "share"}


def test_a_compound_is_asked_for_as_a_whole() -> None:
    question = understand("云南的茶叶种植面积目标是多少？")
    assert {question.words[i].text for i in question.head} == {"茶叶", "种植", "面积"}
    question = understand("方案对货车司机工资有什么规定？")
    assert "工资" in {question.words[i].text for i in question.head}


@pytest.mark.parametrize(
    ("question", "units"),
    [
        ("How much will the second phase of the convention centre cost?", {"money"}),
        ("What is the insured sum per mu under the scheme?", {"money"}),
        ("生物制造产业基金的总规模有多大？", {"money"}),
        ("方案对大豆的机收率提出了什么目标？", {"share", "times"}),
        ("What is the subsidy for a new store?", {"money", "share", "times"}),
    ],
)
def test_the_name_of_a_measure_demands_its_unit(question: str, units: set[str]) -> None:
    assert understand(question).units == units


@pytest.mark.parametrize(
    ("question", "years"),
    [
        ("市商务局2026年以旧换新通知规定，每辆补贴多少钱？", {"2026"}),
        ("How many days is a voucher valid under the 2026 trade-in programme?", {"2026"}),
        ("到2026年要建多少座桥？", set()),
        ("2026年方案要建多少座桥？", {"2026"}),
        ("How many bridges shall be built by the end of 2026 under the plan?", set()),
    ],
)
def test_a_year_may_be_part_of_a_papers_name(question: str, years: set[str]) -> None:
    assert understand(question).paper_years == years


def test_what_says_where_it_stands_tells_little() -> None:
    question = understand("How much does a tree cost, according to the nursery company?")
    assert [w.text for w in question.words if weight(w) > LITTLE] == ["tree"]
    question = understand("商务局通知规定，苗木补助多少元？")
    assert [w.text for w in question.words if weight(w) > LITTLE] == ["苗木", "补助"]
