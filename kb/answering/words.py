"""The words of a question or a clause, in both languages, and how much each of them tells."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from kb.figures.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# A run of one script is a stretch to cut; "6G" and "R&D" are words of their own.
_RUN = re.compile(
    r"(?P<han>[\u3400-\u9fff]+)|[Nn]on-[A-Za-z]+|[A-Za-z0-9]*[A-Za-z][A-Za-z0-9]*(?:[&'’][A-Za-z]+)*"
)
_BORDER = re.compile(r"[^\s\-/“”\"'‘’]")
# Classes and phases are one word in both languages: 第三类, Class III, third-class, 三期, phase III.
_GRADE_ZH = re.compile(
    r"第?(?P<of>[一二三四五Ⅰ-Ⅴ]|(?<![\d.])[1-5]|(?<![A-Za-z])(?:III|II|IV|I|V))(?P<kind>[类期档])(?![限间权货望待末案次])"
)
_GRADE_EN = re.compile(
    r"\b(?P<kind>class|category|phase|tier)[ -](?P<of>iii|ii|iv|i|v|one|two|three|four|five|[1-5])\b"
    r"|\b(?P<nth>first|second|third)(?P<what>-class| phase|[ -]tier)\b",
    re.IGNORECASE,
)
_GRADES = {
    **{name: str(n) for names in ("一二三四五", "ⅰⅱⅲⅳⅴ", "12345") for n, name in enumerate(names, start=1)},
    "i": "1",
    "ii": "2",
    "iii": "3",
    "iv": "4",
    "v": "5",
    "one": "1",
    "two": "2",
    "three": "3",
    "four": "4",
    "five": "5",
    "first": "1",
    "second": "2",
    "third": "3",
}
# Stars are grades, too: 三星级, three-star.
_STARS_ZH = re.compile(r"([一二三四五])星级?")
_STARS_EN = re.compile(r"\b(one|two|three|four|five)[- ]stars?\b", re.IGNORECASE)
# So are numbers in names: 2号项目, "Project No. 2"; 1号线, "Line 1".
_NUMBERED = re.compile(
    r"(?<![\d月年])(\d{1,3})号(?![文令])|\b(?:no\.?|number|line)\s?(\d{1,3})\b", re.IGNORECASE
)
# What is done again is another thing, and one word: 再制造 is no 制造.
_AGAIN = re.compile(r"(再(?:制造|利用|担保|保险|贷款|贴现|融资))")
# And sizes that something is called by: 8英寸, 12-inch.
_INCHES = re.compile(r"(?<![\d.])(\d{1,2})(?:英寸|寸|[- ]inch(?:es)?\b)", re.IGNORECASE)
_ENDINGS = (
    "isations", "izations", "isation", "ization", "ations", "ation", "ements", "ement", "ments", "ment",
    "ings", "ing", "ities", "ity", "ness", "ions", "ion", "ies", "als", "ers", "ors", "ed", "es", "al",
    "er", "or", "ly", "y", "s", "e",
)  # fmt: skip
_SHORTEST = 4  # of a stem
_BRITISH = re.compile(
    r"logue(?=s?$)|(?<=[bl])our(?=s?$|ed$|ing$)|centre|metre|litre|yse(?=[sdr]?$)|is(?=e[sdr]?$|ing$|ation)"
    r"|programme|(?<=[aeiou]l)l(?=ed$|ing$|er$)|defence|licence|ageing|grey"
)
_AMERICAN = {
    "logue": "log", "our": "or", "centre": "center", "metre": "meter", "litre": "liter",
    "yse": "yze", "is": "iz",
    "programme": "program", "l": "", "defence": "defense", "licence": "license",
    "ageing": "aging", "grey": "gray",
}  # fmt: skip
_KINDS = {"期": "p", "phase": "p", "档": "t", "tier": "t"}  # of grades; the others are classes
_GRADE = re.compile(r"[kpst]\d|i\d{1,2}")
_COUNTED = re.compile(
    r"[一二两三四五六七八九十百几每各单]+[座家个项件条台名所处种位辆艘架套张次]"
)  # 一座, 几位, 每所
CACHED = 65_536  # words whose forms are remembered
LITTLE = 0.3  # the weight of words that every plan has


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its place: forms of one word share a `key`; `joined` if it follows the one before.

    A word of a question `is_frame` if it says where the answer stands, not what it is.
    """

    text: str
    key: str
    start: int
    end: int
    joined: bool
    is_frame: bool = False

    @property
    def is_han(self) -> bool:
        """Whether the word is written in Chinese characters."""
        return self.text[0] >= "\u3400"


def words(text: str) -> list[Word]:
    """Return all words of a text in order, in simplified characters and lower case."""
    view = _graded(fold(text))
    found: list[Word] = []
    for run in _RUN.finditer(view):
        at = run.start()
        for piece in _cut(run[0]) if run["han"] else (run[0],):
            joined = bool(found) and not _BORDER.search(view, found[-1].end, at)
            found.append(Word(american(piece), key(piece), at, at + len(piece), joined))
            at += len(piece)
    return found


@lru_cache(maxsize=CACHED)
def key(word: str) -> str:
    """Return what all forms of a word share: the stem of an English word, a Chinese one as it is."""
    word = american(word)
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


@lru_cache(maxsize=CACHED)
def american(word: str) -> str:
    """Return a word in lower case as it is written in America, without a genitive."""
    word = word.lower().replace("’", "'").removesuffix("'s").removesuffix("'")
    return _BRITISH.sub(lambda m: _AMERICAN[m[0]], word) if len(word) > _SHORTEST else word


def weight(word: Word) -> float:
    """Return how much a word tells: nothing for grammar, little for the words of every plan."""
    if word.text in listed("empty_words.txt"):
        return 0.0
    if word.is_frame or (word.is_han and (_COUNTED.fullmatch(word.text) or is_loose(word.text))):
        return LITTLE
    little = listed("plan_words.txt")
    return LITTLE if word.text in little or word.text.removesuffix("s") in little else 1.0


@lru_cache(maxsize=CACHED)
def is_loose(word: str) -> bool:
    """Whether a Chinese word is a single character that is no noun: 管, 拿, 换 say little by themselves."""
    if len(word) > 1:
        return False
    import rjieba

    return not any(tag.startswith("n") for _, tag in rjieba.tag(word))


@cache
def listed(name: str) -> frozenset[str]:
    """Return the words of a list in this folder."""
    lines = files("kb.answering").joinpath(name).read_text("utf-8").splitlines()
    return frozenset(american(w) for line in lines if not line.startswith("#") for w in line.split())


def grades(found: Sequence[Word]) -> frozenset[str]:
    """Return the classes, phases, stars and inches among some words, as written here: k3, p1, s5, i12."""
    return frozenset(w.text for w in found if _GRADE.fullmatch(w.text))


def _graded(view: str) -> str:
    """Write a class, stars or the number in a name as one word.

    It is padded to its length, so that every place stays what it is.
    """

    def word(match: re.Match[str]) -> str:
        told = {name: value.lower() for name, value in match.groupdict().items() if value}
        kind = _KINDS.get((told.get("kind") or told["what"]).strip(" -"), "k")
        return f"{kind}{_GRADES[told.get('of') or told['nth']]}".ljust(len(match[0]))

    view = _INCHES.sub(lambda m: f"i{m[1]}".ljust(len(m[0])), view)
    view = _NUMBERED.sub(lambda m: f"n{m[1] or m[2]}".ljust(len(m[0])), view)
    for stars in (_STARS_ZH, _STARS_EN):
        view = stars.sub(lambda m: f"s{_GRADES[m[1].lower()]}".ljust(len(m[0])), view)
    return _GRADE_EN.sub(word, _GRADE_ZH.sub(word, view))


@lru_cache(maxsize=CACHED)
def _cut(run: str) -> tuple[str, ...]:
    import rjieba

    return tuple(
        piece
        for part in _AGAIN.split(run)
        for piece in ((part,) if _AGAIN.fullmatch(part) else _pieces(rjieba.cut(part)))
    )


def _pieces(cut: Iterable[str]) -> Iterator[str]:
    for word in cut:
        yield from _parted(word)


# What a guess at an unknown word takes along: 最多|领, 营收|超, 发|新证, 要|罚.
_EDGES = re.compile(
    r"(?P<lead>最[多高低少大]|[至起][少多]|[要将应须可能会再发给领])?(?P<core>.+?)(?P<tail>超过?|达到?|[过近约满])?"
)


def _parted(word: str) -> tuple[str, ...]:
    """Part a word that no dictionary has from the little words at its edges."""
    import rjieba

    if len(word) < 2 or rjieba.cut(word, False) == [word]:
        return (word,)
    found = _EDGES.fullmatch(word)
    return tuple(part for part in found.groups() if part) if found else (word,)
