"""Names of Chinese media from their romanised form: "Ke Ji Ri Bao" is 科技日报."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from importlib.resources import files

SYLLABLES = re.compile(r"^[A-Z0-9][a-z0-9]{0,5}(?:\s?[A-Z0-9][a-z0-9]{0,5}){1,14}$")


def resolve(name: str) -> str | None:
    """Return the Chinese name that `name` romanises, or None where no name or more than one fits."""
    if not SYLLABLES.match(name.strip()):
        return None
    names, places, forms = _tables()
    key = name.replace(" ", "").lower()
    fitting = set(names.get(key, ()))
    if not fitting:
        fitting = {
            place + form
            for cut in range(2, len(key))
            for place in places.get(key[:cut], ())
            for form in forms.get(key[cut:], ())
        }
    return fitting.pop() if len(fitting) == 1 else None


@cache
def _tables() -> tuple[dict[str, set[str]], ...]:
    """Read the list: names, places, and forms that follow a place, each by its romanisation."""
    from pypinyin import lazy_pinyin

    text = files("ingest").joinpath("media.txt").read_text(encoding="utf-8")
    tables = []
    for section in re.split(r"^\[.+\]$", text, flags=re.MULTILINE)[1:]:
        table: dict[str, set[str]] = defaultdict(set)
        for name in section.split():
            table["".join(lazy_pinyin(name)).lower()].add(name)
            table["".join(s for c in name for s in lazy_pinyin(c)).lower()].add(name)
        tables.append(dict(table))
    return tuple(tables)
