"""What the reader of a page does not see: text hidden by attributes, by styles, or by its colour.

Hidden text is no part of an article; some of it is put there for machines, to lead a language model astray.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ingest.tags import Node, Tree

DECLARATION = re.compile(r"([a-zA-Z-]{2,30})\s*:\s*([^;]{1,300})")
COMPOUND = re.compile(r"(?P<tag>[a-z][\w-]{0,30})?\*?(?P<marks>(?:[.#][\w-]{1,60}){0,6})", re.IGNORECASE)
STEP = re.compile(r"[\s>]+")
ALWAYS = re.compile(r"@(?:media\s+(?:screen|all)|supports\b|layer\b)[^()]*$", re.IGNORECASE)
NIL = r"[+-]?(?:0*\.0*|0+)(?:\.0+)?(?:px|pt|em|rem|%|vh|vw)?"
# Values of a property that hide the element, whatever else is said of it.
HIDING = {
    "display": re.compile(r"none"),
    "visibility": re.compile(r"hidden|collapse"),
    "content-visibility": re.compile(r"hidden"),
    "opacity": re.compile(r"0*\.?0?0*%?"),
    "filter": re.compile(rf".*opacity\({NIL}\).*"),
    "font-size": re.compile(rf"{NIL}|(?:1|0?\.\d+)p[xt]|0?\.[01]\d*r?em"),
    "color": re.compile(
        r"transparent|(?:rgba|hsla)\(.*[,/]\s*(?:0|0?\.0+|0%)\s*\)|#[0-9a-f]{6}00|#[0-9a-f]{3}0"
    ),
    "text-indent": re.compile(r"-(?:\d{3,}(?:px|pt)?|\d{2,}(?:r?em|%|vw)).*"),
    "clip": re.compile(r"rect\(\s*([01])(?:px)?(?:[\s,]+\1(?:px)?){3}\s*\)"),
    "clip-path": re.compile(r"inset\(\s*(?:[5-9]\d|100)%.*|(?:circle|ellipse)\(\s*0.*"),
    "transform": re.compile(
        r".*(?:scale[xy3d]*\(\s*0[\s,)]|translate[xy3d]*\(\s*-(?:\d{4,}px|\d{3,}(?:%|vw))).*"
    ),
}
AWAY = re.compile(r"-(?:\d{4,}(?:px|pt)?|\d{3,}(?:r?em|%|vw|vh))")
MOVING = ("left", "top", "right", "bottom", "margin-left", "margin-top")
SIZES = ("height", "max-height", "width", "max-width")
SHOWING = frozenset({"display", "visibility", "opacity", *SIZES})
NOTHING = re.compile(NIL)
PICTURE = re.compile(r"url\(|gradient\(")
MOST = 60  # rules on one name; honest sheets have a few
HIGHEST = 30  # elements around one are asked whether a selector means it
WHITE = "#fff"
COLOURS = {"white": WHITE, "#ffffff": WHITE, "rgb(255,255,255)": WHITE, "black": "#000", "#000000": "#000"}


@dataclass(frozen=True, slots=True)
class Compound:
    """One step of a selector, `p.note#x`: a tag, if it names one, and the classes and ids."""

    tag: str
    marks: frozenset[str]

    def fits(self, node: Node) -> bool:
        """Whether the step means the element."""
        return (not self.tag or self.tag == node.tag) and self.marks <= marks_of(node)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of a style sheet that hides or shows what its steps lead to, the innermost step last."""

    steps: tuple[Compound, ...]
    hides: bool
    order: int

    @property
    def weight(self) -> tuple[int, int]:
        """Which of two rules counts: the one that asks for more, else the later one."""
        return sum(len(step.marks) + bool(step.tag) for step in self.steps), self.order


Steps = tuple[Compound, ...]
Rules = Mapping[str, Mapping[Steps, Rule]]


def unseen(source: str, tree: Tree, excused: re.Pattern[str]) -> list[bool]:
    """Return for each element whether it is hidden, itself or with one around it.

    An element whose id or class is `excused` is taken as shown: scripts hide an article until it is laid out.
    """
    rules = _rules("".join(span.cut(source) for span in tree.raw.get("style", ())))
    hidden = [False] * len(tree.nodes)
    backdrops: list[str | None] = [WHITE] * len(tree.nodes)
    for number, node in enumerate(tree.nodes[1:], 1):
        if not (node.attributes or rules or node.tag == "dialog"):
            hidden[number], backdrops[number] = hidden[node.parent], backdrops[node.parent]
            continue
        style = styled(node.attributes.get("style", ""))
        backdrops[number] = _backdrop(node, style, backdrops[node.parent])
        own = (
            _is_marked(node, style)
            or _colour(node, style) == (backdrops[number] or "")
            or ("display" not in style and _is_ruled(tree.nodes, number, rules))
        )
        hidden[number] = hidden[node.parent] or (own and not excused.search(_name(node)))
    return hidden


def marks_of(node: Node) -> frozenset[str]:
    """Return the classes and the id of an element as selectors write them."""
    return _marks(node.attributes.get("class", ""), node.attributes.get("id", ""))


@lru_cache(maxsize=1 << 12)
def _marks(classes: str, name: str) -> frozenset[str]:
    return frozenset([*(f".{word}" for word in classes.split()), *([f"#{name.strip()}"] if name else ())])


@lru_cache(maxsize=1 << 12)
def styled(style: str) -> Mapping[str, str]:
    """Return the declarations of a style, in lower case, the last of a property."""
    found = DECLARATION.findall(style[:4000].lower())
    return {name: value.replace("!important", "").strip() for name, value in found}


def hides(style: Mapping[str, str]) -> bool:
    """Whether a style leaves nothing of its element to be seen."""
    return (
        any(name in style and pattern.fullmatch(style[name]) for name, pattern in HIDING.items())
        or any(AWAY.match(style.get(name, "")) for name in MOVING)
        or ("hidden" in style.get("overflow", "") and any(NOTHING.fullmatch(style.get(n, "")) for n in SIZES))
    )


def _name(node: Node) -> str:
    return f"{node.attributes.get('id', '')} {node.attributes.get('class', '')}"


def _is_marked(node: Node, style: Mapping[str, str]) -> bool:
    """Whether the element says of itself that it is hidden."""
    attributes = node.attributes
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or (node.tag == "dialog" and "open" not in attributes)
        or (bool(style) and hides(style))
    )


def _colour(node: Node, style: Mapping[str, str]) -> str | None:
    """Return the colour of an element's own text, if it names one."""
    said = style.get("color") or (node.attributes.get("color", "").lower() if node.tag == "font" else "")
    return COLOURS.get(said.replace(" ", ""), said) if said else None


def _backdrop(node: Node, style: Mapping[str, str], around: str | None) -> str | None:
    """Return the colour behind an element, None where that is a picture."""
    said = (
        style.get("background-color") or style.get("background") or node.attributes.get("bgcolor", "").lower()
    )
    if "background" in node.attributes or "background-image" in style or PICTURE.search(said):
        return None
    first = said.replace(", ", ",").partition(" ")[0]
    return around if first in ("", "none", "transparent", "inherit") else COLOURS.get(first, first)


def _is_ruled(nodes: Sequence[Node], number: int, rules: Rules) -> bool:
    """Whether the style sheet hides an element: the weightiest of the rules that mean it says so."""
    if not rules:
        return False
    node = nodes[number]
    meant = [
        rule
        for key in (node.tag, *marks_of(node))
        for rule in rules.get(key, {}).values()
        if rule.steps[-1].fits(node) and _are_around(nodes, number, rule.steps[:-1])
    ]
    return bool(meant) and max(meant, key=lambda rule: rule.weight).hides


def _are_around(nodes: Sequence[Node], number: int, steps: Sequence[Compound]) -> bool:
    """Whether elements that the steps mean stand around one, in their order."""
    left = list(steps)
    for node in islice(_ancestors(nodes, number), HIGHEST):
        if left and left[-1].fits(node):
            left.pop()
    return not left


def _ancestors(nodes: Sequence[Node], number: int) -> Iterator[Node]:
    while number:
        number = nodes[number].parent
        yield nodes[number]


def _rules(sheet: str) -> Rules:
    """Return the rules that hide or show, by a class, an id or else the tag of their last step."""
    found: dict[str, dict[Steps, Rule]] = defaultdict(dict)
    for order, (selectors, body) in enumerate(_blocks(sheet)):
        style = styled(body)
        hiding = hides(style)
        if not hiding and SHOWING.isdisjoint(style):
            continue
        for steps in filter(None, map(_steps, selectors.split(",")[:MOST])):
            held = found[min(steps[-1].marks, default=steps[-1].tag)]
            if steps in held or len(held) < MOST:
                held[steps] = Rule(steps, hiding, order)
    return found if any(rule.hides for held in found.values() for rule in held.values()) else {}


def _steps(selector: str) -> Steps:
    """Return the steps of a selector, none where it asks for neighbours, states or attributes."""
    steps = []
    for step in STEP.split(selector.strip()):
        if not step or not (compound := COMPOUND.fullmatch(step)):
            return ()
        marks = frozenset(re.findall(r"[.#][\w-]+", compound["marks"]))
        steps.append(Compound((compound["tag"] or "").lower(), marks))
    return tuple(steps)


def _blocks(sheet: str) -> Iterator[tuple[str, str]]:
    """Yield selectors and declarations of the rules that hold on a screen of any size."""
    bare = "".join(piece.partition("/*")[0] for piece in sheet.split("*/")).replace("<!--", " ")
    conditional = False
    for chunk in bare.split("}"):
        head, brace, body = chunk.rpartition("{")
        if not brace:  # the end of a block of rules
            conditional = False
            continue
        outer, nested, selectors = head.rpartition("{")
        if nested:
            conditional = not ALWAYS.search(outer.strip())
        if not conditional:
            yield selectors.rpartition(";")[2], body
