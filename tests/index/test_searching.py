import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from corpus.errors import StaleIndex
from index.encoder import StaticEncoder
from index.passages import passages
from index.searching import Index
from tests.index.documents import database, document, lines, opened, put

ZH = lines(
    "到2029年，建成起降点120个。\n培育龙头企业5家，力争产值超过300亿元，并形成完整的产业链条和服务体系。"
)
EN = lines(
    "By 2029, build 120 landing sites.\n"
    "Cultivate five leading enterprises with an output of more than 30 billion yuan.",
    "en",
)
OTHER = lines("推进老旧小区改造，惠及居民3万户，同步完善养老、托育和便民服务设施。")


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    with opened(tmp_path) as made:
        put(made, ZH, EN, OTHER)
        yield made


def test_a_question_finds_its_passage_in_both_languages(index: Index) -> None:
    for query in ("培育多少家龙头企业？", "How many leading enterprises will be cultivated?"):
        hits = index.search(query, 4)
        assert {hit.passage.language for hit in hits[:2]} == {"zh", "en"}
        assert all("企业5家" in h.passage.text or "five leading" in h.passage.text for h in hits[:2])


def test_hits_come_best_first_with_their_signs(index: Index) -> None:
    hits = index.search("landing sites", 5)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert hits[0].passage.text.startswith("By 2029")
    assert hits[0].lexical > 0
    assert 0 < hits[0].late <= 1.001
    assert 0 < hits[0].dense <= 1.001


def test_one_and_two_characters_find_what_they_name(index: Index) -> None:
    assert "养老" in index.search("养老", 3)[0].passage.text
    assert "户" in index.search("户", 3)[0].passage.text


def test_a_search_may_be_kept_to_a_language_or_to_documents(index: Index) -> None:
    english, other, none = index.within(languages={"en"}), index.within({OTHER.id}), index.within([])
    assert {hit.passage.language for hit in english.search("企业", 5)} == {"en"}
    assert {hit.passage.document for hit in other.search("企业", 5)} == {OTHER.id}
    assert none.search("企业", 5) == []
    assert (english.count(), other.count(), none.count()) == (len(passages(EN)), 1, 0)


def test_both_scripts_find_the_same(index: Index) -> None:
    assert index.search("龍頭企業", 3) == index.search("龙头企业", 3)


def test_an_empty_index_and_an_empty_query_find_nothing_or_anything_without_failing(tmp_path: Path) -> None:
    with opened(tmp_path) as empty:
        assert empty.search("企业") == []
        assert empty.verify() == []
        put(empty, ZH)
        assert isinstance(empty.search(""), list)


def test_what_is_written_again_replaces_what_was_there(index: Index) -> None:
    before = index.count()
    put(index, ZH)
    assert index.count() == before
    assert index.verify() == []


def test_what_is_removed_is_not_found_and_leaves_no_word_in_the_file(tmp_path: Path) -> None:
    with opened(tmp_path) as index:
        index.db.execute("pragma secure_delete = on")
        secret = lines("紫水晶计划拨款。The amethyst scheme.", "zh")
        put(index, ZH, secret)
        index.db.execute("begin immediate")
        index.remove(secret.id)
        index.db.execute("commit")
        assert all(hit.passage.document != secret.id for hit in index.search("紫水晶", 10))
        assert index.verify() == []
    left = (tmp_path / "store.db").read_bytes()
    assert "紫水晶".encode() not in left
    assert b"amethyst" not in left


def test_a_transaction_that_is_rolled_back_leaves_nothing(index: Index) -> None:
    before = [hit.passage.id for hit in index.search("企业")]
    index.db.execute("begin immediate")
    index.write("document-x", [])
    index.remove(ZH.id)
    index.db.execute("rollback")
    assert [hit.passage.id for hit in index.search("企业")] == before


def test_another_process_sees_what_was_committed(tmp_path: Path) -> None:
    with opened(tmp_path) as writer, opened(tmp_path) as reader:
        put(writer, ZH)
        assert reader.search("起降点")
        put(writer, OTHER)
        assert "养老" in reader.search("养老")[0].passage.text
        writer.db.execute("begin immediate")
        writer.remove(OTHER.id)
        writer.db.execute("commit")
        assert all(hit.passage.document != OTHER.id for hit in reader.search("养老"))


def test_an_index_of_another_model_is_refused_until_it_is_rebuilt(tmp_path: Path) -> None:
    class Renamed(StaticEncoder):
        def __init__(self) -> None:
            super().__init__()
            self.name = "another"

    with opened(tmp_path) as index:
        put(index, ZH)
        other = Index(index.db, tmp_path / "index", Renamed())
        with pytest.raises(StaleIndex, match="reindex"):
            raise_line(other)
        other.rebuild()
        assert other.search("起降点")
        with pytest.raises(StaleIndex):
            index.search("起降点")


def raise_line(index: Index) -> None:
    try:
        index.search("起降点")
    except StaleIndex as error:
        raise StaleIndex(error.line) from error


def test_verify_names_what_is_missing(index: Index) -> None:
    [number, name] = index.db.execute("select number, id from passages order by number").fetchone()
    index.db.execute("delete from vectors where number = ?", (number,))
    index.db.execute("delete from words where rowid = ?", (number,))
    assert index.verify() == [f"{name} is missing from vectors", f"{name} is missing from words"]
    index.rebuild()
    assert index.verify() == []


def test_a_search_inside_a_transaction_sees_what_it_wrote(index: Index) -> None:
    index.db.execute("begin immediate")
    index.remove(OTHER.id)
    assert all(hit.passage.document != OTHER.id for hit in index.search("养老"))
    index.db.execute("rollback")
    assert index.search("养老")[0].passage.document == OTHER.id


def test_the_same_documents_give_the_same_hits_in_any_order(tmp_path: Path) -> None:
    found = []
    for n, order in enumerate(([ZH, EN, OTHER], [OTHER, ZH, EN])):
        (tmp_path / str(n)).mkdir()
        with opened(tmp_path / str(n)) as index:
            put(index, *order)
            found.append([(h.passage.id, round(h.score, 5)) for h in index.search("企业产值", 6)])
    assert found[0] == found[1]


def test_titles_tell_documents_apart(tmp_path: Path) -> None:
    text = "支持企业申报首台套奖励，给予一次性补助，单个项目不超过500万元。"
    with opened(tmp_path) as index:
        for city in ("云州", "海陵"):
            one = document(f"{text}（{city}）", title=f"{city}市机器人产业行动方案")
            put(index, one)
        hits = index.search("海陵 首台套奖励", 2)
        assert hits[0].passage.title.startswith("海陵")


def test_a_database_without_the_tables_is_a_plain_error() -> None:
    with closing(sqlite3.connect(":memory:")) as db, pytest.raises(sqlite3.OperationalError):
        Index(db, Path("nowhere"), StaticEncoder()).count()


def test_the_tables_can_be_made_once_in_any_database() -> None:
    with closing(database()) as db:
        names = {name for (name,) in db.execute("select name from sqlite_master")}
    assert {"passages", "vectors", "pieces", "words", "index_state"} <= names
