"""What is chosen for a knowledge base: kept in its store, told when the index does not fit it."""

from __future__ import annotations

import json
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from corpus.errors import MissingExtra, NotFound, StaleIndex, UnusableModel
from kb import KnowledgeBase
from kb.cli import main
from kb.settings import KEYS, Settings
from tests.crossing import cross_encoder
from tests.minilm import MINILM, needs_minilm, needs_models

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PLAN = "港口城市养老服务行动计划\n\n一、主要目标\n到2027年，全市新增护理型床位超8000张。\n"
REPORT = "Harbour city care plan\n\nBy 2027 the city is to add over 8,000 nursing beds.\n"


@pytest.fixture
def base(tmp_path: Path) -> Iterator[KnowledgeBase]:
    for name, text in (("plan.txt", PLAN), ("report.txt", REPORT)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    with KnowledgeBase(tmp_path / "home") as opened:
        list(opened.add([tmp_path / "plan.txt", tmp_path / "report.txt"]))
        yield opened


def command(base: KnowledgeBase, *args: str) -> tuple[int, Any, str]:
    result = CliRunner().invoke(main, ["--home", str(base.home.folder), "config", *args, "--json"])
    return result.exit_code, json.loads(result.stdout) if result.stdout else None, result.stderr


def test_by_default_the_shipped_model_finds(base: KnowledgeBase) -> None:
    assert base.settings == Settings()
    assert base.config() == {"encoder": None, "reranker": None, "model": base.shipped.name, "stale": False}
    assert base.encoder is base.shipped


def test_a_setting_that_does_not_exist_is_refused(base: KnowledgeBase) -> None:
    with pytest.raises(NotFound, match="colour"):
        base.configure("colour", "red")


@pytest.mark.parametrize("key", KEYS)
def test_a_model_that_cannot_be_had_is_one_line_and_changes_nothing(base: KnowledgeBase, key: str) -> None:
    with pytest.raises((UnusableModel, MissingExtra)):
        base.configure(key, "not a name")
    code, printed, line = command(base, "set", key, "not a name")
    assert (code, printed) == (1, None)
    assert line.startswith("policykb: the model not a name")
    assert line.count("\n") == 1
    assert base.settings == Settings()


@pytest.mark.skipif(find_spec("sentence_transformers") is not None, reason="the extra `models` is installed")
@pytest.mark.parametrize(("key", "name"), [("encoder", "somebody/e5"), ("reranker", "somebody/reranker")])
def test_without_the_extra_the_line_says_what_to_install(base: KnowledgeBase, key: str, name: str) -> None:
    code, _, line = command(base, "set", key, name)
    assert code == 1
    assert "policykb[models]" in line


@needs_minilm
def test_another_model_takes_over_once_the_index_is_built_anew(base: KnowledgeBase) -> None:
    known = base.knowledge
    assert base.configure("encoder", str(MINILM))["stale"]
    with pytest.raises(StaleIndex, match="policykb-static") as caught:
        base.search("nursing beds")
    assert "policykb reindex" in caught.value.line
    base.reindex()
    assert not base.config()["stale"]
    hit = base.search("nursing beds in the city", limit=1)["hits"][0]
    assert "nursing beds" in hit["quote"]["text"]
    assert base.verify() == {"ok": True, "findings": []}
    assert base.knowledge == known  # what is joined does not depend on what finds
    assert base.ask("How many nursing beds are to be added by 2027?")["answered"]


@needs_minilm
def test_the_choice_is_kept_and_can_be_taken_back(base: KnowledgeBase) -> None:
    code, chosen, _ = command(base, "set", "encoder", str(MINILM))
    assert (code, chosen["encoder"]) == (0, str(MINILM.resolve()))
    with KnowledgeBase(base.home.folder) as again:
        assert again.encoder.name == str(MINILM.resolve())
    assert command(base, "get")[1]["stale"]
    assert command(base, "unset", "encoder")[1] == {
        "encoder": None, "reranker": None, "model": base.shipped.name, "stale": False,
    }  # fmt: skip


@needs_models
def test_a_reranker_puts_in_order_what_is_found_and_asks_for_no_new_index(
    base: KnowledgeBase, tmp_path: Path
) -> None:
    folder = cross_encoder(tmp_path / "reranker", "beds")
    plain = base.search("护理型床位", limit=2)["hits"]
    assert "护理型床位" in plain[0]["quote"]["text"]
    code, chosen, _ = command(base, "set", "reranker", str(folder))
    assert (code, chosen["reranker"], chosen["stale"]) == (0, str(folder.resolve()), False)
    with KnowledgeBase(base.home.folder) as again:
        first = again.search("护理型床位", limit=2)["hits"][0]
        assert "nursing beds" in first["quote"]["text"]
        assert first["score"] == plain[0]["score"]
        assert again.ask("How many nursing beds are to be added by 2027?")["answered"]
        assert again.verify() == {"ok": True, "findings": []}
    assert command(base, "unset", "reranker")[1]["reranker"] is None
