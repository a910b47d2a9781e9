"""The styles of a Word document, as far as they bear on what can be read: numbers and hidden text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ingest.formats.archives import Element

OFF: Final = frozenset({"0", "false", "off", "none"})
LONGEST_CHAIN: Final = 20  # styles that stand on each other
WHITE: Final = frozenset({"ffffff", "fefefe"})
SMALLEST: Final = 4  # half points


@dataclass(frozen=True, slots=True)
class Number:
    """The list and the level that a paragraph is an item of."""

    list: str
    level: int


class Styles:
    """What the named styles of a document say."""

    def __init__(self, root: Element | None) -> None:
        self.named = {style.get("styleId"): style for style in root.each("style")} if root else {}

    def number(self, paragraph: Element) -> Number | None:
        """Return of which list a paragraph is an item, by itself or by its style."""
        own = paragraph.first("pPr", "numPr")
        level = _level(own)
        for holder in (own, *(style.first("pPr", "numPr") for style in self._chain(_style(paragraph, "p")))):
            identity = holder.first("numId") if holder else None
            if identity is not None:
                number = identity.get("val") or ""
                found = level if level is not None else (_level(holder) or 0)
                return Number(number, found) if number != "0" else None
        return None

    def name(self, paragraph: Element) -> str:
        """Return the name of a paragraph's style, which is English in every version of Word."""
        style = self.named.get(_style(paragraph, "p"))
        name = style.first("name") if style else None
        return ((name.get("val") if name else None) or "").lower()

    def is_hidden(self, run: Element, paragraph: Element) -> bool:
        """Whether the text of a run is not printed: hidden, too small to see, or white on white."""
        look: dict[str, str] = {}
        for properties in self._looks(run, paragraph):
            for name in ("vanish", "webHidden", "specVanish", "color", "shd", "highlight", "sz"):
                if (found := properties.first(name)) is not None:
                    look.setdefault(name, (found.get("fill" if name == "shd" else "val") or "on").lower())
        if any(look.get(name, "off") not in OFF for name in ("vanish", "webHidden", "specVanish")):
            return True
        size = look.get("sz", "")
        shaded = not {look.get("shd", "auto"), look.get("highlight", "none")} <= {"auto", "none", *WHITE}
        small = size.isdecimal() and int(size) < SMALLEST
        return small or (look.get("color") in WHITE and not shaded)

    def _looks(self, run: Element, paragraph: Element) -> Iterator[Element]:
        """Yield the properties of a run, the nearest first."""
        if (own := run.opening("rPr")) is not None:
            yield own
        for style in (*self._chain(_style(run, "r")), *self._chain(_style(paragraph, "p"))):
            if (properties := style.first("rPr")) is not None:
                yield properties
        if (around := paragraph.opening("pPr")) is not None:
            yield around  # its shading is the ground of the run

    def _chain(self, name: str | None) -> Iterator[Element]:
        """Yield a style and those that it is based on."""
        for _ in range(LONGEST_CHAIN):
            style = self.named.get(name)
            if style is None:
                return
            yield style
            base = style.first("basedOn")
            name = base.get("val") if base else None


def _style(element: Element, kind: str) -> str | None:
    """Return the name of an element's style."""
    properties = element.opening(f"{kind}Pr")
    style = properties.first(f"{kind}Style") if properties else None
    return style.get("val") if style else None


def _level(holder: Element | None) -> int | None:
    level = holder.first("ilvl") if holder else None
    text = (level.get("val") or "") if level else ""
    return int(text) if text.isdecimal() and len(text) < 3 else None
