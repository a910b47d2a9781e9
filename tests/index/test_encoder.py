import json
import subprocess
import sys

import numpy as np

from index import load_encoder
from index.encoder import SHIPPED, StaticEncoder

ENCODER = load_encoder()


def test_rows_are_single_precision_of_length_one() -> None:
    rows = ENCODER.encode(["建成起降点120个", "Build 120 landing sites"])
    assert rows.dtype == np.float32
    assert np.allclose(np.linalg.norm(rows, axis=1), 1.0, atol=1e-5)


def test_traditional_and_simplified_have_the_same_vector() -> None:
    rows = ENCODER.encode(["低空經濟產業發展規劃", "低空经济产业发展规划"])
    assert np.array_equal(rows[0], rows[1])


def test_a_translation_is_nearer_than_another_sentence() -> None:
    zh = ENCODER.encode(["培育五家龙头企业", "开放更多空域", "缩短审批时间", "加强人才培养"])
    en = ENCODER.encode_queries(
        [
            "cultivate five leading enterprises",
            "open up more airspace",
            "shorten the approval time",
            "strengthen the training of talent",
        ]
    )
    assert (zh @ en.T).argmax(axis=1).tolist() == [0, 1, 2, 3]


def test_an_empty_text_is_near_nothing() -> None:
    assert not ENCODER.encode(["", " "]).any()
    assert ENCODER.encode([]).shape == (0, 256)


def test_the_shipped_model_is_small_and_carries_its_card() -> None:
    assert sum(path.stat().st_size for path in SHIPPED.iterdir()) <= 40_000_000
    card = json.loads((SHIPPED / "training.json").read_text(encoding="utf-8"))
    assert isinstance(ENCODER, StaticEncoder)
    assert ENCODER.name == card["name"]
    assert all(len(entry["sha256"]) == 64 for entry in card["data"])


def test_the_vectors_of_a_text_do_not_depend_on_its_neighbours() -> None:
    alone = ENCODER.encode(["缩短审批时间"])
    among = ENCODER.encode(["a", "缩短审批时间", "open up more airspace"])
    assert np.array_equal(alone[0], among[1])


def test_importing_the_package_loads_nothing_heavy() -> None:
    heavy = "{'numpy', 'tokenizers', 'opencc', 'rjieba', 'chromadb', 'torch'}"
    code = f"import sys, index; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, timeout=60
    )
    assert done.stdout.strip() == "[]"
