"""The tree of an HTML page with the place of every element and run of text in the page's source.

The parser forgives everything, in linear time: each character is looked at a bounded number of times,
whatever is left open or closed twice.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

from corpus.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

TAG = re.compile(
    r"""<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9:_-]{0,30})
    (?P<rest>(?:[^<>"']|"[^"]{0,20000}"|'[^']{0,20000}'|["'](?=[\s>/]))*+)>""",
    re.VERBOSE,
)
BROKEN_TAG = re.compile(
    r"</?[a-zA-Z][^<>]{0,2000}>|<[!?][^<>]{0,2000}>"
)  # <a title="x>, <!DOCTYPE …>, <?xml …>
ATTRIBUTE = re.compile(r"""([a-zA-Z_:@][\w:.-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")

VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
RAW = frozenset("script style noscript textarea template iframe svg title xmp object".split())
BLOCK = frozenset(
    """address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption
    figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table
    tbody tfoot thead tr td th ul""".split()
)
# An element that, when it opens, ends the ones left open before it.
ENDS = {
    "li": ("li",),
    "dt": ("dt", "dd"),
    "dd": ("dt", "dd"),
    "tr": ("td", "th", "tr"),
    "td": ("td", "th"),
    "th": ("td", "th"),
    "option": ("option",),
}
# What an end tag does not reach across: a stray </div> in a cell closes nothing outside the cell.
WALLS = {
    "table": (),
    **dict.fromkeys(("tbody", "thead", "tfoot", "tr", "td", "th"), ("table",)),
    **dict.fromkeys(("li", "dt", "dd"), ("ul", "ol", "dl", "td", "th", "table")),
}
CELL = ("td", "th", "table")


@dataclass(slots=True)
class Node:
    """An element: its name, its attributes, the number of its parent; 0 is the page itself."""

    tag: str
    parent: int
    attributes: Mapping[str, str] = field(default_factory=dict)


class Token(NamedTuple):
    """A piece of the source: a run of text in the element `node`, or (`text` false) markup."""

    start: int
    end: int
    node: int
    text: bool


@dataclass(frozen=True, slots=True)
class Tree:
    """A page: its elements with parents before children, its tokens in order, and raw elements by name."""

    nodes: tuple[Node, ...]
    tokens: tuple[Token, ...]
    raw: Mapping[str, tuple[Span, ...]]


def parse(source: str) -> Tree:
    """Read `source` as HTML."""
    return _Parser(source).run()


class _Parser:
    """One pass over the source with a stack of what is open."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.nodes = [Node("html", 0)]
        self.open = [0]
        self.depths: dict[str, list[int]] = defaultdict(list)  # where in the stack elements of a name stand
        self.tokens: list[Token] = []
        self.raw: dict[str, list[Span]] = defaultdict(list)
        self.unclosed: set[str] = set()  # raw elements and comments known to have no end any more

    def run(self) -> Tree:
        """Walk from one "<" to the next."""
        at = 0
        while (mark := self.source.find("<", at)) >= 0:
            self.add(at, mark, text=True)
            at = self.markup(mark)
        self.add(at, len(self.source), text=True)
        return Tree(tuple(self.nodes), tuple(self.tokens), {k: tuple(v) for k, v in self.raw.items()})

    def add(self, start: int, end: int, *, text: bool) -> None:
        """Note a token in the element that is open."""
        if start < end:
            self.tokens.append(Token(start, end, self.open[-1], text))

    def markup(self, mark: int) -> int:
        """Read what begins at the "<" at `mark` and return where it ends."""
        if self.source.startswith("<!--", mark):
            end = self.past("-->", mark + 4) or mark + 4
            self.add(mark, end, text=False)
            return end
        tag = TAG.match(self.source, mark)
        if tag is None:
            broken = BROKEN_TAG.match(self.source, mark)
            end = broken.end() if broken else mark + 1
            self.add(mark, end, text=not broken)
            return end
        name = tag["name"].lower()
        if tag["close"]:
            self.add(*tag.span(), text=False)
            self.close(name)
            return tag.end()
        return self.start(name, tag)

    def past(self, what: str, at: int) -> int | None:
        """Return where the next `what` ends; each is looked for in vain once only."""
        if what in self.unclosed:
            return None
        found = self.source.find(what, at)
        if found < 0:
            self.unclosed.add(what)
            return None
        return found + len(what)

    def start(self, name: str, tag: re.Match[str]) -> int:
        """Open an element; a raw one is passed over up to its end."""
        for other in ENDS.get(name, ()):
            self.close(other)
        if name in BLOCK and name != "br" and self.depths["p"]:
            self.close("p")
        self.nodes.append(Node(name, self.open[-1], read_attributes(tag["rest"])))
        number = len(self.nodes) - 1
        end = tag.end()
        if name in RAW and not tag["rest"].endswith("/"):
            end = self.skip(name, end)
        elif name not in VOID and not tag["rest"].endswith("/"):
            self.depths[name].append(len(self.open))
            self.open.append(number)
            self.tokens.append(Token(tag.start(), end, number, text=False))
            return end
        self.tokens.append(Token(tag.start(), end, number, text=False))
        return end

    def skip(self, name: str, at: int) -> int:
        """Return where the end tag of the raw element that began before `at` ends; `at` if there is none."""
        if name in self.unclosed:
            return at
        end = re.compile(rf"</{name}[^>]{{0,200}}>", re.IGNORECASE).search(self.source, at)
        if end is None:
            self.unclosed.add(name)
            return at
        if at < end.start():
            self.raw[name].append(Span(at, end.start()))
        return end.end()

    def close(self, name: str) -> None:
        """Close the innermost element of that name and what is open in it, but nothing outside a cell."""
        depths = self.depths[name]
        if not depths or name in ("html", "body"):
            return
        walls = (self.depths[wall][-1] for wall in WALLS.get(name, CELL) if self.depths[wall])
        if depths[-1] < max(walls, default=0):
            return
        while len(self.open) > depths[-1] + 1:
            self.depths[self.nodes[self.open.pop()].tag].pop()
        self.open.pop()
        depths.pop()


def read_attributes(rest: str) -> dict[str, str]:
    """Return the attributes of a start tag; the first of a name counts."""
    found: dict[str, str] = {}
    for name, *values in _pairs(rest):
        found.setdefault(name, unescape(next(filter(None, values), "")))
    return found


def _pairs(rest: str) -> Iterator[tuple[str, ...]]:
    for match in ATTRIBUTE.finditer(rest[:20_000]):
        yield match[1].lower(), match[2], match[3], match[4]
