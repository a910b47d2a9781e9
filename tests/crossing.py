"""A real cross-encoder for tests, small enough to be made on the spot: it likes passages that hold a word."""

from __future__ import annotations

import json
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]")
WIDE = 8


def cross_encoder(folder: Path, word: str, labels: int = 1) -> Path:
    """Write a BERT of one layer that scores a pair by whether `word` stands in it, and return its folder."""
    torch, transformers = import_module("torch"), import_module("transformers")
    transformers.utils.logging.disable_progress_bar()
    folder.mkdir()
    (folder / "vocab.txt").write_text("\n".join((*SPECIAL, word)) + "\n", encoding="utf-8")
    (folder / "tokenizer_config.json").write_text(json.dumps({"tokenizer_class": "BertTokenizer"}))
    transformers.BertTokenizer(str(folder / "vocab.txt")).save_pretrained(folder)
    config = transformers.BertConfig(
        vocab_size=len(SPECIAL) + 1, hidden_size=WIDE, num_hidden_layers=1, num_attention_heads=1,
        intermediate_size=WIDE, max_position_embeddings=512, num_labels=labels,
    )  # fmt: skip
    model = transformers.BertForSequenceClassification(config)
    with torch.no_grad():
        for name, numbers in model.named_parameters():
            if "LayerNorm" not in name:
                numbers.zero_()
            # The first token looks at all alike and takes over what the word says.
            if name.endswith(("value.weight", "attention.output.dense.weight", "pooler.dense.weight")):
                numbers.copy_(torch.eye(WIDE))
        model.bert.embeddings.word_embeddings.weight[len(SPECIAL), 0] = 1.0
        model.classifier.weight[:, 0] = 1.0
    model.save_pretrained(folder)
    return folder
