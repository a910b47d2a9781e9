"""Bilingual data for training: any folder of tab-separated files, plain or .xz, and CC-CEDICT.

A line of a `.tsv` is `zh<TAB>en`; a `.u8` file is a dictionary in CEDICT's form. Nothing is read in
place of what is named: files of other kinds are left alone.
"""

from __future__ import annotations

import lzma
import re
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from index.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

# How often a pair of a source is seen in one epoch; a source that is not named counts once. Programming
# manuals are many and far from policy; device rules, United Nations papers and news are few and near.
WEIGHTS = {
    "python_docs": 0.3,
    "postgres_docs": 0.3,
    "slicer_ui": 0.5,
    "meddevice_regs_docmcp": 3.0,
    "un_devset": 4.0,
    "sdg_un": 4.0,
    "econ_indicators": 4.0,
    "ud_pud": 4.0,
    "tico19_dev": 4.0,
    "nextstrain_covid": 3.0,
    "plurality_book": 3.0,
    "mozilla_legal": 2.0,
    "openehr_ckm": 2.0,
    "mlqe_pe_wiki": 5.0,
    "tatoeba": 4.0,
}

# 五刑 五刑 [wu3 xing2] /imperial five punishments …/
ENTRY = re.compile(r"^\S+ (?P<zh>\S+) \[[^\]]*\] /(?P<glosses>.*)/\s*$")
CROSS_REFERENCE = re.compile(r"[㐀-鿿·，○]*\|?[㐀-鿿·，○]+\[[^\]]*\]")
BRACKETS = re.compile(r"\([^()]*\)")
GRAMMAR = re.compile(
    r"^(?:CL:|(?:old |erhua |archaic |Japanese )?variant of|see |see also|used in|also written"
    r"|also pr\.|Taiwan pr\.)"
)


@dataclass(frozen=True, slots=True)
class Pair:
    """The same in both languages; the Chinese is simplified."""

    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Collection:
    """The pairs of one file, with what the model card says of them."""

    name: str
    sha256: str
    pairs: tuple[Pair, ...]

    @property
    def weight(self) -> float:
        """How often each pair is seen in one epoch."""
        return WEIGHTS.get(self.name, 1.0)


def collections(folder: Path) -> Iterator[Collection]:
    """Yield what a folder and the folders in it hold, in the order of the names."""
    for path in sorted(folder.rglob("*")):
        name = path.name.removesuffix(".xz")
        read = READERS.get(name.rpartition(".")[2])
        if read is None or not path.is_file():
            continue
        content = path.read_bytes()
        lines = text_of(path.name, content).splitlines()
        yield Collection(name.rpartition(".")[0], sha256(content).hexdigest(), tuple(read(lines)))


def text_of(name: str, content: bytes) -> str:
    """Return the text of a file that may be compressed."""
    return (lzma.decompress(content) if name.endswith(".xz") else content).decode()


def read_tsv(lines: Iterable[str]) -> Iterator[Pair]:
    """Yield the pairs of a tab-separated file; lines without both sides are left out."""
    for line in lines:
        zh, _, en = line.partition("\t")
        if zh.strip() and en.strip():
            yield Pair(fold(zh.strip()), en.strip())


def read_cedict(lines: Iterable[str]) -> Iterator[Pair]:
    """Yield one pair for each gloss of each entry, without what is grammar or reference."""
    for line in lines:
        entry = ENTRY.match(line)
        if entry is None:
            continue
        for gloss in entry["glosses"].split("/"):
            if meaning := plain_gloss(gloss):
                yield Pair(entry["zh"], meaning)


def plain_gloss(gloss: str) -> str:
    """Return the meaning of a gloss without brackets and references; empty where nothing else is in it."""
    if GRAMMAR.match(gloss):
        return ""
    return " ".join(BRACKETS.sub(" ", CROSS_REFERENCE.sub(" ", gloss)).split())


READERS = {"tsv": read_tsv, "u8": read_cedict}
