"""The glossary of policy words: which words of either language mean the same."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING

from kb.answering.words import key, listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kb.answering.words import Word

APART = 4  # characters between two words of a phrase: "person in charge"
LONGEST = 4  # words of an English entry


@dataclass(frozen=True, slots=True)
class Meaning:
    """One meaning: Chinese words as they are, English ones as runs of stems (" medic institut ")."""

    zh: tuple[str, ...]
    en: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """Words of a question, by their positions, that have an entry."""

    positions: tuple[int, ...]
    meaning: Meaning


def _telling(phrase: str) -> str:
    """Return an English phrase without words that tell nothing: "person charge" of "person in charge"."""
    return " ".join(w for w in phrase.split() if w not in listed("empty_words.txt"))


@cache
def _entries() -> tuple[dict[str, list[Meaning]], dict[str, list[Meaning]]]:
    """Return the meanings by Chinese word and by run of English stems."""
    zh: dict[str, list[Meaning]] = {}
    en: dict[str, list[Meaning]] = {}
    for line in files("kb.answering").joinpath("glossary.tsv").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        left, right = (side.split("|") for side in line.split("\t"))
        meaning = Meaning(
            tuple(left), tuple(dict.fromkeys(run(phrase.replace("-", " ").split()) for phrase in right))
        )
        for word in meaning.zh:
            zh.setdefault(word, []).append(meaning)
        telling = (_telling(phrase.replace("-", " ")) for phrase in right)
        shortened = (run(phrase.split()) for phrase in telling if phrase)
        for phrase in dict.fromkeys((*meaning.en, *shortened)):
            en.setdefault(phrase, []).append(meaning)
    return zh, en


def run(words: Sequence[str]) -> str:
    """Return English words as a run of stems that can be looked for in another run."""
    return f" {' '.join(key(w) for w in words)} "


def entries(words: Sequence[Word]) -> Iterator[Entry]:
    """Yield the entries for the words of a question, longest first; a part of a longer entry is not one."""
    zh, en = _entries()
    taken: set[int] = set()
    for size in range(LONGEST, 0, -1):
        for start in range(len(words) - size + 1):
            part = words[start : start + size]
            positions = tuple(range(start, start + size))
            if taken.issuperset(positions) or len({w.is_han for w in part}) > 1:
                continue
            joined = all(b.start - a.end <= (1 if a.is_han else APART) for a, b in pairwise(part))
            name = "".join(w.text for w in part) if part[0].is_han else run([w.text for w in part])
            meanings = (zh if part[0].is_han else en).get(name, ()) if joined else ()
            for meaning in meanings:
                yield Entry(positions, meaning)
            if meanings:
                taken.update(positions)
