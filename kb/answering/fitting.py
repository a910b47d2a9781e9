"""Which figures may answer a question at all: those of its unit, its years, and what it asks of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from ingest.script import to_simplified
from kb.answering.citing import sentence_at
from kb.answering.days import counted_from
from kb.answering.families import CLASS_HOURS, families_of, family_of
from kb.answering.forms import Kind
from kb.answering.guard import numbers
from kb.figures.fold import fold
from kb.joining.agreement import same_value
from kb.records import FigureKind

if TYPE_CHECKING:
    from corpus.records import Document
    from corpus.text import Span
    from index.passages import Passage
    from index.searching import Hit
    from kb.answering.material import Material
    from kb.answering.question import Question
    from kb.figures import Reading
    from kb.records import Figure, Key

AS_IS = re.compile(
    r"\b(?:was|were|did|had|has|have|currently|now|last year|already)\b"
    r"|去年|目前|已经|截至|现有|有多少(?!目标)"
)
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# What asks for an amount for one of something, not for all: 每辆, "per guest", but no "per year".
_EACH = re.compile(
    r"每一?(?=[^\s年月日天周季次期轮0-9]{1,4})|单[个家台项户辆艘架套座]|[人户亩]均"
    r"|\b(?:per|each|every|a single|one)\s(?!year|annum|month|day|week|quarter|cent|of\b)[a-z]",
    re.IGNORECASE,
)
# What says of an amount that it is for one of something: 每辆, 单个, "40 yuan a guest", yuan/t.
_FOR_ONE = re.compile(
    r"每|单[^位元一独纯]|一次性|[人户亩]均|平均|按|[/／]"
    r"|\b(?:per|each|every|one|single|average|individual|apiece)\b|\b(?:yuan|rmb|dollars?) an?\b"
    r"|\b(?:for|cost of|price of) an?\b",
    re.IGNORECASE,
)
_BUDGET = (
    r"预算[是为有]?多少|总预算|\b(?:total|what (?:is|was) the (?:[\w-]+ ){0,2}?) ?budget"
    r"|\bhow much money in (?:total|all)\b"
)
# Kinds of figures that are named wherever they are told: how they are asked for, and how they may be told.
_KINDS = tuple(
    (re.compile(asked, re.IGNORECASE), re.compile(told, re.IGNORECASE))
    for asked, told in (
        (r"罚|\bfine[ds]?\b|\bpenalt", r"罚|\bfine[ds]?\b|\bpenalt"),
        (
            r"就业岗位|多少个?岗位|\bhow many (?:[\w-]+ ){0,2}?jobs\b",
            r"就业|岗位|用工|从业|\bjobs?\b|\bemploy|\bworkforce|\bposts?\b|\bpositions?\b",
        ),
        (
            r"(?<!进)出口|\bexports?\b",
            r"(?<!进)出口|出海|外销|海外|境外|外贸|国际市场|\bexport|\boverseas|\bforeign|\babroad|\binternational",
        ),
        (
            r"投资|\binvest(?:s|ed|ing|ments?)?\b",
            r"投|出资|资金|造价|建设费|\binvest|\bfund|\bspen[dt]|\bcosts?\b|\bbudget|\bcapital",
        ),
        (
            _BUDGET,
            r"预算|总投资|总额|总计|共计|概算|资金|经费|\b(?:budget|total|earmark|alloca|set aside|in all)",
        ),
        (r"宽|\bwidth|\bwide\b", r"宽|\bwid|\blanes?\b"),
        (r"高度|限高|\bheight|\btall\b", r"高|\bheight|\bhigh|\btall"),
        (r"深度|多深|\bdepth|\bdeep\b", r"深|\bdeep|\bdepth"),
        (r"厚|\bthick", r"厚|\bthick"),
        (r"专利|\bpatents?\b", r"专利|知识产权|\bpatent|\bintellectual property"),
        (r"市场占有率|市场份额|\bmarket share", r"市场占|市占|市场份额|市场的|\bmarket"),
    )
)
PEOPLE = re.compile(
    r"\bhow many\s(?:[\w-]+\s){0,4}?(?:people|persons|residents|workers|employees|students|pupils"
    r"|teachers|doctors|nurses|farmers|merchants|traders|engineers|researchers|scientists|experts|technicians|drivers|staff"
    r"|women|men|children|graduates|professionals|specialists|patients|volunteers|athletes|apprentices|trainees|foreigners)\b"
    r"|多少(?:人|名|位)",
    re.IGNORECASE,
)
_THINGS = frozenset("个家座处台套辆艘架项件条款种间栋幢所只头株本份张部列班场次批类")  # counters of no people
_ONE_OF = (
    ("person", re.compile(r"每一?[人位名]|人均|\bper (?:person|guest|tourist|capita|head)\b")),
    ("vehicle", re.compile(r"每一?[辆台]|\bper (?:vehicle|car|truck|bus)\b")),
    ("ship", re.compile(r"每一?艘|\bper (?:ship|vessel|boat)\b")),
    ("flight", re.compile(r"每一?(?:架次?|班次?)|\bper flight\b")),
    ("train", re.compile(r"每一?列|\bper train\b")),
    ("land", re.compile(r"每一?(?:亩|公顷|平方[米公])|\bper (?:mu|hectare|square)\b")),
    ("weight", re.compile(r"每一?(?:总?吨|公斤|千克)|\bper (?:gross )?ton")),
    ("power", re.compile(r"每一?(?:千瓦时?|度)|\bper (?:kilowatt|kwh?\b)")),
)
_IN_ALL = re.compile(
    r"\bset(?:s|ting)? aside\b|\bbudget|\bearmark|\ballocate|\bin (?:all|total)\b"
    r"|预算|总额|总投资|(?:安排|拨付|拿出|筹集)了?(?:[^，。；]{0,8}资金|多少)",
    re.IGNORECASE,
)
_ADDED = re.compile(
    r"新增|新建|新设|增设|增加|\b(?:add(?:s|ed)?|newly|additional)\b"
    r"|\bnew\b(?! (?:energy|materials?|drugs?|media|retail|generation|quality|type|infrastructure)\b)",
    re.IGNORECASE,
)
_FROM = re.compile(r"(?:\bfrom|由|从)\s*$", re.IGNORECASE)
FEW = 2
_COMPARED = re.compile(r"\bcompared\s(?:with|to)\b|\bagainst\b|\bversus\b|相比|对比|而目标", re.IGNORECASE)
HOTLINES = range(12_000, 13_000)  # 12345, 12315
BEFORE = 6  # characters before a number that may say that something was so, or comes to be: "from", 到
_HOURS = re.compile(r"\b(?:hours?|lessons?|long|time)\b|[课学]时|时间|多[久长]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Demand:
    """What the words of a question demand of any figure or sentence that answers it, read from them once.

    Args:
        kinds: how the kinds of figures that it asks for may be told.
        numbers: numbers of things that it names and that must stand beside the answer.
        is_each, is_of_all: whether it asks for what one gets, or what is set aside for all.
        is_money: whether nothing but an amount of money answers it.
        per: what it asks for one of: "person", "land".

    """

    kinds: tuple[re.Pattern[str], ...]
    numbers: tuple[Reading, ...]
    is_hours: bool
    is_people: bool
    is_each: bool
    is_money: bool
    per: frozenset[str]
    is_of_all: bool
    is_added: bool

    @classmethod
    def of(cls, question: Question) -> Demand:
        """Read the demands of a question; what a claim asserts is not demanded but judged."""
        view = question.first
        return cls(
            kinds=tuple(told for asked, told in _KINDS if asked.search(view)),
            numbers=() if question.kind is Kind.TRUTH else _demanded(question),
            is_hours=bool(_HOURS.search(view)),
            is_people=bool(PEOPLE.search(view)),
            is_each=bool(_EACH.search(view)),
            is_money=question.units == {"money"},
            per=_per(view),
            is_of_all=is_of_all(view),
            is_added=bool(_ADDED.search(view)),
        )

    def is_for(self, text: str) -> bool:
        """Whether words are on what one gets, or what is set aside for all, where that is asked for."""
        if self.is_of_all and not is_of_all(text):
            return False
        return not (self.is_each and self.is_money) or bool(_FOR_ONE.search(fold(text)))

    def names_kind(self, text: str) -> bool:
        """Whether words name the kind of figure that is asked for, if it is one that is always named."""
        return all(told.search(text) for told in self.kinds)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A figure of a passage found, with the sentence that states it, in simplified characters."""

    figure: Figure
    hit: Hit
    document: Document
    span: Span
    sentence: str

    @property
    def passage(self) -> Passage:
        """The passage that it stands in."""
        return self.hit.passage


def _per(text: str) -> frozenset[str]:
    """Return what words speak of one of: 每位游客, 每艘, "per mu"."""
    return frozenset(name for name, pattern in _ONE_OF if pattern.search(text))


def _simplified(said: str) -> str:
    return said if _traditional().isdisjoint(said) else fold(said)


@cache
def _traditional() -> frozenset[str]:
    """Return the characters that only traditional writing has."""
    return frozenset(char for char in map(chr, range(0x4E00, 0xA000)) if to_simplified(char) != char)


def _demanded(question: Question) -> tuple[Reading, ...]:
    """Return the numbers of a question but those that it only compares with: "against the goal of 65"."""
    found = _COMPARED.search(question.view)
    return tuple(a for a in question.asserted if found is None or a.number.start < found.start())


def candidates(material: Material, units: frozenset[str], *, any_year: bool) -> list[Candidate]:
    """Return the figures that may answer, each once, as the search brings them."""
    found: dict[Key, Candidate] = {}
    demand = Demand.of(material.question)
    for figure, hit in material.figures():
        if figure.key in found or not _unit_fits(figure, demand, units):
            continue
        document = material.base.held[figure.quote.document]
        span = sentence_at(document, figure.quote.span)
        one = Candidate(figure, hit, document, span, _simplified(span.cut(document.text)))
        if _is_demanded(one, demand, material) and (any_year or _years_fit(one, material)):
            found[figure.key] = one
    return list(found.values())


def is_former(figure: Figure, document: Document) -> bool:
    """Whether a figure is what was before: the 14 in "from 14 yuan to 9.5"."""
    at = figure.number[0]
    return bool(_FROM.search(document.text[max(0, at - BEFORE) : at]))


def is_of_all(text: str) -> bool:
    """Whether words are on what is set aside for all: a budget, a fund, 安排专项资金."""
    return bool(_IN_ALL.search(text))


def is_state(figure: Figure) -> bool:
    """Whether a figure says what there is, for no time to come."""
    return figure.kind is FigureKind.STATUS and not figure.deadline


def _unit_fits(figure: Figure, demand: Demand, units: frozenset[str]) -> bool:
    """Whether a figure is counted as the question asks."""
    if figure.unit_text in CLASS_HOURS and not demand.is_hours:
        return False  # it is hours that are counted there, and not who sits in them
    if demand.is_people and figure.unit_text in _THINGS:
        return False  # who is asked for is no 236个
    if "land" in demand.per and family_of(figure.unit) == "area":
        return False  # how much a mu bears is no area
    return not units or bool(families_of(figure.unit, figure.unit_text) & units)


def _is_demanded(one: Candidate, demand: Demand, material: Material) -> bool:
    """Whether a figure is of what the question asks for, by its sentence and what stands beside it."""
    if demand.is_each and family_of(one.figure.unit) == "money" and not _FOR_ONE.search(one.sentence):
        return False  # what all of them cost is not what one costs
    if demand.per and (said := _per(one.figure.quote.text)) and not said & demand.per:
        return False  # what each flight gets is not what each guest does
    if not demand.names_kind(f"{one.sentence}\n{one.passage.section}"):
        return False  # no other amount is a fine, no standards are jobs
    if not all(_is_beside(asserted, one, material) for asserted in demand.numbers):
        return False  # "the 60 smart farms": what is told where these are not is on other things
    if demand.is_of_all and not demand.is_each and _is_for_one(one):
        return False  # what one of them gets is not what is set aside for all
    # What there is is not what is added.
    return not (demand.is_added and is_state(one.figure) and not _ADDED.search(one.sentence))


def _is_for_one(one: Candidate) -> bool:
    """Whether an amount is what one gets, or limits that, and says nothing of all: 给予补助，最高80万元."""
    if family_of(one.figure.unit) != "money":
        return False
    is_cap = one.figure.kind is FigureKind.LIMIT and not is_of_all(one.sentence)
    return is_cap or bool(_EACH.search(one.figure.quote.text))


def _is_beside(asserted: Reading, one: Candidate, material: Material) -> bool:
    """Whether a number of things that a question names stands in a figure's passage.

    A time need not, nor one or two of something ("a single project", 两个充电站之间), nor a hotline's name.
    """
    counts = family_of(asserted.unit) in ("count", "other")
    if not counts or asserted.value <= FEW or asserted.value in HOTLINES:
        return True
    inside = material.figures_in(one.document.id, one.passage.span)
    return any(same_value(asserted, f) for f in inside) or asserted.value in numbers(one.passage.text)


def _years_fit(one: Candidate, material: Material) -> bool:
    """Whether the years that a question names are this figure's; other years make it another figure."""
    question = material.question
    if not question.years:
        return True
    near = _near(one)
    return all(
        (year in near or year in _names(one, material))
        if year in question.paper_years
        else _year_fits(one, year, near, material, is_deadline=is_deadline)
        for year, is_deadline in question.years
    )


def _near(one: Candidate) -> str:
    """Return what names the years of a figure."""
    figure, sentence = one.figure, one.sentence
    told = counted_from(sentence, one.document.published)
    return " ".join((figure.deadline or "", figure.baseline or "", sentence, one.passage.section, *told))


def _names(one: Candidate, material: Material) -> str:
    """Return what names the year of a document."""
    return material.titles(one.document) + (one.document.published or "")


def _year_fits(one: Candidate, year: str, near: str, material: Material, *, is_deadline: bool) -> bool:
    """Whether a year is a figure's, by its deadline, its words and those before, or the document's name."""
    figure, text = one.figure, one.document.text
    line = text.rfind("\n", 0, one.span.start) + 1
    before = YEAR.findall(text, line, one.span.start)[-1:]  # "In 2025 … . The province produced …"
    is_near = year in near or year in before
    if is_deadline and is_state(figure) and not is_near and not AS_IS.search(material.question.view):
        return False  # what there is now is not what is due then
    if figure.deadline and figure.deadline[:4].isdigit():
        spans = re.search(rf"{figure.deadline[:4]}\D{{1,6}}{year}", one.sentence)
        return figure.deadline[:4] == year or spans is not None or (not is_deadline and year in near)
    plan = material.plan_of.get(one.document.id)
    if is_near or (plan and plan.period and year == plan.period[-4:]):
        return True
    others = YEAR.search(text, one.span.start, figure.number[0])  # 2024 is not 2025
    return not is_deadline and others is None and year in _names(one, material)
