"""Matching by words: SQLite's full-text index over our own tokens, ranked by BM25.

Chinese gives words (jieba's) as well as pairs and single characters, so that a query of one or two
characters finds what it names; English gives lower-case stems; numbers of both are written alike.
"""

from __future__ import annotations

import itertools
import re
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from index.folding import fold
from index.numerals import number_tokens
from index.scored import Scored
from index.stopwords import STOPWORDS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from sqlite3 import Connection

RUN = re.compile(
    r"(?P<han>[㐀-鿿豈-﫿\U00020000-\U0003134f]+)|(?P<word>[^\W_㐀-鿿豈-﫿\U00020000-\U0003134f]+)"
)
BESIDE_DIGIT = re.compile(r"(?<=\d).|.(?=\d)")
MOST_TERMS = 64  # of a query; a longer one is a passage, and its rarest words say what it is about


def tokens(text: str) -> Iterator[str]:
    """Yield the tokens of a passage."""
    view = fold(text).lower()
    for run in RUN.finditer(view):
        if run["han"]:
            yield from characters(run["han"])
            yield from (word for word in words(run["han"]) if len(word) > 2)
        else:
            yield stem(run["word"])
    yield from number_tokens(view)


def characters(run: str) -> Iterator[str]:
    """Yield the characters of a run of Chinese, alone and in pairs."""
    yield from run
    yield from (run[i : i + 2] for i in range(len(run) - 1))


def query_terms(text: str) -> list[str]:
    """Return what to look for, without the words a question is made of unless there are no others."""
    view = fold(text).lower()
    numbers = dict.fromkeys(number_tokens(view))
    terms = dict.fromkeys((*_terms(view, STOPWORDS), *numbers)) or dict.fromkeys(_terms(view))
    # "2027" and the number 2027 stand in the same passages: once is enough.
    return [term for term in terms if f"n{term}" not in numbers][:MOST_TERMS]


def _terms(view: str, stop: Collection[str] = ()) -> Iterator[str]:
    """Yield words and pairs; single characters only where a query names one alone, not those of 到2027年."""
    for run in RUN.finditer(view):
        if run["word"]:
            if run["word"] not in stop:
                yield stem(run["word"])
        elif len(run["han"]) == 1:
            if not stop or not BESIDE_DIGIT.match(view, run.start()):
                yield run["han"]
        else:
            split = words(run["han"])
            yield from (word for word in split if len(word) > 2 and word not in stop)
            telling = "".join(" " * len(word) if word in stop else word for word in split)
            yield from (pair for pair in map("".join, itertools.pairwise(telling)) if " " not in pair)


def words(run: str) -> list[str]:
    """Return the words of a run of simplified Chinese."""
    import rjieba

    return list(rjieba.cut(run))


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Return an English word without the endings of number and time: "targets" and "targeted" are "target".

    Light on purpose: an ending goes only where enough is left, and nothing is put in its place but
    what English itself changes ("policies", "policy"; "planning", "plan").
    """
    if not word.isascii() or len(word) < 4 or word[0].isdigit():
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ed"):
        left = word.removesuffix(ending)
        if left != word and len(left) >= 3 and re.search("[aeiouy]", left):
            if left[-1] == left[-2] and left[-1] not in "lsz":
                return left[:-1]
            return left.removesuffix("e")
    return word.removesuffix("e") if len(word) > 4 else word


def write(db: Connection, rows: Iterable[tuple[int, str, str]]) -> None:
    """Index passages: number, text, titles."""
    db.executemany(
        "insert into words (rowid, tokens, titles) values (?, ?, ?)",
        ((number, " ".join(tokens(text)), " ".join(tokens(titles))) for number, text, titles in rows),
    )


def remove(db: Connection, numbers: Iterable[int]) -> None:
    """Take passages out. "optimize" rewrites the index, so that nothing of them stays in its segments."""
    db.executemany("delete from words where rowid = ?", ((number,) for number in numbers))
    db.execute("insert into words (words) values ('optimize')")


def search(db: Connection, query: str, most: int | None = None, common: int | None = None) -> Scored:
    """Return the passages that share words with the query with their BM25: all, or the best so many.

    A term that `common` passages or more have is not looked for where the query has rarer ones: it tells
    next to nothing, and BM25 is computed for every passage that has any of the terms.
    """
    terms = query_terms(query)
    if common is not None:
        terms = [term for term in terms if _is_rarer(db, term, common)] or terms
    match = " OR ".join(f'"{term}"' for term in terms)
    sql = "select rowid, -bm25(words, 1.0, 0.4) from words where words match ? order by 2 desc, 1 limit ?"
    rows = db.execute(sql, (match, -1 if most is None else most)).fetchall() if match else []
    found = np.array(sorted(rows), dtype=np.float64).reshape(-1, 2)
    return Scored(found[:, 0].astype(np.int64), found[:, 1].astype(np.float32))


def _is_rarer(db: Connection, term: str, count: int) -> bool:
    """Whether fewer passages than that have a term; no more of them are looked at."""
    sql = "select count(*) from (select 1 from words where words match ? limit ?)"
    return int(db.execute(sql, (f'"{term}"', count)).fetchone()[0]) < count
