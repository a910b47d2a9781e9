"""The view of a text that is indexed: both Chinese scripts as one."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from opencc import OpenCC

HAN = re.compile(r"[㐀-鿿豈-﫿\U00020000-\U0003134f]")


@cache
def converter() -> OpenCC:
    """Return the converter from Traditional to Simplified; loaded when the first Chinese text comes."""
    from opencc import OpenCC

    return OpenCC("t2s")


def fold(text: str) -> str:
    """Return the text in simplified characters; text without Chinese comes back as it is."""
    return str(converter().convert(text)) if HAN.search(text) else text
