"""Furniture: lines of a page that are not the article, told by the words they use.

The words are in `furniture.txt`; each section gives a reason and the form of line in which its words count.
A rule reads the simplified view of one line. Rules of the rim speak of things that an article may also
mention, and count at its head and foot only.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

SECTION = re.compile(r"^\[(?P<why>\w+) (?P<form>\w+)(?P<rim> rim)?\]\n(?P<words>[^\[#]+)", re.MULTILINE)
FORMS = {
    "alone": r"^[\W_\d]*+(?:(?>{})[\W_\d]*+)++$",
    "label": r"^\W{{0,3}}(?:{})\s*[:：丨|].{{0,100}}$",
    "opening": r"^\W{{0,3}}(?:{})",
    "within": r"(?:{})",
}
LONGEST = 400  # a furniture line is not longer, unless its words count anywhere
RULE = re.compile(r"^[\W_]+$")  # "----------"
# "— 3 —", "第 3 页 共 10 页", "Page 3 of 10"
PAGE = re.compile(
    r"^[-—–－·]\s*\d{1,3}\s*[-—–－·]$|^第\s?\d{1,3}\s?页[\s,，/]{0,3}(?:共\s?\d{1,3}\s?页)?$|^page\s\d{1,3}(?:\sof\s\d{1,3})?$",
    re.IGNORECASE,
)
FILE = re.compile(r"^.{1,80}\.(?:pdf|docx?|xlsx?|zip|rar|ofd|wps)\W{0,3}$", re.IGNORECASE)
NUMBER = re.compile(r"^\d{1,7}$")
# 某某省人民政府办公厅文件: the head of an official document, printed in red
HEAD = re.compile(r"^[㐀-鿿\s]{3,40}(?:政\s?府|委员会|办公[厅室]|[委厅局部院会])(?:办公[厅室])?\s?文\s?件$")


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern for lines, the reason it gives, and whether it counts at the rim of an article only."""

    why: str
    pattern: re.Pattern[str]
    rim: bool
    longest: int


@lru_cache(maxsize=1 << 14)
def furniture(view: str, *, rim: bool = False) -> str | None:
    """Return why a line is furniture, or None where no rule says so; `rim` adds the rules of the rim."""
    for rule in _rules():
        if (rim or not rule.rim) and len(view) <= rule.longest and rule.pattern.search(view):
            return rule.why
    return None


@cache
def _rules() -> tuple[Rule, ...]:
    """Read the words and make a pattern of each section."""
    text = files("ingest").joinpath("furniture.txt").read_text(encoding="utf-8")
    read = (_rule(section) for section in SECTION.finditer(text))
    own = (
        Rule("rule", RULE, rim=False, longest=LONGEST),
        Rule("page", PAGE, rim=False, longest=LONGEST),
        Rule("attachments", FILE, rim=True, longest=LONGEST),
        Rule("counter", NUMBER, rim=True, longest=LONGEST),
        Rule("head", HEAD, rim=True, longest=60),
    )
    return (*read, *own)


def _rule(section: re.Match[str]) -> Rule:
    words = sorted(section["words"].split(), key=len, reverse=True)
    pattern = FORMS[section["form"]].format("|".join(map(_pattern, words)))
    longest = 10_000 if section["form"] == "within" else LONGEST
    return Rule(section["why"], re.compile(pattern, re.IGNORECASE), bool(section["rim"]), longest)


def _pattern(word: str) -> str:
    """Return the pattern of a word: "_" is a space, "…" a gap, and Latin letters end where the word ends."""
    pattern = re.escape(word).replace("_", r"\s?").replace("…", ".{0,20}")
    return pattern + r"(?![a-z])" if word[-1].isascii() and word[-1].isalpha() else pattern
