import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from index import chroma
from index.chroma import Shelf
from index.searching import Index
from tests.index.documents import lines, opened, put

ROOT = Path(__file__).parents[2]
TEXTS = [
    f"第{n}项任务：支持{name}产业发展，年内建成示范基地{n}个。" for n, name in enumerate("稻茶竹药船车灯纸")
]
DOCUMENTS = [lines(text) for text in TEXTS]


def ids(index: Index, query: str) -> list[str]:
    return [hit.passage.id for hit in index.search(query, 5)]


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def worthwhile(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let Chroma be asked however few passages there are."""
    monkeypatch.setattr(chroma, "WORTHWHILE", 1)


@pytest.mark.usefixtures("worthwhile")
def test_chroma_and_exact_search_find_the_same(tmp_path: Path) -> None:
    with opened(tmp_path) as index:
        put(index, *DOCUMENTS)
        exact = ids(index, "茶产业示范基地")
        assert index.sync()
        vector = index.encoder.encode(["茶产业示范基地"])[0]
        near = index.shelf.search(index._state(), vector, 5, "zh")
        assert near is not None
        [(_, allowed)] = index.roll.allowed({"zh"}, None)
        compared = index.matrix.compare(vector).best(allowed, 5)
        assert list(near) == list(compared)
        assert list(near.values()) == pytest.approx(list(compared.values()), abs=1e-3)
        assert ids(index, "茶产业示范基地") == exact


@pytest.mark.usefixtures("worthwhile")
def test_chroma_that_is_behind_is_not_asked(tmp_path: Path) -> None:
    with opened(tmp_path) as index:
        put(index, *DOCUMENTS[:4])
        index.sync()
        put(index, *DOCUMENTS[4:])
        assert index.shelf.search(index._state(), index.encoder.encode(["灯"])[0], 5, "zh") is None
        assert index.search("灯产业", 1)[0].passage.text == TEXTS[6]
        index.sync()
        assert index.shelf.search(index._state(), index.encoder.encode(["灯"])[0], 5, "zh")
        assert index.verify() == []


@pytest.mark.usefixtures("worthwhile")
def test_additions_go_into_the_same_folder_and_removals_into_a_new_one(tmp_path: Path) -> None:
    with opened(tmp_path) as index:
        put(index, *DOCUMENTS[:2])
        index.sync()
        put(index, DOCUMENTS[2])
        index.sync()
        assert "vectors-2" not in files(tmp_path / "index")
        index.db.execute("begin immediate")
        index.remove(DOCUMENTS[0].id)
        index.db.execute("commit")
        index.sync()
        assert "vectors-2" in files(tmp_path / "index")
        assert index.verify() == []
        note = index.shelf.note
        assert note is not None
        assert (note.folder, note.whole, note.state.count) == ("vectors-2", True, 2)


@pytest.mark.usefixtures("worthwhile")
def test_a_collection_that_was_not_left_whole_is_built_anew(tmp_path: Path) -> None:
    with opened(tmp_path) as index:
        put(index, *DOCUMENTS)
        index.sync()
        note = tmp_path / "index" / "current.json"
        note.write_text(note.read_text().replace("true", "false"))
        assert index.search("竹产业", 1)[0].passage.text == TEXTS[2]
        assert index.sync()
        assert "vectors-2" in files(tmp_path / "index")
        assert index.verify() == []


@pytest.mark.usefixtures("worthwhile")
def test_a_broken_collection_does_not_stop_the_search_and_is_built_anew(tmp_path: Path) -> None:
    with opened(tmp_path) as index:
        put(index, *DOCUMENTS)
        index.sync()
    (tmp_path / "index" / "vectors-1" / "chroma.sqlite3").write_bytes(b"not a database" * 100)
    with opened(tmp_path) as index:
        assert index.search("船产业", 1)[0].passage.text == TEXTS[4]
        assert index.verify() != []
        index.rebuild()
        assert index.verify() == []


@pytest.mark.usefixtures("worthwhile")
def test_a_note_that_cannot_be_read_counts_as_none(tmp_path: Path) -> None:
    with opened(tmp_path) as index:
        put(index, *DOCUMENTS)
        index.sync()
        (tmp_path / "index" / "current.json").write_text("{")
        assert index.shelf.note is None
        assert index.sync()
        assert index.shelf.note is not None


@pytest.mark.usefixtures("worthwhile")
def test_no_text_goes_into_chroma(tmp_path: Path) -> None:
    with opened(tmp_path) as index:
        put(index, *DOCUMENTS)
        index.sync()
    left = b"".join(path.read_bytes() for path in (tmp_path / "index").rglob("*") if path.is_file())
    assert "产业".encode() not in left
    assert "示范".encode() not in left


@pytest.mark.usefixtures("worthwhile")
def test_verify_finds_what_chroma_has_lost(tmp_path: Path) -> None:
    with opened(tmp_path) as index:
        written = put(index, *DOCUMENTS)
        index.sync()
        client, collection = chroma._open(tmp_path / "index" / "vectors-1")
        collection.delete(ids=["3"])
        client.close()
        assert index.verify() == [f"{written[2].id} is not reachable in Chroma"]


def test_where_nobody_would_ask_it_there_is_no_collection(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(tmp_path) as index:
        put(index, *DOCUMENTS)
        assert index.sync()
        assert not (tmp_path / "index").exists()
        monkeypatch.setattr(chroma, "WORTHWHILE", len(DOCUMENTS))
        assert index.sync()
        assert "vectors-1" in files(tmp_path / "index")
        index.db.execute("begin immediate")
        index.remove(DOCUMENTS[0].id)
        index.db.execute("commit")
        assert index.sync()
        assert files(tmp_path / "index") == ["writer.lock"]
        assert index.search("竹产业", 1)[0].passage.text == TEXTS[2]
        assert index.verify() == []


def test_to_keep_a_small_index_up_chroma_is_not_even_imported(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom pathlib import Path\nfrom tests.index.documents import lines, opened, put\n"
        "with opened(Path(sys.argv[1])) as index:\n"
        "    put(index, lines('茶叶产量增长。'))\n"
        "    assert index.sync() and index.search('茶叶') and not index.verify()\n"
        "print('chromadb' in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        cwd=ROOT, check=True, capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    assert done.stdout == "False\n"


def test_without_a_folder_there_is_nothing_to_ask(tmp_path: Path) -> None:
    with opened(tmp_path) as index:
        put(index, *DOCUMENTS)
        shelf = Shelf(tmp_path / "nowhere", index.db)
        assert shelf.note is None
        assert shelf.unreachable(index._state()) is None


WRITER = """
import sys
from pathlib import Path
from index import chroma
from tests.index.documents import lines, opened, put
chroma.WORTHWHILE = 1
folder, name = Path(sys.argv[1]), sys.argv[2]
with opened(folder) as index:
    for n in range(6):
        put(index, lines(f"{name}第{n}批项目开工，新增岗位{n}个。"))
        assert index.sync()
        print(n, flush=True)
"""


def writer(folder: Path, name: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(folder), name],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    )


@pytest.mark.usefixtures("worthwhile")
def test_several_processes_lose_nothing(tmp_path: Path) -> None:
    with opened(tmp_path):
        pass
    writers = [writer(tmp_path, name) for name in ("东区", "西区", "南区")]
    for one in writers:
        one.communicate(timeout=240)
    assert [one.returncode for one in writers] == [0, 0, 0]
    with opened(tmp_path) as index:
        assert index.count() == 18
        assert index.sync()
        note = index.shelf.note
        assert note is not None
        assert note.state.count == 18
        assert index.verify() == []


@pytest.mark.usefixtures("worthwhile")
def test_a_writer_that_is_killed_leaves_what_it_committed(tmp_path: Path) -> None:
    with opened(tmp_path):
        pass
    done = 0
    for turn in range(2):
        one = writer(tmp_path, f"{turn}区")
        assert one.stdout is not None
        for _ in range(2):
            one.stdout.readline()
        one.send_signal(signal.SIGKILL)
        one.communicate(timeout=60)
        done += 2
        with opened(tmp_path) as index:
            assert index.count() >= done
            assert index.search("项目开工", 3)
            assert index.sync()
            assert index.verify() == []
