"""What a question asks, and what it takes for granted."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from corpus.text import Span
from kb.answering.families import COUNTED, FAMILIES, hinted, measured, unit_at
from kb.answering.forms import (
    ASKING,
    CAN,
    CHANGE,
    COST,
    COUNTER,
    DUTY,
    FORMS_EN,
    FORMS_ZH,
    FRAME,
    GROWTH,
    HEAD_ENDS,
    OF_ALL,
    ONLY,
    PAID,
    PAPER_YEAR,
    POLITE,
    RANGE,
    SECOND,
    SPENT,
    TOPIC,
    TOWARDS,
    WHEN_CLAUSE,
    WITHIN,
    YEARS,
    Kind,
)
from kb.answering.naming import bodies_named
from kb.answering.words import LITTLE, Word, weight, words
from kb.figures import read_text
from kb.figures.fold import fold
from kb.organisations import NATION, place_of

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from kb.figures import Reading

_HAN = re.compile(r"[\u3400-\u9fff]")
_LATIN = re.compile(r"[A-Za-z]+")
_NAME = re.compile(r"\b[A-Z][a-z]+\b")
_ASKED_OF = re.compile(r"[\u3400-\u9fff]{2,8}?(?=[，,。?？]|$)")  # 能得到多少|购置补贴
_WHAT_IS = re.compile(
    r"(?:what|how\s(?:large|big|great|high))\s+(?:(?:is|was|are|were|will|would)\s+)?(?:be\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
_WITHIN_TIME = re.compile(r"[^，,。?？]{0,4}内")
_PLACE_EN = re.compile(r"\b(?:Municipal(?:ity)?|City|Province|Provincial|Metropolitan)\b")


@dataclass(frozen=True)
class Question:
    """A question, understood.

    Args:
        view: the text in simplified characters and half-width signs, of the same length.
        rest: the view with all that asks, dates or places blanked out: what the question is about.
        units: families of units that an answer must have, empty where any will do.
        has_unit: whether the question names the unit itself: "how many hectares", 多少资金.
        unit: that unit, where it is a measure: "ha", but none for 多少资金.
        likely: families that the words make likely.
        asks_growth: whether it asks by how much something changes.
        years: years that the question names, with whether each is a deadline.
        paper_years: those of them that are part of a document's name.

    """

    text: str
    language: str
    kind: Kind
    view: str
    rest: str
    units: frozenset[str]
    has_unit: bool
    unit: str | None
    likely: frozenset[str]
    asks_growth: bool
    years: tuple[tuple[str, bool], ...]
    paper_years: frozenset[str]
    place: str | None
    asserted: tuple[Reading, ...]
    form: tuple[int, int]

    @cached_property
    def asked_in(self) -> str:
        """The language that the question itself is in."""
        return language_of(self.text)

    @cached_property
    def first(self) -> str:
        """The first of several questions in one sentence: what is demanded of the answer that is given."""
        return self.view[: _first_part(self.view)]

    @cached_property
    def frames(self) -> tuple[Span, ...]:
        """Where it says which paper it is put to: "under the notice", "the plan of the State Council"."""
        said = [Span(found.start(), found.end()) for found in FRAME.finditer(self.view)]
        if self.kind not in (Kind.RESPONSIBLE, Kind.ISSUER):
            said += [body.span for body in bodies_named(self.view) if body.is_national]
        return tuple(said)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words that tell what the question is about; those of a frame tell little."""
        every = (
            replace(w, is_frame=any(f.start <= w.start < f.end for f in self.frames))
            for w in words(self.rest)
        )
        return tuple(w for w in every if weight(w) > 0)

    @cached_property
    def head(self) -> frozenset[int]:
        """Positions among the words of the thing asked for itself: "how many nursing beds", 面积有多大."""
        if self.kind in (Kind.CONTENT, Kind.LIST):
            return self._topic()
        if self.kind is not Kind.QUANTITY:
            return frozenset()
        behind = [i for i, w in enumerate(self.words) if self.form[1] <= w.start]
        if self.asked_in == "zh" and self.units == {"time"} and _WITHIN_TIME.match(self.view, self.form[1]):
            return frozenset()  # 多长时间内赶到: what is to be done by then is no time
        if self.asked_in == "zh":
            joined = [i for i in behind if weight(self.words[i]) > LITTLE][:2]
            if self.has_unit and not joined:  # 安排多少资金: the unit is what is asked for
                return frozenset()
            before = [i for i, w in enumerate(self.words) if w.end <= self.form[0]]
            return frozenset(joined or self._compound(before))
        at = self.form[1]
        while behind:  # "the target | for exports": what tells nothing is not what is asked for
            first = next((self.words[i].start for i in behind if self.words[i].start >= at), len(self.rest))
            stop = HEAD_ENDS.search(self.rest, first)
            at = stop.end() if stop else len(self.rest)
            part = [i for i in behind if first <= self.words[i].start < at]
            if self.units == COUNTED or any(weight(self.words[i]) > LITTLE for i in part) or not part:
                return frozenset(part)
        return frozenset()

    def _topic(self) -> frozenset[int]:
        """Return what 对…有什么规定 and "what is said about …" ask about."""
        if found := TOPIC.search(self.view):
            inside = [
                i
                for i, w in enumerate(self.words)
                if found.start(found.lastindex or 0) <= w.start and w.end <= found.end(found.lastindex or 0)
            ]
            return self._compound(inside)
        return frozenset()

    def _compound(self, chosen: list[int]) -> frozenset[int]:
        """Return the last telling word of some and those that run into it: 茶叶种植面积, not 云南的面积."""
        while chosen and (
            weight(self.words[chosen[-1]]) <= LITTLE or CHANGE.match(self.words[chosen[-1]].text)
        ):
            chosen = chosen[:-1]  # 死亡人数要下降多少: it is the number that is asked for
        first = len(chosen) - 1
        while first > 0 and self.words[chosen[first]].start - self.words[chosen[first - 1]].end == 0:
            first -= 1
        return frozenset(i for i in chosen[max(first, 0) :] if weight(self.words[i]) > LITTLE)


def language_of(text: str) -> str:
    """Return the language of a question; a word in Latin letters weighs as much as a character."""
    return "zh" if len(_HAN.findall(text)) * 2 > len(_LATIN.findall(text)) else "en"


def understand(text: str, answer_in: str | None = None, held: Collection[str] = ()) -> Question:
    """Read a question in Chinese, in either script, or in English; the answer's language may be another.

    Of places that no table has, those are known that plans are `held` of, by their names in Latin letters.
    """
    language = language_of(text)
    view = fold(text)
    polite = POLITE.match(view)
    rest = _blank(view, polite.span()) if polite else view
    rest = CAN.sub(" ", rest)
    first = view[: _first_part(view)]
    rest = _blank(rest, (len(first), len(rest)))
    kind, (begin, at), rest = _form(rest, language)
    unit = unit_at(view, at) if kind is Kind.QUANTITY else None
    named = unit[1] if unit else at
    within = WITHIN.match(view, named)
    rest = _blank(rest, (at, within.end() if within else named))
    asserted = _asserted(first, language)
    for reading in asserted:
        rest = _blank(rest, (reading.number.start, reading.number.end))
    spanned = RANGE.sub(lambda m: " " * len(m[0]), view)
    years = tuple((m["year"], bool(m["lead"] or m["tail"])) for m in YEARS.finditer(spanned))
    rest = YEARS.sub(lambda m: " " * len(m[0]), rest)
    place = place_of(rest) or _held_place(rest, held)
    rest = OF_ALL.sub(" ", rest) if language == "zh" else rest
    rest = SPENT.sub(lambda m: " " * len(m[0]), rest) if language == "zh" else rest
    rest = DUTY.sub(lambda m: " " * len(m[0]), rest)
    rest = COUNTER.sub(" ", rest) if language == "zh" else rest
    return Question(
        text=text,
        language=answer_in or language,
        kind=kind,
        view=view,
        rest=TOWARDS.sub(" ", _without_place(rest, place) if place else rest),
        units=_units(first, (begin, at), kind, unit[0] if unit else None),
        has_unit=unit is not None,
        unit=_measure(view[at : unit[1]], language) if unit else None,
        likely=frozenset({"share", "times"}) if GROWTH.search(first) else hinted(first),
        asks_growth=bool(GROWTH.search(first) or CHANGE.search(first)),
        years=years,
        paper_years=frozenset(m["zh"] or m["en"] for m in PAPER_YEAR.finditer(view)),
        place=None if place == NATION else place,
        asserted=tuple(asserted),
        form=(begin, at),
    )


def _held_place(rest: str, held: Collection[str]) -> str | None:
    """Return a place that plans are held of, by its Latin name or where a question begins with it: 三明要."""
    latin = (m[0] for m in _NAME.finditer(rest) if m[0] in held)
    return next(latin, None) or next((n for n in held if n != NATION and rest.startswith(n)), None)


def _asserted(view: str, language: str) -> Sequence[Reading]:
    """Return the figures that a question names, those behind "only" as well."""
    only = ONLY.search(view)
    if only is None:
        return read_text(view, language)
    size = only.end() - only.start()
    read = read_text(view[: only.start()] + view[only.end() :], language)
    moved = [size if r.number.start >= only.start() else 0 for r in read]
    return [
        replace(r, number=Span(r.number.start + by, r.number.end + by))
        for r, by in zip(read, moved, strict=True)
    ]


def _measure(named: str, language: str) -> str | None:
    """Return the unit that a word names: "hours" are those of "1 hours"."""
    read = read_text(f"1{'' if language == 'zh' else ' '}{named.strip()}", language)
    return read[0].unit if read else None


def _form(view: str, language: str) -> tuple[Kind, tuple[int, int], str]:
    """Return the kind of a question, where the words that ask stand, and the question without them."""
    for form in FORMS_ZH if language == "zh" else FORMS_EN:
        if found := form.pattern.search(view):
            return form.kind, found.span(), _blank(view, found.span())
    kind = Kind.QUANTITY if hinted(view) else Kind.CONTENT  # words without a question: "grid capacity 2026"
    return kind, (len(view), len(view)), view


def _first_part(view: str) -> int:
    """Return where the first of several questions in one sentence ends."""
    led = WHEN_CLAUSE.match(view)
    begin = led.end() if led else 0  # "When a guest checks in, who …": that is no question yet
    cuts = (m.start() for m in SECOND.finditer(view) if ASKING.search(view, begin, m.start()))
    return next(cuts, len(view))


def _units(view: str, form: tuple[int, int], kind: Kind, family: str | None) -> frozenset[str]:
    """Return the families that the words of asking, which stand at `form`, demand."""
    begin, at = form
    if kind is not Kind.QUANTITY:
        return frozenset()
    if family:
        return frozenset({family} | ({"times"} if family == "share" else set()))
    if paid := PAID.search(view):
        return frozenset({"money"} if COST.search(paid[0]) else {"money", "share"})
    asked = view[max(0, at - 12) : at].lower()
    if re.search(r"how many$|what number$|几$", asked) or re.match(
        r"\s*[件家个项所台条名座处张批种类款户位辆艘架套列班艘支次场站间栋幢只头株本份]", view[at:]
    ):
        return frozenset({"count", "other", *(("times",) if view[at:].lower().startswith(" times") else ())})
    if re.search(r"how (?:deep|thick|tall|wide|far)$|多[深厚宽远]$", asked):
        return frozenset({"length"})
    if re.search(r"占(?:到|了|有|比)?多少$|按[^，,。]{1,8}的多少$", asked):
        return frozenset({"share", "times"})
    if re.search(r"几倍$", asked):
        return frozenset({"times"})
    if asked.endswith("how much"):
        return frozenset(FAMILIES) - {"count", "time"} | {"other"}
    if re.search(r"how (?:long|soon|quickly)$|多久内?$|多长时间$|期有?多长$", asked):
        return frozenset({"time"})
    if re.search(
        r"(?:percentage|per ?cent|share|proportion|fraction|%)$"
        r"|(?:比例|比重|占比|比率|百分比)[是为占达到约有]{0,3}多少$",
        asked,
    ):
        return frozenset({"share"})
    return _measured(view, begin, at)


def _measured(view: str, begin: int, at: int) -> frozenset[str]:
    """Return the families that the name of what is asked for demands: "what is the premium for …"."""
    if language_of(view) == "zh":
        behind = _ASKED_OF.match(view, at)
        return measured(view[:begin], "zh") or (measured(behind[0], "zh") if behind else frozenset())
    if not (asked := _WHAT_IS.match(view, begin)):
        return frozenset()
    stop = HEAD_ENDS.search(view, asked.end())
    return measured(view[asked.end() : stop.start() if stop else len(view)], "en")


def _without_place(rest: str, place: str) -> str:
    """Blank out the place that a question names, with its suffix."""
    from kb.organisations import places

    known = places().get(place)
    names = [place, *(known.romanised if known else ())]
    for name in names:
        rest = re.sub(
            rf"{re.escape(name)}(?:'s)?(?:[省市](?!级))?",
            lambda m: " " * len(m[0]),
            rest,
            flags=re.IGNORECASE,
        )
    return _PLACE_EN.sub(lambda m: " " * len(m[0]), rest)


def _blank(text: str, span: tuple[int, int]) -> str:
    return text[: span[0]] + " " * (span[1] - span[0]) + text[span[1] :]
