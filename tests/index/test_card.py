import json
import shutil
from pathlib import Path

from index import card
from index.encoder import SHIPPED


def test_a_card_says_what_was_measured_and_trained(tmp_path: Path) -> None:
    model, pairs = tmp_path / "model", tmp_path / "pairs"
    shutil.copytree(SHIPPED, model)
    pairs.mkdir()
    rows = ["修建桥梁\tbuild bridges", "清洗道路\tclean the roads", "出售茶叶\tsell tea"]
    (pairs / "made.tsv").write_text("\n".join(rows), encoding="utf-8")
    card.main(["--model", str(model), "--eval", str(pairs)])
    held = json.loads((model / "training.json").read_text(encoding="utf-8"))
    assert held["measured"] == {"made": {"zh-en": 1.0, "en-zh": 1.0, "pairs": 3}}
    text = (model / "README.md").read_text(encoding="utf-8")
    assert held["name"] in text
    assert "| made | 3 | 1.000 | 1.000 |" in text


def test_the_shipped_card_names_every_collection_and_claims_what_was_measured() -> None:
    held = json.loads((SHIPPED / "training.json").read_text(encoding="utf-8"))
    text = (SHIPPED / "README.md").read_text(encoding="utf-8")
    assert text == card.render(held)
    assert all(f"| {c['name']} |" in text for c in held["data"])
    assert held["measured"]["tatoeba_laser_1000"]["zh-en"] >= 0.89
