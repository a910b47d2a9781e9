"""From mentions to bodies: all names with one key are one body."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.records import make_id
from kb.organisations.names import UNKNOWN, name_key
from kb.organisations.pairing import paired_keys
from kb.records import Bilingual, Organisation

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    Twins = tuple[Sequence["Mention"], Sequence["Mention"]]


@dataclass(frozen=True, slots=True)
class Mention:
    """A body as one work names it, in any of its versions; `locality` is the place of the plan, "上海"."""

    name: str
    language: str
    work: str
    locality: str | None = None


@dataclass(frozen=True, slots=True)
class Bodies:
    """The bodies that were found behind the mentions, and which mention is whose."""

    organisations: tuple[Organisation, ...]
    ids: Mapping[Mention, str]

    def of(self, mention: Mention) -> str:
        """Return the id of the body that `mention` names; a mention that was not resolved is a KeyError."""
        return self.ids[mention]


def resolve(mentions: Iterable[Mention], twins: Iterable[Twins] = ()) -> Bodies:
    """Return the bodies behind the mentions, in whatever order these come.

    Args:
        mentions: every name with its language, work and place.
        twins: lists that name the same bodies in two languages: one task in a plan and its translation.

    """
    common = paired_keys(([_key(m) for m in one], [_key(m) for m in other]) for one, other in twins)
    ids: dict[Mention, str] = {}
    names: dict[str, dict[str, set[str]]] = {}
    for mention in mentions:
        key = _key(mention)
        body = ids[mention] = make_id("org", common.get(key, key))
        names.setdefault(body, {}).setdefault(mention.language, set()).add(mention.name)
    return Bodies(tuple(_organisation(body, names[body]) for body in sorted(names)), ids)


def _key(mention: Mention) -> str:
    """Return the key of a mention; where the place is not known the work stands for it."""
    key = name_key(mention.name, mention.language, mention.locality) or mention.name
    return f"{mention.work}{key}" if key.startswith(UNKNOWN) else key


def _organisation(identity: str, names: Mapping[str, set[str]]) -> Organisation:
    """Return the body with its fullest name in each language; the others are its aliases."""
    zh, en = (_fullest(names.get(language, set())) for language in ("zh", "en"))
    others = {n for known in names.values() for n in known} - {zh, en}
    return Organisation(id=identity, name=Bilingual(zh=zh, en=en), aliases=tuple(sorted(others)))


def _fullest(names: set[str]) -> str | None:
    return max(names, key=lambda n: (len(n), n), default=None)
