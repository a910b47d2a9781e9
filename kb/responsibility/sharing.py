"""Names that share a word.

浦东新区、徐汇区、闵行区人民政府 are three governments, and so are Xuhui and Minhang District Governments; the
Departments of Finance and Commerce are two. The span of a name that was completed holds the word it shares.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.text import Span
from kb.organisations.names import is_known, name_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kb.responsibility.units import Unit

_LEVEL = "新[区區]|自治[县縣]|自治州|[省市区區县縣州盟旗]"
_GOVERNED = re.compile(
    rf"[^\W\d_]{{2,8}}?(?P<level>{_LEVEL})(?P<ending>(?:人民)?政府|管(?:理)?委(?:员)?会|党工委)$"
)
_MANAGED = re.compile(r"[^\W\d_]{2,8}?(?P<ending>(?:行政)?(?:主管|管理|监管)?部[门門])$")
_PLACE = re.compile(rf"[^\W\d_]{{2,7}}(?:{_LEVEL})")
_BARE_PLACE = re.compile(r"(?![市省区县州各本团])[^\W\d_]{2,3}(?<![局委部厅办院会署处所站社联协司行团])")
# Zones have no government; what runs them is a committee.
_ZONE = re.compile(r"(?:开发|高新|经开|园|功能|保税|示范|合作|度假|实验|自贸|试验|景|新城|港)[区區]$")
_COMMITTEE = "委会"

_EN_LEVEL = "New Area|District|County|City|Municipal|Prefecture|Provincial"
_EN_PLACE = r"[A-Z][\w'’-]+(?:\s(?!New)[A-Z][\w'’-]+)?"
_EN_GOVERNED = re.compile(
    rf"(?P<names>(?:{_EN_PLACE}(?:\s(?:{_EN_LEVEL}))?(?:,\s|,?\sand\s))*{_EN_PLACE})\s"
    rf"(?P<level>{_EN_LEVEL})\s(?P<ending>(?:People['’]s\s)?Government)s"
)
_EN_PLACED = re.compile(rf"{_EN_PLACE}\s(?P<level>{_EN_LEVEL})")
_EN_GOVERNING = re.compile(
    r"(?P<head>(?:[Pp]eople['’]s\s)?[Gg]overnment)s(?P<rest>\sof\s(?:the\s)?(?=[A-Z]).+)"
)
_EN_HEADS = re.compile(
    r"(?P<level>.*?)(?P<head>Ministr|Department|Bureau|Commission)(?:ie)?s\sof\s(?:the\s)?"
)
_EN_JOINT = re.compile(r",?\sand\s|,\s")


def with_shared_endings(units: Iterable[Unit]) -> list[Unit]:
    """Return the Chinese units of one list, with the ending of the last of a row given to those before it."""
    found: list[Unit] = []
    last: Unit | None = None  # the one whose ending those before it share
    for unit in reversed(list(units)):
        whole = _completed(unit, last) if last and unit.role == last.role else None
        if last and whole:
            found.append(replace(unit, name=whole, span=Span(unit.span.start, last.span.end)))
            continue
        last = unit if _GOVERNED.fullmatch(unit.name) or _MANAGED.fullmatch(unit.name) else None
        found.append(unit)
    return found[::-1]


def _completed(unit: Unit, last: Unit) -> str | None:
    """Return the name with the ending it shares with `last`, None where it needs none."""
    if governed := _GOVERNED.fullmatch(last.name):
        ending = governed["ending"]
        if _PLACE.fullmatch(unit.name):
            zone = _ZONE.search(unit.name) and not ending.endswith(_COMMITTEE)
            return None if zone else unit.name + ending
        return unit.name + governed["level"] + ending if _BARE_PLACE.fullmatch(unit.name) else None
    managed = _MANAGED.fullmatch(last.name)
    if not managed or _is_body(unit.name):
        return None
    whole = unit.name + managed["ending"]
    return whole if _is_body(whole) else None


def _is_body(name: str) -> bool:
    return is_known(name_key(name, "zh", None) or "")


def with_shared_heads(units: Iterable[Unit]) -> list[Unit]:
    """Return the English units of one list, each plural (Departments of …) as its members."""
    found: list[Unit] = []
    governing: Unit | None = None  # "people's governments of A": what follows may be more of its places
    for unit in units:
        if match := _EN_GOVERNING.fullmatch(unit.name):
            governing = unit
            found.append(replace(unit, name=match["head"] + match["rest"]))
        elif governing and _EN_PLACED.fullmatch(unit.name):
            head = _EN_GOVERNING.sub(r"\g<head>", governing.name)
            found.append(
                replace(unit, name=f"{head} of {unit.name}", span=Span(governing.span.start, unit.span.end))
            )
        elif match := _EN_GOVERNED.fullmatch(unit.name):
            found = [*_led_up_to(found, unit, match["ending"]), *_governments(unit, match)]
        else:
            governing = None
            found += _departments(unit)
    return found


def _led_up_to(found: list[Unit], last: Unit, ending: str) -> Iterator[Unit]:
    """Yield the units with the government of the last given to the places right before it."""
    first = len(found)
    while first and _EN_PLACED.fullmatch(found[first - 1].name):
        first -= 1
    yield from found[:first]
    for unit in found[first:]:
        yield replace(unit, name=f"{unit.name} {ending}", span=Span(unit.span.start, last.span.end))


def _governments(unit: Unit, match: re.Match[str]) -> Iterator[Unit]:
    """Yield each of "Xuhui and Minhang District Governments"."""
    for name in _EN_JOINT.split(match["names"]):
        placed = name if _EN_PLACED.fullmatch(name) else f"{name} {match['level']}"
        yield replace(unit, name=f"{placed} {match['ending']}")


def _departments(unit: Unit) -> Iterator[Unit]:
    """Yield each of "the Departments of Finance and Commerce", as far as their fields are known."""
    match = _EN_HEADS.match(unit.name)
    if not match:
        yield unit
        return
    head = match["level"] + ("Ministry" if match["head"] == "Ministr" else match["head"]) + " of "
    rest = unit.name[match.end() :]
    while rest:
        stops = [m.start() for m in _EN_JOINT.finditer(rest)] + [len(rest)]
        known = [s for s in stops if is_known(name_key(head + rest[:s], "en", None) or "")]
        stop = max(known, default=stops[0])
        yield replace(unit, name=head + rest[:stop])
        rest = _EN_JOINT.sub("", rest[stop:], count=1)
