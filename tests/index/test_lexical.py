from collections.abc import Iterator

import pytest

from index import lexical
from index.lexical import query_terms, stem, tokens
from index.searching import Index
from tests.index.documents import lines, opened, put


@pytest.mark.parametrize(
    ("words", "root"),
    [
        (("target", "targets", "targeted", "targeting"), "target"),
        (("policy", "policies"), "policy"),
        (("plan", "plans", "planned", "planning"), "plan"),
        (("license", "licenses", "licensed", "licensing"), "licens"),
        (("process", "processes"), "process"),
        (("status",), "status"),
        (("gas",), "gas"),
        (("5g",), "5g"),
    ],
)
def test_forms_of_a_word_have_one_stem(words: tuple[str, ...], root: str) -> None:
    assert {stem(word) for word in words} == {root}


def test_both_scripts_give_the_same_tokens() -> None:
    assert list(tokens("低空經濟產業")) == list(tokens("低空经济产业"))


def test_a_question_is_asked_without_its_question_words() -> None:
    assert query_terms("What is the target for landing sites?") == ["target", "land", "site"]
    assert not {"哪些", "什么", "是什"} & set(query_terms("起降点是什么"))


def test_a_number_is_looked_for_once() -> None:
    assert query_terms("by 2027") == ["n2027"]
    assert query_terms("到2027年") == ["n2027"]
    assert "户" in query_terms("户 2027")


def test_a_question_of_question_words_alone_still_asks() -> None:
    assert query_terms("who")
    assert query_terms("什么")


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    with opened(tmp_path_factory.mktemp("lexical")) as made:
        put(
            made,
            lines("到2029年，建成起降点120个。"),
            lines("培育龙头企业5家，投资1.5亿元。"),
            lines("第三类项目须经专家评审。"),
            lines("Invest 150 million yuan in Class III projects.", "en"),
        )
        yield made


@pytest.mark.parametrize(
    ("query", "language", "start"),
    [
        ("企业", "zh", "培育"),
        ("须", "zh", "第三"),
        ("1.5亿元", "en", "Invest"),
        ("150 million", "zh", "培育"),
        ("三类", "en", "Invest"),
        ("Class III", "zh", "第三"),
        ("PROJECT", "en", "Invest"),
        ("起降點", "zh", "到2029"),
    ],
)
def test_words_find_what_holds_them(index: Index, query: str, language: str, start: str) -> None:
    found = lexical.search(index.db, query)
    rows = dict(index.db.execute("select number, text from passages where language = ?", (language,)))
    best = max((n for n in found.numbers.tolist() if n in rows), key=lambda n: found.of([n]))
    assert rows[best].startswith(start)


def test_the_best_may_be_all_that_is_wanted(index: Index) -> None:
    every = lexical.search(index.db, "企业 项目 2029")
    best = lexical.search(index.db, "企业 项目 2029", 1)
    assert len(every.numbers) == 3
    assert best.numbers.tolist() == [every.numbers[every.scores.argmax()]]


def test_a_word_of_many_passages_is_looked_for_only_where_it_stands_alone(index: Index) -> None:
    def found(query: str) -> list[int]:
        numbers: list[int] = lexical.search(index.db, query, common=2).numbers.tolist()
        return numbers

    both = lexical.search(index.db, "150000000").numbers.tolist()
    assert len(both) == 2
    assert found("150000000 专家") == found("专家") != []
    assert found("150000000") == both


@pytest.mark.parametrize("query", ["螺旋桨", '“”()*" OR', ""])
def test_what_is_in_no_passage_is_not_found(index: Index, query: str) -> None:
    assert lexical.search(index.db, query).numbers.tolist() == []
