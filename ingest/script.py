"""Traditional Chinese in simplified characters: a view for rules and searching, never stored."""

from __future__ import annotations

import re
from functools import cache

from opencc import OpenCC

from corpus.text import Edit, TextMap, apply

CLAUSE = re.compile(r"[^\n。；;，,]*[\n。；;，,]?")


@cache
def _converter(config: str) -> OpenCC:
    """Return the converter, loaded once."""
    return OpenCC(config)


def to_simplified(text: str) -> str:
    """Return `text` in simplified characters."""
    return text if text.isascii() else str(_converter("t2s").convert(text))


def to_traditional(text: str) -> str:
    """Return `text` in traditional characters."""
    return str(_converter("s2t").convert(text))


def simplify(text: str) -> tuple[str, TextMap]:
    """Return the simplified view of `text` with the map that leads back.

    Nearly always the view has the length of the text, and the map is the identity. Where a phrase changes
    its length, the clause around it is one edit.
    """
    view = to_simplified(text)
    if len(view) == len(text):
        return view, TextMap((), (), (), (), len(text))
    edits = []
    pieces = []
    for clause in CLAUSE.finditer(text):
        piece = to_simplified(clause[0])
        pieces.append(piece)
        if len(piece) != len(clause[0]):
            edits.append(Edit(clause.start(), clause.end(), piece, "simplify"))
    return "".join(pieces), apply(text, edits)[1]
