"""How numbers that are no figures are taken out of sight: blanked, so that every place stays what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re

BLANK = "\x00"


def blank(text: str, names: tuple[re.Pattern[str], ...]) -> str:
    """Return the text with every name blanked out, length unchanged."""
    for name in names:
        text = name.sub(_blanks, text)
    return text


def _blanks(found: re.Match[str]) -> str:
    return BLANK * len(found[0])
