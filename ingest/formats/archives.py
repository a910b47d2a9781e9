"""Packages of XML (DOCX, XLSX, OFD): unpacked within limits, parsed without entities.

A few kilobytes of ZIP can hold gigabytes, a few lines of XML can define them. So every member is read up to
a limit, and a document type, which no honest package has, ends the reading.
"""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from typing import TYPE_CHECKING
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

from corpus.errors import UnreadableFile

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST_MEMBER = 48 << 20  # bytes of one part; the XML of a thousand pages has a fourth of this
LARGEST_PACKAGE = 160 << 20  # bytes of all parts that are read
MOST_MEMBERS = 20_000
DEEPEST = 200  # elements inside each other
OPENING = 3  # children among which the properties of an element stand; a paragraph may have a million more
BROKEN = (BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, RuntimeError, OSError)


class Package:
    """A ZIP file whose parts are XML."""

    def __init__(self, data: bytes) -> None:
        try:
            self.archive = ZipFile(BytesIO(data))
        except (*BROKEN, ValueError) as error:
            raise _damaged(error) from error
        self.members = frozenset(self.archive.namelist())
        if len(self.members) > MOST_MEMBERS:
            raise UnreadableFile(f"the package holds {len(self.members)} files", hint="no document does")
        self.room = LARGEST_PACKAGE

    def xml(self, member: str) -> Element:
        """Return the tree of a part; raises UnreadableFile."""
        return parse_xml(self.read(member), member)

    def read(self, member: str) -> bytes:
        """Return a part; raises UnreadableFile if it is missing, damaged or too large."""
        limit = min(LARGEST_MEMBER, self.room)
        try:
            with self.archive.open(member) as part:
                data = part.read(limit + 1)
        except KeyError:
            raise UnreadableFile(f"the package lacks {member}", hint="download it again") from None
        except (*BROKEN, ValueError) as error:
            if "password" in str(error) or "encrypted" in str(error):
                hint = "remove its password and add it again"
                raise UnreadableFile("the file is encrypted", hint=hint) from error
            raise _damaged(error) from error
        if len(data) > limit:
            raise UnreadableFile(f"{member} unpacks to more than {limit >> 20} MB", hint="no document does")
        self.room -= len(data)
        return data


class Element:
    """An element of XML: its local name, its attributes, what stands inside."""

    __slots__ = ("attributes", "children", "name", "pieces")

    def __init__(self, name: str, attributes: dict[str, str]) -> None:
        self.name = name
        self.attributes = attributes
        self.children: list[Element] = []
        self.pieces: list[str] = []

    @property
    def text(self) -> str:
        """The characters that stand in it and in none of its children."""
        return "".join(self.pieces)

    def get(self, name: str) -> str | None:
        """Return an attribute by its local name."""
        return self.attributes.get(name)

    def first(self, *path: str) -> Element | None:
        """Return the first element on a path of local names."""
        found: Element | None = self
        for name in path:
            found = next((child for child in found.children if child.name == name), None) if found else None
        return found

    def opening(self, name: str) -> Element | None:
        """Return one of the first children by its name: where it must open its element, or is not there."""
        return next((child for child in self.children[:OPENING] if child.name == name), None)

    def each(self, name: str) -> Iterator[Element]:
        """Yield the children of a name."""
        return (child for child in self.children if child.name == name)

    def all(self, name: str) -> Iterator[Element]:
        """Yield every element of a name at any depth, in the order of the text."""
        stack = list(reversed(self.children))
        while stack:
            element = stack.pop()
            if element.name == name:
                yield element
            stack.extend(reversed(element.children))


def names(data: bytes) -> frozenset[str]:
    """Return the names of a package's parts; raises UnreadableFile."""
    return Package(data).members


def parse_xml(data: bytes, member: str) -> Element:
    """Return the root of an XML text; raises UnreadableFile if it is not well formed or defines entities."""
    root = Element("", {})
    stack = [root]

    def start(name: str, attributes: dict[str, str]) -> None:
        if len(stack) > DEEPEST:
            raise UnreadableFile(f"{member} is nested {DEEPEST} deep", hint="no document is")
        plain = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        element = Element(name.rpartition(" ")[2], plain)
        stack[-1].children.append(element)
        stack.append(element)

    def end(_: str) -> None:
        stack.pop()

    def characters(words: str) -> None:
        stack[-1].pieces.append(words)

    def doctype(*_: object) -> None:
        raise UnreadableFile(f"{member} defines a document type", hint="no honest package does")

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler, parser.StartDoctypeDeclHandler = characters, doctype
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise UnreadableFile(f"{member} is damaged ({error})", hint="download it again") from error
    return root.children[0]


def _damaged(error: Exception) -> UnreadableFile:
    why = str(error).partition(" and header ")[0][:100]  # which quotes what stands there, hundreds of bytes
    return UnreadableFile(f"the package is damaged ({why})", hint="download it again")
