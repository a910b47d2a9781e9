"""The marks that may open an item of an outline: `一、` `（一）` `1.` `(1)` `I.` `第三条` `Task 3:` `## …`.

A mark is only a candidate: whether "2." opens an item or ends a sentence is decided from the marks around it,
by `ingest.outlining.tree`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ingest.outlining.numerals import CHINESE, FORMAL, WORDS, value

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Form:
    """One way of writing a number before a heading.

    `rank` is where the form usually stands (0 outermost) and decides only where the document's own order does
    not. A `safe` form needs no neighbour to be believed at a line's start; an `inline` one may stand within.
    """

    style: str
    rank: float
    pattern: str
    safe: bool = False
    inline: bool = True


_N = f"[{CHINESE}]{{1,5}}"
_NUMBER = rf"(?:{_N}|\d{{1,3}})"
_ENGLISH_NUMBER = rf"(?:\d{{1,2}}(?:\.\d{{1,2}})?|[IVX]{{1,5}}|(?i:{'|'.join(WORDS)}))\b"
_WORDS = "|".join(word.capitalize() for word in WORDS)
_UNIT = "[级级級类類线線季度产產型期年月日个個项項甲成分]"
ANNEX = "附件1"
_KINDS = "Task|Action|Goal|Objective|Pillar|Measure|Group|Step|Phase|Priority|Area|Theme|Project|Stage"
_ZH_KINDS = "专栏|專欄|任务|任務|工程|行动|行動|措施|举措|目标|目標|项目|項目|领域|領域|方向"

FORMS: tuple[Form, ...] = (
    Form(ANNEX, -1, rf"(?:附件|附錄|附录){_NUMBER}(?=[：:\s])", safe=True, inline=False),
    Form(ANNEX, -1, r"(?:附件|附錄|附录)(?=\s?[：:]|[\ 　]?\n)", safe=True, inline=False),
    Form("Annex 1", -1, rf"(?:Annex|Appendix|ANNEX|APPENDIX)\ (?:{_ENGLISH_NUMBER}|[A-H]\b)", inline=False),
    Form("第一编", 0, rf"第[ 　]?{_NUMBER}[ 　]?(?:编|編|篇|部分)(?=[\s：:、])", safe=True),
    Form("Part 1", 0, rf"(?:Part|PART)\ (?:{_ENGLISH_NUMBER}|[A-H]\b)(?=[.:：\s—–-])", safe=True),
    Form("第一章", 1, rf"第[ 　]?{_NUMBER}[ 　]?章(?![的中、和])", safe=True),
    Form("Chapter 1", 1, rf"(?:Chapter|CHAPTER)\ {_ENGLISH_NUMBER}(?=[.:：\s—–-])", safe=True),
    Form("第一节", 2, rf"第[ 　]?{_NUMBER}[ 　]?[节節](?![的中、和课課])", safe=True),
    Form("Section 1", 2, rf"(?:Section|SECTION)\ {_ENGLISH_NUMBER}(?=[.:：—–]|\ ?\n|\ [A-Z])", inline=False),
    Form("第一条", 3, rf"第[ 　]?{_NUMBER}[ 　]?[条條](?![、和至款项項规規的第之中所及或])", safe=True),
    Form("Article 1", 3, rf"(?:Article|ARTICLE)\ {_ENGLISH_NUMBER}(?=[.:：—–]|\ ?\n|\ [A-Z])", inline=False),
    Form("壹、", 2.5, rf"[{FORMAL}]{{1,3}}\s?[、．.]", safe=True),
    Form("一、", 3, rf"(?:{_N}\s?[、．.]|{_N}[\ 　]+(?=\S{{2,20}}\n))(?!{_N}(?:[、，]|{_UNIT}))", safe=True),
    Form("I.", 3, r"(?:[IVX]{1,5}[.．、](?=\s|[^\x00-\x7f])|[Ⅰ-Ⅻ](?:[.．、：]|\s))", safe=True),
    Form("One.", 3, rf"(?:{_WORDS})[.:](?=\ [A-Z])", inline=False),
    Form("(One)", 4, rf"\((?:{_WORDS})\)(?=\ [A-Z])", inline=False),
    Form("（一）", 4, rf"(?:[（(]\s?{_N}\s?[)）]|[㈠-㈩])", safe=True),
    Form("(I)", 4, r"[（(][IVX]{1,5}[)）]"),
    Form("任务一", 4.5, rf"(?:{_ZH_KINDS})[ 　]?{_NUMBER}(?=[：:、.\s】])"),
    Form("Task 1", 4.5, rf"(?:{_KINDS})\ {_ENGLISH_NUMBER}(?=[.:：—–]|\ ?\n|\ -\ |\ [A-Z])"),
    Form("A.", 4.5, r"[A-Z][.．、](?=\s|[^\x00-\x7f])", inline=False),
    Form("A1.", 5, r"[A-Z]\d{1,2}[.．:：、](?=\s|[^\x00-\x7f])", inline=False),
    Form("1.1.1", 5.2, r"\d{1,2}[.．]\d{1,2}[.．]\d{1,2}[.．、]?(?=[\s\u4e00-\u9fff])", inline=False),
    Form("1.1", 5.1, r"\d{1,2}[.．]\d{1,2}[.．、]?(?=[\s\u4e00-\u9fff])", inline=False),
    Form("1.", 5, r"(?:\d{1,3}\s?[.．、](?!\d{1,3}(?!\d)(?!年))|[⒈-⒛])"),
    Form("1", 5, r"\d{1,2}[\ 　]+(?=[\u4e00-\u9fff]{2,15}\n)", inline=False),
    Form("(1)", 6, r"(?:[（(]\s?\d{1,3}\s?[)）]|[⑴-⒇])"),
    Form("1)", 6.5, r"\d{1,2}\s?[)）]"),
    Form("①", 7, "[①-⑳㉑-㉟]"),
    Form("(a)", 7, r"[（(][a-hj-uwyz][)）]"),
    Form("a.", 7, r"[a-z][.．)）](?=\s)", inline=False),
    Form("(i)", 8, r"[（(](?:ix|iv|v?i{1,3}|v|xi{0,3})[)）]"),
    Form("一是", 9, r"[一二三四五六七八九十]是(?=[^否])"),
    Form("第一，", 9, r"第[一二三四五六七八九十][，,]"),
)
MARKDOWN = Form("#", -9, r"\#{1,6}(?=[\ \t])", safe=True, inline=False)
_BEFORE = "(?<![0-9０-９A-Za-z.．,，/%％—–-])"
_ANY = re.compile(_BEFORE + "(?:" + "|".join(f"(?P<f{i}>{f.pattern})" for i, f in enumerate(FORMS)) + ")")
_LINE_OPENS = re.compile(r"(?:^|\n)[\s>*_•·●○■◆【]*(?P<hashes>\#{1,6}[ \t]+)?[*_]{0,2}")
_NUMERAL = re.compile(
    rf"(?<=[ \t]){_ENGLISH_NUMBER}|(?:{_WORDS})(?=[.:)])"
    rf"|\d+(?:[.．]\d+){{0,2}}|[{CHINESE}]+|[Ⅰ-Ⅻ]|[IVXivx]+(?=[.．、)）])"
    r"|[A-Za-z](?=[.．、)）])|[①-⑳㉑-㉟⑴-⒇⒈-⒛㈠-㈩]|[A-H]$"
)
_BLANK = re.compile(r"[*_.:：、—–\-\s】]*")
# Where a mark inside a line may begin: after the end of a sentence, a bracket, a blank.
_ENDS = frozenset("。；;！!？?：:）)」』”\"'|…】]．. \t　")


@dataclass(frozen=True, slots=True)
class Mark:
    """A candidate: a number at `start`, with the text of its item from `end` on.

    `opens` tells that it stands at the start of a line, `parted` that it is parted from the text before.
    `path` holds the outer numbers of a decimal one (1 and 2 of "1.2.3").
    """

    form: Form
    label: str
    ordinal: int
    start: int
    end: int
    opens: bool
    parted: bool
    path: tuple[int, ...] = ()


def marks(text: str) -> Iterator[Mark]:
    """Yield all candidates of a text, in order."""
    openings = {m.end(): m["hashes"] or "" for m in _LINE_OPENS.finditer(text)}
    found = {m.start(): m for m in _ANY.finditer(text + "\n")}
    for at in sorted(openings.keys() | found.keys()):
        hashes = openings.get(at, "")
        mark = _read(text, found[at], opens=at in openings) if at in found else None
        if hashes and text[at : at + 1].strip():
            yield _markdown(text, at, hashes, mark)
        elif mark:
            yield mark


def _read(text: str, match: re.Match[str], *, opens: bool) -> Mark | None:
    form = FORMS[int((match.lastgroup or "f0")[1:])]
    label = match[0].strip()
    path = _path(label) or (
        (1,) if form.style == ANNEX else ()
    )  # 附件：1.… is the first, though not numbered
    if not path or not (opens or form.inline) or not all(0 < n < 1000 for n in path):
        return None
    parted = opens or match.start() == 0 or text[match.start() - 1] in _ENDS
    end = _after_blank(text, match.end())
    if end is None:
        return None
    if len(path) > 1 and "1.1" not in form.style:  # Action 1.2 stands under Action 1
        form = replace(form, style=f"{form.style}.1", rank=form.rank + 0.2)
    return Mark(form, label, path[-1], match.start(), end, opens, parted, path[:-1])


def _path(label: str) -> tuple[int, ...]:
    """Return the numbers of a label: one, or as many as a decimal one has."""
    match = _NUMERAL.search(label)
    if not match:
        return ()
    written = match[0]
    if re.fullmatch(r"[A-HJ-UWYZa-hj-uwyz]", written):
        return (ord(written.lower()) - ord("a") + 1,)
    numbers = [value(part) for part in re.split(r"[.．]", written)]
    return tuple(n for n in numbers if n is not None)


def _after_blank(text: str, at: int) -> int | None:
    """Return where the words behind a mark begin: on its line, or on the next where it stands alone."""
    match = _BLANK.match(text, at)
    end = match.end() if match else at
    return None if end >= len(text) or text.count("\n", at, end) > 2 else end


def _markdown(text: str, at: int, hashes: str, mark: Mark | None) -> Mark:
    level = len(hashes.strip())
    form = Form("#" * level, MARKDOWN.rank + level, "", safe=True, inline=False)
    start = text.rindex("#", 0, at) - level + 1
    label = mark.label if mark else "#" * level
    return Mark(form, label, mark.ordinal if mark else 0, start, mark.end if mark else at, True, True)
