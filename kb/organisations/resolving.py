"""From mentions to bodies: all names with one key are one body."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from corpus.records import make_id
from kb.decided import UNDECIDED, Decided
from kb.organisations.names import UNKNOWN, name_key
from kb.organisations.pairing import paired_keys
from kb.records import Bilingual, Joining, Organisation

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kb.organisations.pairing import Pairing

    Twins = tuple[Sequence["Mention"], Sequence["Mention"]]


@dataclass(frozen=True)
class Mention:
    """A body as one work names it, in any of its versions; `locality` is the place of the plan, "上海"."""

    name: str
    language: str
    work: str
    locality: str | None = None

    @cached_property
    def key(self) -> str:
        """What all names of its body share; where the place is not known the work stands for it."""
        key = name_key(self.name, self.language, self.locality) or self.name
        return f"{self.work}{key}" if key.startswith(UNKNOWN) else key

    @cached_property
    def id(self) -> str:
        """The id of this name: the same in all works on one place."""
        return make_id("name", self.language, self.name, self.key)

    @property
    def rank(self) -> tuple[object, ...]:
        """Chinese names first, the fullest before the short."""
        return self.language != "zh", -len(self.name), self.name, self.locality or "", self.work


@dataclass(frozen=True, slots=True)
class Bodies:
    """The bodies that were found behind the mentions, and which mention is whose."""

    organisations: tuple[Organisation, ...]
    ids: Mapping[Mention, str]

    def of(self, mention: Mention) -> str:
        """Return the id of the body that `mention` names; a mention that was not resolved is a KeyError."""
        return self.ids[mention]


def resolve(mentions: Iterable[Mention], twins: Iterable[Twins] = (), decided: Decided = UNDECIDED) -> Bodies:
    """Return the bodies behind the mentions, in whatever order these come.

    Args:
        mentions: every name with its language, work and place.
        twins: lists that name the same bodies in two languages: one task in a plan and its translation.
        decided: what a person has said of pairs of names, by `Mention.id`.

    """
    known = set(mentions)
    named = {m.id: m for m in sorted(known, key=lambda m: m.rank)}
    pairs = [[named[i] for i in pair if i in named] for pair in decided.parted]
    parted = [sorted(pair, key=lambda m: m.rank) for pair in pairs if len(pair) == 2]
    common = paired_keys(
        (([m.key for m in one], [m.key for m in other]) for one, other in twins),
        {frozenset((a.key, b.key)) for a, b in parted},
    )
    apart = {b.id for a, b in parted if a.key == b.key}
    homes = {i: _home(m, common, alone=i in apart) for i, m in named.items()}
    for one, other in sorted(map(sorted, decided.joined)):
        if one in homes and other in homes:
            old, new = homes[other], homes[one]
            homes = {i: new if home == old else home for i, home in homes.items()}
    members: dict[str, list[Mention]] = {}
    for i, mention in named.items():
        members.setdefault(make_id("org", homes[i]), []).append(mention)
    bodies = (_organisation(body, members[body], common, decided) for body in sorted(members))
    return Bodies(tuple(bodies), {m: make_id("org", homes[m.id]) for m in known})


def _home(mention: Mention, common: Mapping[str, Pairing], *, alone: bool) -> str:
    """Return what stands for the body of a name; one that a person has parted from its like stands alone."""
    if alone:
        return f"{mention.key} {mention.name}"
    return common[mention.key].common if mention.key in common else mention.key


def _organisation(
    identity: str,
    members: Sequence[Mention],
    common: Mapping[str, Pairing],
    decided: Decided,
) -> Organisation:
    """Return the body with its fullest name in each language; the others are its aliases."""
    zh, en = (_fullest({m.name for m in members if m.language == language}) for language in ("zh", "en"))
    others = {m.name for m in members} - {zh, en}
    first, *rest = members
    return Organisation(
        id=identity,
        name=Bilingual(zh=zh, en=en),
        aliases=tuple(sorted(others)),
        joins=tuple(_joining(first, other, common, decided) for other in rest),
    )


def _joining(first: Mention, other: Mention, common: Mapping[str, Pairing], decided: Decided) -> Joining:
    """Say why two names are one body: a person, their place and field, or the lists that name both."""
    score, reason = 1.0, "field"
    if decided.of(other.id, [first.id]):
        reason = "person"
    elif first.key != other.key:
        votes = [common[m.key].votes for m in (first, other) if m.key in common]
        score, reason = 1 - 0.5 / max(votes, default=1), "twin lists"
    return Joining(first=first.id, other=other.id, score=round(score, 3), reason=reason)


def _fullest(names: set[str]) -> str | None:
    return max(names, key=lambda n: (len(n), n), default=None)
