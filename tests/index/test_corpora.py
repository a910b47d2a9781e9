import lzma
from pathlib import Path

import pytest

from index.corpora import Pair, collections, plain_gloss, read_cedict


def test_a_folder_gives_its_pairs_plain_or_compressed(tmp_path: Path) -> None:
    (tmp_path / "news.tsv").write_text("天氣晴朗\tThe sky is clear\n\tno Chinese\nno tab\n", encoding="utf-8")
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "terms.tsv.xz").write_bytes(lzma.compress("水\twater\n".encode()))
    (tmp_path / "notes.txt").write_text("not\tread")
    found = {c.name: c for c in collections(tmp_path)}
    assert found["news"].pairs == (Pair("天气晴朗", "The sky is clear"),)
    assert found["terms"].pairs == (Pair("水", "water"),)
    assert set(found) == {"news", "terms"}
    assert len(found["news"].sha256) == 64


def test_a_dictionary_gives_a_pair_for_each_meaning() -> None:
    lines = [
        "# a comment",
        "水壩 水坝 [shui3 ba4] /dam/dike/CL:座[zuo4]/",
        "壩子 坝子 [ba4 zi5] /see 壩|坝[ba4]/",
    ]
    assert list(read_cedict(lines)) == [Pair("水坝", "dam"), Pair("水坝", "dike")]


@pytest.mark.parametrize(
    ("gloss", "meaning"),
    [
        ("(of water) to rise", "to rise"),
        ("abbr. for 高速公路[gao1 su4 gong1 lu4]", "abbr. for"),
        ("variant of 壩|坝[ba4]", ""),
        ("CL:座[zuo4]", ""),
        ("used in 什麼|什么[shen2 me5]", ""),
    ],
)
def test_a_meaning_is_without_grammar_and_reference(gloss: str, meaning: str) -> None:
    assert plain_gloss(gloss) == meaning


def test_programming_manuals_count_less_than_device_rules(tmp_path: Path) -> None:
    for name in ("python_docs", "meddevice_regs_docmcp", "anything"):
        (tmp_path / f"{name}.tsv").write_text("水\twater\n", encoding="utf-8")
    weights = {c.name: c.weight for c in collections(tmp_path)}
    assert weights["python_docs"] < weights["anything"] == 1.0 < weights["meddevice_regs_docmcp"]
