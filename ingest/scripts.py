r"""Articles that a page keeps in a script: the string that holds one is brought into the page.

Some sites send an empty frame, and the text as a string of a program, `var body = "<p>…<\/p>";`, or in
a JSON state. The edits here put that string in the place of its script, with its escapes undone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.records import Evidence
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
# What JSON-LD and page states say: "datePublished": "2025-09-30", "publisher": {…, "name": "…"}
FACT = re.compile(
    r'"(?:datePublished|publish_?(?:Time|Date)|pub_?(?:Date|Time))"\s{0,3}:\s{0,3}"(?P<date>[^"\n]{6,40})"'
    r'|"headline"\s{0,3}:\s{0,3}"(?P<headline>[^"\n]{4,200})"'
    r'|"publisher"\s{0,3}:\s{0,3}\{[^{}]{0,300}?"name"\s{0,3}:\s{0,3}"(?P<organization>[^"\n]{2,60})"',
    re.IGNORECASE,
)
LEAST = 80  # characters of text that make a string an article


def reveal(source: str, tree: Tree) -> tuple[Edit, ...]:
    """Return the edits that bring an article out of a script; none where the page itself has more text."""
    seen = sum(token.end - token.start for token in tree.tokens if token.text)
    best, weight = None, LEAST
    for script in tree.raw.get("script", ()):
        for string in STRING.finditer(source, script.start, script.end):
            group = string.lastgroup or "double"
            words = TAG.sub("", _undo(string[group]))
            if len(words) > weight and SENTENCE_END.search(words):
                best, weight = Span(*string.span(group)), len(words)
    if best is None or weight < seen - weight:
        return ()
    return tuple(_edits(source, best))


def stated(source: str, tree: Tree) -> Iterator[tuple[str, Evidence]]:
    """Yield what scripts say of the article, by the names of <meta>; what is said first comes last."""
    for script in reversed(tree.raw.get("script", ())):
        for fact in FACT.finditer(source, script.start, script.end):
            name = next(name for name, value in fact.groupdict().items() if value)
            value = _undo(fact[name]).strip()
            if value:
                yield (
                    {"date": "datepublished"}.get(name, name),
                    Evidence(value=value, raw=Span(*fact.span(name))),
                )


def _undo(string: str) -> str:
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
