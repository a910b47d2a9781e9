"""Documents for the tests of reading, made from a plain text."""

from corpus.records import Document
from corpus.text import Trail, apply
from ingest.outline import outline


def document(text: str, language: str = "zh", kind: str = "plan") -> Document:
    """Return a document of this text, as a reader without anything to clean would make it."""
    _, way = apply(text, ())
    return Document(
        id="doc-test",
        source="0" * 64,
        part=0,
        text=text,
        trail=Trail((way,)),
        language=language,
        script="Hans" if language == "zh" else "Latn",
        kind=kind,
        outline=outline(text, language),
    )
