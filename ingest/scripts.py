r"""Articles that a page keeps in a script: the string that holds one is brought into the page.

Some sites send an empty frame, and the text as a string of a program, `var body = "<p>…<\/p>";`, or in
a JSON state. The edits here put that string in the place of its script, with its escapes undone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.text import Edit, Span
from ingest.lines import SENTENCE_END

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ingest.tags import Tree

# A string ends at its quote; one left open ends with its line, so that no character is looked at twice.
STRING = re.compile(
    r'"(?P<double>(?:[^"\\\n]|\\.)*+)"?|\'(?P<single>(?:[^\'\\\n]|\\.)*+)\'?|`(?P<back>(?:[^`\\]|\\.)*+)`?',
    re.DOTALL,
)
ESCAPE = re.compile(r"\\(?:u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|.)", re.DOTALL)
PLAIN = {"n": "\n", "t": " ", "r": "", "b": "", "f": "", "\n": ""}
TAG = re.compile(r"<[^<>]{0,500}>")
LEAST = 80  # characters of text that make a string an article


def reveal(source: str, tree: Tree) -> tuple[Edit, ...]:
    """Return the edits that bring an article out of a script; none where the page itself has more text."""
    seen = sum(token.end - token.start for token in tree.tokens if token.text)
    best, weight = None, LEAST
    for script in tree.raw.get("script", ()):
        for string in STRING.finditer(source, script.start, script.end):
            group = string.lastgroup or "double"
            words = TAG.sub("", undone(string[group]))
            if len(words) > weight and SENTENCE_END.search(words):
                best, weight = Span(*string.span(group)), len(words)
    if best is None or weight < seen - weight:
        return ()
    return tuple(_edits(source, best))


def undone(string: str) -> str:
    """Return what a string of a program says, its escapes undone."""
    return ESCAPE.sub(lambda match: _meaning(match[0]), string)


def _meaning(escape: str) -> str:
    """Return the character that an escape stands for; half a surrogate pair is none."""
    if escape[1] in "ux" and len(escape) > 2:
        char = chr(int(f"0x{escape[2:]}", 0))
        return "" if "\ud800" <= char <= "\udfff" else char
    return PLAIN.get(escape[1], escape[1])


def _edits(source: str, string: Span) -> Iterator[Edit]:
    """Yield the quotes of the string as borders of a block between scripts, its escapes as characters."""
    yield Edit(string.start - 1, string.start, "</script><div>", "script")
    for escape in ESCAPE.finditer(source, string.start, string.end):
        yield Edit(*escape.span(), _meaning(escape[0]), "script")
    if source[string.end] in "\"'`":
        yield Edit(string.end, string.end + 1, "</div><script>", "script")
