"""Measure a model and write its card: `python -m index.card --model FOLDER --eval FOLDER`.

The card is the model folder's README.md; what it says comes from training.json, which training wrote,
and from the pairs in the evaluation folder. For each text the nearest of all texts of the other
language is looked for; the share of texts that find their own counterpart is the accuracy.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from index.corpora import collections
from index.encoder import StaticEncoder

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from index.corpora import Collection
    from index.encoder import Encoder

HEAD = """---
language: [zh, en]
library_name: sentence-transformers
tags: [static-embedding, cross-lingual, sentence-similarity]
---
# {name}

A compact bilingual static model: each piece of a text has one vector, a text has their mean. Chinese and
English share one space. {pieces} pieces of {dimensions} dimensions in half precision; the length of a
vector is the weight of its piece; `rarity` in the same file holds the inverse document frequencies
that late interaction uses. Traditional characters are folded to simplified before the tokenizer
(OpenCC t2s); Sentence Transformers does not do that by itself.

Trained by `python -m index.train`; `training.json` holds the recipe and the digests of the data.
"""
TAKEN = """The vectors were not trained anew for this version: they are those of {name}, taken
through the last step of training, which takes off a share (`common`) of what frequent pieces have in common.
"""


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the card of a model from the command line."""
    parser = argparse.ArgumentParser(prog="python -m index.card", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--model", type=Path, required=True, help="folder of the model")
    parser.add_argument("--eval", type=Path, required=True, help="folder of pairs that training has not seen")
    options = parser.parse_args(arguments)
    encoder = StaticEncoder(options.model)
    measured = {c.name: accuracy(encoder, c) for c in collections(options.eval)}
    path = options.model / "training.json"
    card = {**json.loads(path.read_text(encoding="utf-8")), "measured": measured}
    path.write_text(json.dumps(card, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    (options.model / "README.md").write_text(render(card), encoding="utf-8")


def accuracy(encoder: Encoder, pairs: Collection) -> dict[str, float]:
    """Return the share of texts that find their counterpart, in both directions."""
    cosines = (
        encoder.encode_queries([p.zh for p in pairs.pairs]) @ encoder.encode([p.en for p in pairs.pairs]).T
    )
    own = range(len(pairs.pairs))
    return {
        "zh-en": round(float((cosines.argmax(axis=1) == own).mean()), 4),
        "en-zh": round(float((cosines.argmax(axis=0) == own).mean()), 4),
        "pairs": len(pairs.pairs),
    }


def render(card: Mapping[str, Any]) -> str:
    """Return the card as Markdown."""
    head = HEAD.format(
        name=card["name"], pieces=f"{card['pieces']:,}", dimensions=card["recipe"]["dimensions"]
    )
    measured = [
        f"| {name} | {m['pairs']} | {m['zh-en']:.3f} | {m['en-zh']:.3f} |"
        for name, m in card["measured"].items()
    ]
    data = [f"| {c['name']} | {c['pairs']} | {c['weight']} | `{c['sha256'][:16]}` |" for c in card["data"]]
    recipe = [f"| {name} | {value} |" for name, value in card["recipe"].items()]
    return "\n".join(
        (
            head,
            *([TAKEN.format(name=card["taken_from"])] if "taken_from" in card else []),
            "## Measured\n\nAccuracy of finding the counterpart among all.\n",
            *("| set | pairs | zh→en | en→zh |", "|---|---:|---:|---:|", *measured, ""),
            "## Recipe\n",
            *("| setting | value |", "|---|---|", *recipe, ""),
            "## Data\n\nSources and licences are in docs/model.md.\n",
            *("| collection | pairs | weight | SHA-256 begins |", "|---|---:|---:|---|", *data, ""),
        )
    )


if __name__ == "__main__":
    main()
