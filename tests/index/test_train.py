"""Training on a small made-up language pair; skipped where PyTorch is not installed."""

import json
from importlib.util import find_spec
from itertools import product
from pathlib import Path

import numpy as np
import pytest

from index import train
from index.encoder import StaticEncoder

pytestmark = pytest.mark.skipif(find_spec("torch") is None, reason="PyTorch is not installed")

NOUNS = {"水": "water", "山": "mountain", "桥": "bridge", "船": "boat", "灯": "lamp", "茶": "tea"}
VERBS = {"修建": "build", "检查": "inspect", "清洗": "clean", "出售": "sell", "登记": "register"}


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two models from the same data."""
    data = tmp_path_factory.mktemp("data")
    pairs = [
        f"{verb}{one}和{other}	{VERBS[verb]} {NOUNS[one]} and {NOUNS[other]}"
        for verb, one, other in product(VERBS, NOUNS, NOUNS)
    ]
    (data / "made.tsv").write_text("\n".join(pairs), encoding="utf-8")
    made = []
    for name in ("one", "two"):
        made.append(data / name)
        train.main(["--data", str(data), "--output", str(made[-1]), "--steps", "60", "--seed", "3"])
    return made[0], made[1]


def test_a_model_learns_what_words_mean(folders: tuple[Path, Path]) -> None:
    encoder = StaticEncoder(folders[0])
    zh, en = encoder.encode(list(NOUNS)), encoder.encode(list(NOUNS.values()))
    assert (zh @ en.T).argmax(axis=1).tolist() == list(range(len(NOUNS)))


def test_the_same_data_and_seed_give_the_same_model(folders: tuple[Path, Path]) -> None:
    for name in ("model.safetensors", "tokenizer.json", "training.json"):
        assert (folders[0] / name).read_bytes() == (folders[1] / name).read_bytes()


def test_the_card_names_the_data_and_the_recipe(folders: tuple[Path, Path]) -> None:
    card = json.loads((folders[0] / "training.json").read_text())
    assert card["data"][0]["name"] == "made"
    assert card["data"][0]["pairs"] == 5 * 6 * 6
    assert card["recipe"]["seed"] == 3
    assert card["name"].endswith(card["sha256"][:12])


def test_rows_are_written_in_half_precision_and_read_back(tmp_path: Path) -> None:
    from index.encoder import read_tensors

    rows = np.arange(12, dtype=np.float32).reshape(3, 4)
    train.write_tensors(tmp_path / "m.safetensors", {"a": rows, "b": rows[0]})
    read = read_tensors(tmp_path / "m.safetensors")
    assert read["a"].tolist() == rows.tolist()
    assert read["b"].tolist() == rows[0].tolist()


def test_a_share_of_what_frequent_pieces_have_in_common_is_taken_off() -> None:
    rows = np.array([[8, 1, 0], [8, -1, 0], [0, 1, 8], [0, -1, 8], [0, 4, 0]], dtype=np.float32)
    rarity = np.array([0.5, 0.5, 0.5, 0.5, 12], dtype=np.float32)  # all but the last are in every text
    chinese = np.array([True, True, False, False, True])
    less = train.less_common(rows, rarity, chinese, 0.5)
    wanted = np.array([[4, 0.5, 0], [4, -0.5, 0], [0, 0.5, 4], [0, -0.5, 4], [-4, 2, 0]])
    assert np.allclose(less, wanted, atol=1e-2)
    assert np.array_equal(train.less_common(rows, rarity, chinese, 0.0), rows)


def test_pieces_of_each_language_are_told_apart(folders: tuple[Path, Path]) -> None:
    tokenizer = StaticEncoder(folders[0]).tokenizer
    told = train.chinese(tokenizer)
    assert told[tokenizer.token_to_id("水")]
    assert not told[tokenizer.token_to_id("w")]
