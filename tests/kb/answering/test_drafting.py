from corpus.records import Quote
from kb.answering.drafting import Draft, Statement, compose

ONE = Quote(document="a", text="到2027年建成42个站。", start=0, end=11)
TWO = Quote(document="b", text="42 stations by 2027.", start=0, end=20)


def test_marks_follow_the_order_of_first_use() -> None:
    draft = Draft(statements=(Statement("42 by 2027", (TWO, ONE)), Statement("42", (ONE,))))
    assert compose(draft, "en") == ("42 by 2027 [1][2]. 42 [2].", (TWO, ONE))


def test_a_statement_that_no_quote_holds_is_left_out() -> None:
    draft = Draft(statements=(Statement("42个", (ONE,)), Statement("另有50个", (TWO,))))
    assert compose(draft, "zh") == ("42个[1]。", (ONE,))


def test_an_answer_whose_first_statement_falls_is_none() -> None:
    assert compose(Draft(statements=(Statement("43个", (ONE,)),)), "zh") is None
    assert compose(Draft(statements=(Statement("没有引文", ()),)), "zh") is None
