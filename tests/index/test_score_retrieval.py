import json
import lzma
from pathlib import Path

import pytest

from index import score_retrieval
from tests.shared import SHARED, needs_shared


def squad(texts: list[tuple[str, str]]) -> bytes:
    paragraphs = [{"context": text, "qas": [{"question": question}]} for text, question in texts]
    return json.dumps({"data": [{"paragraphs": paragraphs}]}, ensure_ascii=False).encode()


ZH = squad(
    [
        ("云州市计划修建120个起降点，开放更多空域。", "要修建多少个起降点？"),
        ("老旧小区改造惠及居民3万户。", "老旧小区改造惠及多少居民？"),
    ]
)
EN = squad(
    [
        ("Yunzhou plans to build 120 landing sites and open more airspace.", "How many landing sites?"),
        ("The renovation of old neighbourhoods benefits 30,000 households.", "Who benefits from renovation?"),
    ]
)


def test_questions_of_one_language_are_asked_of_the_other(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "zh.json").write_bytes(ZH)
    (tmp_path / "en.json.xz").write_bytes(lzma.compress(EN))
    files = ["--questions", str(tmp_path / "zh.json"), "--passages", str(tmp_path / "en.json.xz")]
    score_retrieval.main(files)
    assert json.loads(capsys.readouterr().out) == {
        "accuracy@1": 1.0,
        "ndcg@10": 1.0,
        "questions": 2,
        "passages": 2,
    }
    score_retrieval.main([*files, "--limit", "1"])
    assert json.loads(capsys.readouterr().out)["questions"] == 1


def test_files_that_are_not_parallel_are_refused(tmp_path: Path) -> None:
    (tmp_path / "zh.json").write_bytes(ZH)
    (tmp_path / "one.json").write_bytes(squad([("一段", "几段？")]))
    with pytest.raises(ValueError, match="not parallel"):
        score_retrieval.score(
            score_retrieval.read(tmp_path / "zh.json"), score_retrieval.read(tmp_path / "one.json")
        )


@needs_shared
@pytest.mark.parametrize(
    ("asked", "held", "floor"),
    [("en", "zh", 0.90), ("zh", "en", 0.90), ("zh", "zh", 0.97), ("en", "en", 0.97)],
)
def test_retrieval_keeps_its_floor(asked: str, held: str, floor: float) -> None:
    folder = SHARED / "data" / "eval"
    read = {n: score_retrieval.read(folder / f"xquad_dev.{n}.json.xz") for n in {asked, held}}
    assert score_retrieval.score(read[asked], read[held])["ndcg@10"] >= floor
