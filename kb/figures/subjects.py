"""What a figure measures or counts, in the document's words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kb.figures.phrases import BACKWARD_EN, MEASURE_ZH, NUMBER_OF_EN, OBJECT_EN, PHRASING, RELATIVE, VERB_EN

if TYPE_CHECKING:
    from kb.figures.phrases import Phrasing
    from kb.figures.quantities import Quantity

PRONOUN = re.compile(
    r"(?:(?:and|while|until now) )?"
    r"(?:its?|they|them|this|these|those|th(?:e|at) (?:figure|number|total|amount)"
    r"|(?:an)?other|an? (?:further|additional)|the (?:others?|remaining|rest)"
    r"|of (?:them|these|those|which|whom)|(?:more|fewer|less) than)|[其该此它]",
    re.IGNORECASE,
)
OWNER_ZH = re.compile(r"(?:左右|以上|以内)?的(?P<noun>[^,，。;、:()\d\s]{2,24})")
COUNTED = ("count", "person")
TAIL = 120  # how far before a figure the verb that leads to it may begin
# Parts of what was named: "…, of which 46 were national or foreign", "about 11.3% of the national total".
OF_WHICH_EN = re.compile(r"\bof\s(?:which|whom|them|these|those)\s(?:[a-z]+\s){0,2}$")
ARE_EN = re.compile(
    r"\s(?:(?:are|were|is|was|(?:will|shall|must|should|to)\sbe)\s(?P<what>[a-z][^,.;:()\d]{2,48})"
    r"|(?P<did>(?:flew|came|took|had|went|got|made|held|[a-z]{3,}ed)\s[a-z][^,.;:()\d]{2,48}))"
)
TOTAL_EN = re.compile(r"(?:the|its)\s[a-z]+(?:'s)?\stotal")
# Amounts for one of each: "140,000 yuan is granted for each replacement and 50,000 yuan for each overhaul".
FOR_EACH_EN = re.compile(r"\sfor\s(?:each|every)\s[a-z][a-z -]{2,40}?(?=[.,;)]|\sand\b|$)")
OF_WHAT = re.compile(
    r"\s(?:of\s(?!the\s)[A-Za-z]|in\s(?!the\s|total|size|length|area|value|all|annual|combined|output|sales)[a-z])"
)  # 300 km of greenways, 2 billion yuan in loans


@dataclass(frozen=True, slots=True)
class Subject:
    """The words that say what is measured, where they stand in the sentence, and to what they were joined."""

    words: str
    start: int
    end: int
    stem: str = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """A sentence as subjects are looked for in it: folded, and in the script from which words are taken."""

    text: str
    source: str
    phrasing: Phrasing
    said: str

    def subject(self, quantity: Quantity, floor: int, past: int, previous: Subject | None) -> Subject | None:
        """Find the subject of a quantity; one that does not stand alone takes the words before it along.

        No subject reaches back behind `floor`, where the previous figure ends; a threshold between the
        figure and its noun ends at `past`.
        """
        if part := self._part(quantity):
            return self._joined(previous, part)
        if previous and (each := self._each(quantity, floor)):
            return self._joined(previous, each)
        behind = self._behind(quantity, past)
        if previous and behind and quantity.unit == "%" and TOTAL_EN.fullmatch(behind.words):
            return Subject(f"{previous.words}, of {behind.words}", behind.start, behind.end, previous.words)
        counts = quantity.unit in COUNTED or OF_WHAT.match(self.text, quantity.right)
        backward = BACKWARD_EN.match(behind.words) if behind and counts else None
        if behind and backward:
            them = backward["them"]
            return self._meant(previous, behind, backward.end()) if them else self._joined(previous, behind)
        if behind and counts and not self._is_weak(behind):
            return behind
        before = self._before(quantity, floor)
        if behind and self._is_weak(behind):
            behind = None
        if before is None and behind is None and not previous:
            before = Subject("", quantity.left, quantity.left)
        if before is None:
            return previous if previous and not (behind and quantity.unit == "%") else behind
        if self._is_weak(before):
            return self._completed(before, quantity, floor, previous)
        if previous and RELATIVE.match(before.words):
            return self._joined(previous, before)
        return before

    def condition(self, quantity: Quantity, floor: int) -> Subject | None:
        """Find what a condition measures, not what it qualifies: 年接待 in 年接待超过1万人次的基地."""
        before = self._before(quantity, floor) if self.text.startswith("的", quantity.right) else None
        return before if before and not self._is_weak(before) else None

    def _is_weak(self, subject: Subject) -> bool:
        return not subject.words or bool(self.phrasing.weak.fullmatch(self.text, subject.start, subject.end))

    def _part(self, quantity: Quantity) -> Subject | None:
        """Find what some of the things named before are: of which 46 were national or international."""
        found = ARE_EN.match(self.text, quantity.right)
        left = quantity.left
        if found is None or not OF_WHICH_EN.search(self.text, max(0, left - TAIL), left):
            return None
        return self._words(*found.span(found.lastgroup or 0))

    def _each(self, quantity: Quantity, floor: int) -> Subject | None:
        """Find what an amount is for each of, where the amount before it is for each of something else."""
        found = FOR_EACH_EN.match(self.text, quantity.right)
        if found is None or not FOR_EACH_EN.search(self.text, floor, quantity.left):
            return None
        return self._words(found.start(), found.end())

    def _joined(self, previous: Subject | None, here: Subject) -> Subject:
        """Join words to those they take up: the subject before, or the last of the sentence before."""
        stem = (previous.stem or previous.words) if previous else self.said
        again = PRONOUN.fullmatch(here.words) or stem.endswith(here.words)
        words = stem if stem and again else f"{stem}{self.phrasing.joint}{here.words}".strip()
        return Subject(words, here.start, here.end, stem)

    def _meant(self, previous: Subject | None, here: Subject, end: int) -> Subject:
        """Put what is meant for the pronoun that ends at `end`: 46,000 engineers, 15,000 of them women."""
        stem = (previous.stem or previous.words) if previous else self.said
        named = NUMBER_OF_EN.sub("", stem, count=1) or here.words[:end]
        return Subject(named + here.words[end:], here.start, here.end, named)

    def _completed(
        self, weak: Subject, quantity: Quantity, floor: int, previous: Subject | None
    ) -> Subject | None:
        """Say what a weak subject is of: the thing behind the figure, the clause or the figure before it."""
        owner = OWNER_ZH.match(self.text, quantity.right)
        if owner and MEASURE_ZH.fullmatch(weak.words):
            return Subject(owner["noun"] + weak.words, weak.start, owner.end())
        stops = self.phrasing.clause.finditer(self.text, floor, weak.start)
        stop = max((found.end() for found in stops), default=floor)
        before = self._clause(floor, stop - 1) if floor < stop - 1 else None
        apart = not floor or (before and self.phrasing.clause.search(self.text, floor, before.start))
        if before and apart and not self._is_weak(before):
            return self._words(before.start, weak.end) if weak.words else before
        joined = self._joined(previous, weak)
        return joined if joined.words else None

    def _behind(self, quantity: Quantity, past: int) -> Subject | None:
        noun = self.phrasing.noun.match(self.text, past)
        if noun is None:
            return None
        return self._words(noun.start("noun") if past == quantity.right else quantity.right, noun.end("noun"))

    def _before(self, quantity: Quantity, floor: int) -> Subject | None:
        return self._clause(floor, quantity.left)

    def _clause(self, floor: int, end: int) -> Subject | None:
        """Return the words of the last clause up to `end`, without what leads to a figure there."""
        start = floor
        for stop in self.phrasing.clause.finditer(self.text, floor, end):
            start = stop.end()
        lead = self.phrasing.lead.match(self.text, start, end)
        start = lead.end() if lead else start
        for tail in (self.phrasing.tail, VERB_EN):
            found = tail.search(self.text, max(start, end - TAIL), end)
            end = found.start() if found else end
        thing = OBJECT_EN.match(self.text, start, end)
        return self._words(thing.end() if thing else start, end)

    def _words(self, start: int, end: int) -> Subject | None:
        words = self.source[start:end]
        start += len(words) - len(words.lstrip(' ,、，-—*•“"”和及与'))
        words = self.source[start:end].rstrip(' ,、，(（“"*')
        return Subject(words, start, start + len(words)) if len(words) > 1 else None


def wording(text: str, source: str, language: str, said: str = "") -> Wording:
    """Return a sentence ready for its subjects to be found; `said` is the last one of the sentence before."""
    return Wording(text, source, PHRASING[language], said)
