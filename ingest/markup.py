"""HTML as edits on its source: what is deleted, which breaks remain, which characters entities stand for."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from html import unescape
from typing import TYPE_CHECKING

from corpus.text import Edit
from ingest.bylines import read_byline
from ingest.declared import declared
from ingest.hiding import unseen
from ingest.lines import Place
from ingest.tags import BLOCK, VOID, Node, Tree

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from corpus.records import Evidence

# A text run is cut at entities and white space; everything else is kept as it is.
PIECE = re.compile(
    r"(?P<entity>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?)"
    r"|(?P<space>[\s\u3000\u200b\ufeff]+)|[^&\s\u3000\u200b\ufeff]+|&"
)
INVISIBLE = "\u200b\ufeff"
SKIPPED = frozenset(
    "head script style noscript textarea template iframe svg title xmp object select button".split()
)
# Names that Chinese official sites and the large platforms give to the article's text.
BODY = re.compile(
    r"\b(?:TRS_\w+|trs_editor\w*|UCAP-CONTENT|zoom|pages_content|article[-_]?(?:con|content|body|text)\w*|zhengwen|ivs_content|js_content"
    r"|content_?text|news_?content|con_?text|mainText|xl_?content|detail[-_]content|rich_media_content|post[-_]content|entry[-_]content)\b",
    re.IGNORECASE,
)
MAX_CELL = 400  # a table with a longer cell lays the page out
LONG_CELL, MOST_TEXT = 120, 0.8  # so does one with nearly all of its text in a cell that is not short
HAN_BEFORE = re.compile(r"[㐀-鿿，。；：、）》”]$")

NOTHING, SPACE, TAB, BREAK = range(4)
AFTER = ("", " ", "\t", "\n")


@dataclass(frozen=True, slots=True)
class Page:
    """A source ready to become text.

    Args:
        reader: "html", "markdown", "plain", or the name of a format of files.
        edits: what turns the source into lines.
        places: where on the page each line stood, in order; none for plain text.
        parents: for each element of the page the number of its parent.
        meta: what the page says about itself, see `ingest.declared`.
        pages: where in the source each page begins, of paper or of the web; none for a source of one page.

    """

    reader: str
    edits: tuple[Edit, ...] = ()
    places: tuple[Place, ...] = ()
    parents: tuple[int, ...] = ()
    meta: Mapping[str, Evidence] = field(default_factory=dict)
    pages: tuple[int, ...] = ()


def read_html(source: str, tree: Tree) -> Page:
    """Read `source`, of which `tree` is the tree, as an HTML page."""
    writer = _Writer(source, tree)
    writer.run()
    return Page(
        reader="html",
        edits=tuple(writer.edits),
        places=tuple(writer.places),
        parents=tuple(node.parent for node in tree.nodes),
        meta=declared(source, tree),
    )


class _Writer:
    """Goes over the tokens once and writes edits and places."""

    def __init__(self, source: str, tree: Tree) -> None:
        self.source = source
        self.tree = tree
        self.edits: list[Edit] = []
        self.places: list[Place] = []
        self.unseen = _unseen(source, tree)
        self.blocks = _nearest(tree, BLOCK - {"br"})
        self.links = _nearest(tree, frozenset("a"))
        self.kept = _nearest(tree, frozenset({"pre"}))
        self.cells = _data_cells(tree)
        self.names = _names(tree)
        self.gap: tuple[int, int] | None = None  # what is being deleted: from where, and the break it leaves
        self.line: tuple[int, int] | None = (
            None  # where the line that is being written starts, in which element
        )
        self.last = ""  # the character written last
        self.inked = self.linked = 0
        self.words: list[str] = []  # of the line that is being written
        self.seams: list[int] = []  # which of the edits join two of its inline elements without a space

    def run(self) -> None:
        """Write all tokens."""
        before = 0
        for token in self.tree.tokens:
            if token.text and not self.unseen[token.node]:
                self.write(token.start, token.end, token.node)
            else:
                self.skip(token.start, NOTHING if self.unseen[token.node] else self.rank(token.node, before))
            before = token.node
        self.settle(len(self.source), BREAK)
        if self.gap:
            self.edits.append(Edit(self.gap[0], len(self.source), "", "markup"))

    def rank(self, node: int, before: int) -> int:
        """Return the break that this piece of markup leaves."""
        tags = {self.tree.nodes[node].tag}
        if tags & {"td", "th"} and self.cells[node]:
            return TAB
        if not tags & BLOCK:
            return NOTHING
        inside = self.cells[node] or (self.cells[before] and self.tree.nodes[node].tag not in ("tr", "table"))
        return SPACE if inside else BREAK

    def skip(self, start: int, rank: int) -> None:
        """Delete from `start` on, and leave a break of at least `rank`."""
        self.gap = (self.gap[0], max(self.gap[1], rank)) if self.gap else (start, rank)

    def settle(self, at: int, least: int = NOTHING) -> None:
        """End the deletion at `at`, where the next visible character stands."""
        rank = max(self.gap[1] if self.gap else NOTHING, least)
        if rank == BREAK and self.line:
            self.end_line()
        if self.gap is None or at == len(self.source):
            return
        start = self.gap[0]
        after = AFTER[rank] if self.last else ""
        if self.line and not after:
            self.seams.append(len(self.edits))
            self.words.append(" ")
        if self.source[start:at] != after:
            self.edits.append(Edit(start, at, after, "markup"))
        self.gap = None

    def end_line(self) -> None:
        """Note where the line that ends here stood."""
        assert self.line
        start, node = self.line
        block = self.blocks[node]
        share = self.linked / max(self.inked, 1)
        self.places.append(Place(start, block, self.tree.nodes[block].tag, self.names[node], share))
        if self.seams and (byline := read_byline("".join(self.words))) and byline.pure:
            for seam in self.seams:  # its elements are fields: <a>某某日报</a><i>浙江</i>
                self.edits[seam] = replace(self.edits[seam], after=" ")
        self.line, self.inked, self.linked, self.words, self.seams = None, 0, 0, [], []

    def write(self, start: int, end: int, node: int) -> None:
        """Write a run of text."""
        for piece in PIECE.finditer(self.source, start, end):
            words = unescape(piece[0]) if piece["entity"] else piece[0]
            if not words.strip(INVISIBLE) or words.strip(INVISIBLE).isspace():
                broken = self.kept[node] and "\n" in words
                self.skip(piece.start(), BREAK if broken else self.blank(words))
                continue
            self.settle(piece.start())
            self.line = self.line or (piece.start(), node)
            if words != piece[0]:
                self.edits.append(Edit(*piece.span(), words, "entity"))
            self.inked += len(words)
            self.words.append(words)
            self.linked += len(words) if self.links[node] else 0
            self.last = words[-1]

    def blank(self, words: str) -> int:
        """Return what white space leaves: none between Chinese characters where only the source line ends."""
        if not words.strip(INVISIBLE) or ("\n" in words and HAN_BEFORE.match(self.last)):
            return NOTHING
        return SPACE


def _nearest(tree: Tree, tags: frozenset[str]) -> list[int]:
    """Return for each element the nearest one around it (or itself) with one of `tags`; 0 is none."""
    found = [0] * len(tree.nodes)
    for number, node in enumerate(tree.nodes[1:], 1):
        found[number] = number if node.tag in tags else found[node.parent]
    return found


def _names(tree: Tree) -> list[str]:
    """Return for each element its ids and classes behind those of the four elements around it."""
    own: list[list[str]] = []
    names: list[str] = []
    for node in tree.nodes:
        if node.tag in VOID:  # holds no line; pages have many
            own.append([])
            names.append("")
            continue
        own.append([*(own[node.parent][-4:] if own else []), _own_name(node)])
        names.append(" / ".join(own[-1]))
    return names


def _own_name(node: Node) -> str:
    return f"{node.tag} {node.attributes.get('id', '')} {node.attributes.get('class', '')}".strip()[:200]


def _unseen(source: str, tree: Tree) -> list[bool]:
    """Return for each element whether nothing of it is text that a reader of the page sees."""
    hidden = unseen(source, tree, BODY)
    for number, node in enumerate(tree.nodes[1:], 1):
        hidden[number] = hidden[number] or hidden[node.parent] or node.tag in SKIPPED
    return hidden


def _data_cells(tree: Tree) -> list[bool]:
    """Return for each element whether it is, or is inside, a cell of a table that holds data."""
    tables = _nearest(tree, frozenset({"table"}))
    rows = _nearest(tree, frozenset({"tr"}))
    cells = _nearest(tree, frozenset({"td", "th"}))
    layout = {tables[node.parent] for node in tree.nodes[1:] if node.tag == "table"}
    layout |= _laid_out(tree, tables, cells)
    width: dict[int, int] = {}
    for number, node in enumerate(tree.nodes):
        if node.tag in ("td", "th"):
            width[rows[number]] = width.get(rows[number], 0) + 1
    wide = {tables[row] for row, count in width.items() if count > 1}
    return [bool(cell) and tables[cell] in wide and tables[cell] not in layout for cell in cells]


def _laid_out(tree: Tree, tables: Sequence[int], cells: Sequence[int]) -> set[int]:
    """Return the tables that lay out the page: one cell is very long, or holds nearly all of their text."""
    held: dict[int, int] = {}
    whole: dict[int, int] = {}
    for token in tree.tokens:
        if token.text and (cell := cells[token.node]):
            length = token.end - token.start
            held[cell] = held.get(cell, 0) + length
            whole[tables[cell]] = whole.get(tables[cell], 0) + length
    return {
        tables[cell]
        for cell, length in held.items()
        if length > MAX_CELL or (length > LONG_CELL and length > MOST_TEXT * whole[tables[cell]])
    }
