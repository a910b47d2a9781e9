"""Grouping documents by the policy they are about, across names and languages.

Two documents are about one plan when they name it alike and neither place nor period speaks against
it, or when the same uncommon figures stand in both. Places are never mixed, whatever the figures say.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from corpus.records import make_id
from kb.likeness import Likeness, overlap
from kb.organisations import meant
from kb.plans.mentions import place_of_document
from kb.plans.names import form_of, is_described, topic_words
from kb.records import Bilingual, Figure, Plan, PlanMention, plain
from kb.works import work_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from corpus.records import Document

SAME_WORDS = 0.6  # share of the shorter name's words that stand in the other, one language
SAME_VECTOR = 0.6  # cosine of two topics across languages
LIKE_VECTOR = 0.35  # the same where figures agree too
ANCHORS = 3  # so many equal figures stand for a name
UNCOMMON = 5  # smaller numbers of things are too common to tell plans apart


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What one document says of its plan: its main mention, all its names for it, and its figures."""

    document: Document
    work: str
    mention: PlanMention | None
    figures: frozenset[tuple[str, str]]
    place: str | None
    lists_tasks: bool

    @property
    def official(self) -> bool:
        """Whether this is the policy's own text: it says so by its name, or is written as one."""
        return self.document.kind == "plan" or (self.mention is not None and self.mention.official)

    @property
    def rank(self) -> tuple[object, ...]:
        """Official texts first, the Chinese original before its translation, reposts last; then the id."""
        weight = self.mention.weight if self.mention else 0.0
        translated = self.official and self.document.language != "zh"
        named = self.work, self.document.id
        return (not self.official, translated, -weight, -len(self.figures), *named)


@dataclass(slots=True)
class Group:
    """The documents found to be about one plan so far, the most official first."""

    members: list[About] = field(default_factory=list)

    @property
    def places(self) -> set[str]:
        """The places that members put the plan in."""
        return {m.place for m in self.members if m.place}

    @property
    def periods(self) -> set[str]:
        """The periods that names give the plan."""
        return {m.mention.period for m in self.members if m.mention and m.mention.period}

    @property
    def figures(self) -> frozenset[tuple[str, str]]:
        """The figures of all members."""
        return frozenset().union(*(m.figures for m in self.members))


@dataclass(slots=True)
class Groups:
    """All groups in the order they were founded, found by the places that they may be of."""

    every: list[Group] = field(default_factory=list)
    _of: dict[str, set[int]] = field(default_factory=dict)

    def found(self, about: About) -> None:
        """Let a document found a group."""
        self.every.append(Group())
        self.put(about, len(self.every) - 1)

    def put(self, about: About, at: int) -> None:
        """Put a document into the group at a place of the order."""
        self.every[at].members.append(about)
        for place in meant(about.place) if about.place else (_NOWHERE,):
            self._of.setdefault(place, set()).add(at)

    def near(self, place: str | None) -> Iterator[tuple[int, Group]]:
        """Yield the groups that may be of a place, in order: its own and those of none; all for None."""
        if place is None:
            yield from enumerate(self.every)
            return
        found = (self._of.get(name, ()) for name in (_NOWHERE, *meant(place)))
        yield from ((at, self.every[at]) for at in sorted({at for some in found for at in some}))


_NOWHERE = ""


def group_plans(
    documents: Sequence[Document],
    mentions: Mapping[str, Sequence[PlanMention]],
    figures: Mapping[str, Sequence[Figure]],
    likeness: Likeness,
    founders: Collection[str] = (),
) -> tuple[Plan, ...]:
    """Return the plans that `documents` are about, in an order that does not depend on theirs.

    A document of `founders` (it lists tasks, say) and an official one, a circular, are texts of a plan though
    their titles are no plan's name.
    """
    abouts = [
        _about(d, mentions.get(d.id, ()), figures.get(d.id, ()), lists_tasks=d.id in founders)
        for d in documents
    ]
    likeness.learn(a.mention.topic for a in abouts if a.mention)
    groups = Groups()
    unnamed: list[About] = []
    for about in sorted(abouts, key=lambda a: a.rank):
        if (home := _home(about, groups, likeness)) is not None:
            groups.put(about, home)
        elif about.mention:
            groups.found(about)
        else:
            unnamed.append(about)
    for about in unnamed:
        if (home := _home(about, groups, likeness)) is not None:
            groups.put(about, home)
        elif about.lists_tasks or about.official:
            groups.found(about)
    works = {a.document.id: a.work for a in abouts}
    plans = [_plan(group, mentions) for group in groups.every]
    return tuple(sorted(_told_apart(plans, works), key=lambda p: p.id))


def _told_apart(plans: Sequence[Plan], works: Mapping[str, str]) -> Iterator[Plan]:
    """Yield the plans, those of one name and place told apart by their first documents' works, then bytes."""
    seen: set[str] = set()
    for plan in plans:
        first = plan.documents[0]
        names = (plan.id, *(make_id("plan", plan.id, by) for by in (works[first], first)))
        unique = next(name for name in names if name not in seen)
        seen.add(unique)
        yield replace(plan, id=unique)


def _about(
    document: Document, mentions: Sequence[PlanMention], figures: Sequence[Figure], *, lists_tasks: bool
) -> About:
    main = mentions[0] if mentions else None
    uncommon = {
        (f.unit, plain(f.value)) for f in figures if f.value >= UNCOMMON or f.unit not in ("count", "person")
    }
    return About(
        document=document,
        work=work_of(document),
        mention=main,
        figures=frozenset(uncommon),
        place=main.place if main else place_of_document(document),
        lists_tasks=lists_tasks,
    )


def _home(about: About, groups: Groups, likeness: Likeness) -> int | None:
    """Return where the group stands that `about` fits best, or None.

    Where several places have a plan of this name and the document does not say which is its own, only figures
    tell.
    """
    near = groups.near(about.place)
    fitting = [(score, -at, group) for at, group in near if (score := _fit(about, group, likeness)) > 0]
    if not fitting:
        return None
    sure = about.place is not None and len(meant(about.place)) == 1
    if not sure and len({_one_place(g) for _, _, g in fitting} - {None}) > 1:
        anchored = sorted((len(about.figures & g.figures), n) for n, (_, _, g) in enumerate(fitting))
        (second, _), (most, best) = anchored[-2:]
        return -fitting[best][1] if most >= second + ANCHORS else None
    return -max(fitting, key=lambda f: f[:2])[1]


def _one_place(group: Group) -> str | None:
    """Return the place of a group, by its sure name where a member has one."""
    return min(group.places, key=lambda place: (len(meant(place)), place), default=None)


def _fit(about: About, group: Group, likeness: Likeness) -> float:
    """Return how well a document fits a group; 0 where it does not."""
    if about.place and not all(meant(about.place) & meant(place) for place in group.places):
        return 0.0
    period = about.mention.period if about.mention else None
    if period and group.periods and period not in group.periods:
        return 0.0
    anchors = len(about.figures & group.figures)
    if about.mention is None:
        return float(anchors) if anchors >= ANCHORS and about.place else 0.0
    alike = max(_named_alike(about.mention, m.mention, anchors, likeness) for m in group.members if m.mention)
    if alike == 0 and about.place and anchors >= ANCHORS and is_described(about.mention.name):
        return 1.0
    return alike


def _named_alike(a: PlanMention, b: PlanMention, anchors: int, likeness: Likeness) -> float:
    """Return how alike two names are, 1 to 2, or 0 where they name different policies."""
    if a.language == b.language:
        if not _forms_agree(a, b):
            return 0.0
        share = overlap(topic_words(a.topic, a.language), topic_words(b.topic, b.language))
        enough = SAME_WORDS if anchors < ANCHORS else SAME_WORDS / 2
        return 1 + share if share >= enough else 0.0
    cosine = likeness.cosine(a.topic, b.topic)
    enough = SAME_VECTOR if anchors < ANCHORS else LIKE_VECTOR
    return 1 + cosine if cosine >= enough else 0.0


def _forms_agree(a: PlanMention, b: PlanMention) -> bool:
    """Whether two names call themselves the same: 行动方案 and 实施细则 of one topic are two policies."""
    mine, theirs = form_of(a.name, a.language), form_of(b.name, b.language)
    if mine is None or theirs is None:
        return True
    return mine in theirs or theirs in mine


def _plan(group: Group, mentions: Mapping[str, Sequence[PlanMention]]) -> Plan:
    """Make the record of a plan: names and dates come from the most official document that has them."""
    members = sorted(group.members, key=lambda m: m.rank)
    names = [m.mention for m in members if m.mention]
    title = Bilingual()
    for mention in names:
        title = title.join(Bilingual(**{mention.language: mention.name}))
    for member in members:  # a digest in English may quote the Chinese name, and the reverse
        for other in mentions.get(member.document.id, ()):
            if other.weight >= 2 and other.place in (None, *group.places):
                title = title.join(Bilingual(**{other.language: other.name}))
    official = [m.document for m in members if m.official]
    if not names:
        head = members[0].document
        title = Bilingual(**{head.language: head.title}) if head.language in ("zh", "en") else title
    place = _one_place(group)
    period = next((m.period for m in names if m.period), None)
    first = official or [m.document for m in members]
    return Plan(
        id=make_id("plan", place or "", *_identity(title, members[0].work)),
        title=_with_titles(title, [m.document for m in members if m.official or m.lists_tasks]),
        place=place,
        issuer=next((d.publisher for d in official if d.publisher), None),
        document_number=next((d.number for d in first if d.number), None),
        issued=min((d.published for d in first if d.published), default=None),
        period=period,
        documents=tuple(m.document.id for m in members),
        official=tuple(d.id for d in official),
    )


def _with_titles(title: Bilingual, texts: Sequence[Document]) -> Bilingual:
    """Return a plan's names; where a language has none, what its text in that language is headed."""
    for text in texts:
        if text.language in ("zh", "en") and text.title:
            title = title.join(Bilingual(**{text.language: text.title}))
    return title


def _identity(title: Bilingual, work: str) -> tuple[str, str]:
    """Return what tells a plan from all others: its names, or its first work where it has none."""
    zh, en = (title.zh or "").strip(), (title.en or "").lower().strip()
    return (zh, en) if zh or en else (work, "")
