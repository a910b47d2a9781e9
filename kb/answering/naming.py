"""Which bodies a question or a sentence names, and whether a body of a document is one of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.text import Span
from kb.organisations import NATION
from kb.organisations.names import GOVERNMENT, UNKNOWN, is_known, name_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LONGEST_ZH, LONGEST_EN = 18, 14  # characters, and words, of a name
SHORTEST_ZH = 3  # characters of a name without its place: 房产局
LONGEST_PLACE = 10  # characters of a place that no table has, with its city and level
_END_ZH = re.compile(r"[委局厅部办会室署府关心司处队院联团馆门社行]")
# A name in English has one of these words, or is nothing but capitals.
_BODY_EN = re.compile(
    r"(?i:commission|bureau|department|office|administration|ministry|committee|agency|authority|service|customs|bank"
    r"|federation|league|association|society|archives|academy|unions|council|governments?|corps)|[A-Z]{3,}"
)
_WORD_EN = re.compile(r"[A-Za-z][\w'’&-]*")
_HEAD_EN = re.compile(r"\b(?:commission|bureau|department|ministry)\b", re.IGNORECASE)
_NO_NAME_EN = re.compile(
    r"^(?:the|and|of|for|in|by|on|to)\b|\b(?:the|and|of|for|in|by|on|to)$|\band\sthe\b", re.IGNORECASE
)
_SMALL_EN = re.compile(r"\b(?!(?:and|of|the|for|in|on|at|to|s)\b)[a-z]")
_WITHIN_EN = re.compile(r"[,\s]+")  # what may stand between the words of a name
_HAN = re.compile(r"[\u3400-\u9fff]")
# What runs into the name behind it: 任务由市教育局, 方案里义乌市教育局; some of it stands in names, too.
_BEFORE_ZH = "由归里中的让给在是、和与及向为"
_RUN_INTO_ZH = re.compile(rf"[由归的让给是、各]|[{_BEFORE_ZH}](?=[市省])")


@dataclass(frozen=True, slots=True)
class Named:
    """A body as a text names it, and where; `place` as far as the name itself tells whose body it is."""

    name: str
    span: Span

    @property
    def language(self) -> str:
        """The language of the name."""
        return "zh" if _HAN.search(self.name) else "en"

    @property
    def is_bare(self) -> bool:
        """Whether the name tells neither place nor level: "the Education Bureau", 教育局."""
        return _key(self.name, None).startswith(f"{UNKNOWN}:")

    @property
    def is_national(self) -> bool:
        """Whether it is a ministry or another body of the whole country."""
        return _key(self.name, None).startswith(f"{NATION}:")

    def is_body(self, name: str, locality: str | None) -> bool:
        """Whether a body that a document on this place names is the same."""
        own, other = _key(self.name, locality), _key(name, locality)
        return own == other or (self.is_bare and _field(own) == _field(other))


def _key(name: str, locality: str | None) -> str:
    """Return the key of a name in either language; "the health commission" may be written small."""
    if _HAN.search(name):
        return name_key(name, "zh", locality) or ""
    return name_key(_SMALL_EN.sub(lambda m: m[0].upper(), name), "en", locality) or ""


def bodies_named(text: str) -> tuple[Named, ...]:
    """Return the bodies in a text that the table of fields knows, the longest name at each place."""
    return longest(_candidates(text))


def longest(named: Iterable[Named]) -> tuple[Named, ...]:
    """Return the longest of names that overlap, in the order of the text."""
    found: list[Named] = []
    for one in sorted(named, key=lambda n: (-len(n.span), n.span)):
        if not any(one.span.overlaps(other.span) for other in found):
            found.append(one)
    return tuple(sorted(found, key=lambda n: n.span))


def _candidates(text: str) -> Iterator[Named]:
    spans = _spans_zh(text) if _HAN.search(text) else _spans_en(text)
    for span in spans:
        name = span.cut(text)
        key = _key(name, None)
        if is_known(key) and not _is_level_only(name, key) and _is_one(text, span, key):
            yield Named(name, span)


def _is_one(text: str, span: Span, key: str) -> bool:
    """Whether a name is not what is left of two, nor runs into the words before it."""
    name = span.cut(text)
    if not _HAN.search(name):
        return len(_HEAD_EN.findall(name)) < 2 and not _NO_NAME_EN.search(name)
    if _field(key).startswith("each "):
        return name.startswith("各")
    if "/" not in key:  # else 任务由市 is read as a place that no table has
        return True
    begins = span.start == 0 or not _HAN.match(text[span.start - 1]) or text[span.start - 1] in _BEFORE_ZH
    return begins and not _RUN_INTO_ZH.search(name, 0, LONGEST_PLACE)


def _spans_zh(text: str) -> Iterator[Span]:
    for end in _END_ZH.finditer(text):
        first = max(0, end.end() - LONGEST_ZH)
        run = re.search(r"[\u3400-\u9fff]+$", text[first : end.end()])
        if run:
            yield from (Span(first + at, end.end()) for at in range(run.start(), run.end() - 1))


def _spans_en(text: str) -> Iterator[Span]:
    words = list(_WORD_EN.finditer(text))
    heads = [bool(_BODY_EN.match(w[0])) for w in words]
    for first, word in enumerate(words):
        for last in range(first, min(first + LONGEST_EN, len(words))):
            if last > first and not _WITHIN_EN.fullmatch(text, words[last - 1].end(), words[last].start()):
                break
            if any(heads[first : last + 1]):
                yield Span(word.start(), words[last].end())


def _is_level_only(name: str, key: str) -> bool:
    """Whether a name is only that of a level, as "City" is: what governs it has to be named."""
    return _field(key) == GOVERNMENT and not re.search(r"政府|\bgovernment", name, re.IGNORECASE)


def _field(key: str) -> str:
    return key.partition(":")[2]


def held_names(text: str, names: Iterable[str]) -> tuple[Named, ...]:
    """Return those of some bodies' names that stand in a text, though no table knows what they are for.

    A body may be called without its place: 稀土研究院 for 包头稀土研究院.
    """
    lowered = text.lower()
    called = ((name, _called(name, lowered)) for name in dict.fromkeys(names))
    return tuple(Named(name, span) for name, span in called if span)


def _called(name: str, lowered: str) -> Span | None:
    """Return where a name, or what is left of a Chinese one without its place, stands in a text."""
    wanted = name.lower()
    if _HAN.search(name) and wanted not in lowered:
        key = _key(name, None)
        wanted = "" if is_known(key) else _field(key)
    at = lowered.find(wanted)
    is_name = len(wanted) >= SHORTEST_ZH if _HAN.search(name) else " " in name
    return Span(at, at + len(wanted)) if is_name and at >= 0 else None
