import pytest

from kb.answering.events import Event, asked, name_in, phrase


@pytest.mark.parametrize(
    ("question", "event"),
    [
        ("Until when do Luzhou's liquor rules apply?", Event.EXPIRY),
        ("Until when are the Anshan steel measures in force?", Event.EXPIRY),
        ("How long is the Beihai pearl scheme valid?", Event.EXPIRY),
        ("When does the Zigong lantern plan expire?", Event.EXPIRY),
        ("自贡彩灯产业办法有效期到什么时候?", Event.EXPIRY),
        ("鞍山的若干政策执行到哪一年?", Event.EXPIRY),
        ("泸州实施细则试行几年?", Event.EXPIRY),
        ("When do the pearl farming rules take effect?", Event.EFFECT),
        ("From when do Beihai's rules apply?", Event.EFFECT),
        ("北海珍珠养殖规定什么时候起施行?", Event.EFFECT),
        ("When was Anshan's steel plan approved?", Event.ADOPTED),
        ("泸州规划是哪天审议通过的?", Event.ADOPTED),
        ("When can breweries apply for the fund?", Event.APPLYING),
        ("What is the deadline for applications?", Event.APPLYING),
        ("彩灯企业的补助申报什么时候截止?", Event.APPLYING),
        ("每年几月受理?", Event.APPLYING),
    ],
)
def test_what_befalls_a_document_is_asked_for(question: str, event: Event) -> None:
    assert asked(question) is event


@pytest.mark.parametrize(
    "question",
    [
        "How long is a fishing permit valid?",
        "How long are permits under Beihai's plan valid?",
        "办法规定的养殖许可有效期几年?",
        "经营许可证有效期几年?",
        "How long do firms have to apply under the measures?",
        "泸州实施方案什么时候发布?",
        "收到申请后多久作出决定?",
        "When will applications be reviewed?",
        "By when will the liquor museum be finished?",
        "酒业博物馆哪一年建成?",
    ],
)
def test_what_befalls_something_else_is_no_event_of_a_document(question: str) -> None:
    assert asked(question) is None


def test_the_words_of_the_event_are_no_part_of_the_name() -> None:
    assert name_in("泸州白酒办法有效期到什么时候").split() == ["泸州白酒办法", "到"]
    assert "valid" not in name_in("How long are the liquor rules valid")


def test_an_event_is_said_in_either_language() -> None:
    assert phrase(Event.ADOPTED, "3 March 2026", "en") == "adopted on 3 March 2026"
    assert phrase(Event.ISSUED, "March 2026", "en") == "released in March 2026"
    assert phrase(Event.EXPIRY, "2028年8月31日", "zh") == "有效期至2028年8月31日"
    assert phrase(Event.EXPIRY, "2025年9月1日至2028年8月31日", "zh") == "有效期2025年9月1日至2028年8月31日"
