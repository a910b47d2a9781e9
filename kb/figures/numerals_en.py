"""English numerals: twenty-five, one hundred and fifty, 1.5 million, 55.51bn, a dozen … as decimals."""

from __future__ import annotations

import re
from decimal import Decimal

ONES = {
    word: i
    for i, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen".split()
    )
}
TENS = {
    word: 10 * i for i, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
LARGE = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
}
SHORT = {"k": 10**3, "mn": 10**6, "m": 10**6, "bn": 10**9, "b": 10**9, "tn": 10**12, "trn": 10**12}
PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
PARTS |= {f"{part}s": number for part, number in PARTS.items()}
VULGAR = dict(zip("½⅓⅔¼¾⅕⅖⅗⅘", "50 33.33 66.67 25 75 20 40 60 80".split(), strict=True))

_WORD = "|".join(sorted((*ONES, *TENS, *LARGE), key=len, reverse=True))
_AND = r"(?:(?<=hundred)|(?<=thousand)|(?<=million))\sand\s"
_STEP = rf"(?:{_WORD})(?![A-Za-z])"
WORDS = (
    rf"(?<![A-Za-z-])(?:an?\s(?=(?:hundred|thousand|million|billion|trillion|"
    rf"dozen)\b))?{_STEP}(?:(?:[\s-]|{_AND}){_STEP})*"
)
DIGITS = r"(?:(?<![A-Za-z0-9.])|(?<=RMB)|(?<=CNY)|(?<=USD)|(?<=EUR)|(?<=HKD))\d+(?:,\d{3}(?!\d))*(?:\.\d+)?"
NUMERAL = re.compile(rf"(?P<arabic>{DIGITS})|(?P<words>{WORDS})", re.IGNORECASE)
MAGNITUDE = re.compile(
    r"""[\s-]?(?P<long>thousand|million|billion|trillion|hundred)(?![A-Za-z]|-(?:level|class|scale))
      | \s?(?P<short>mn|bn|trn|tn|k|b)(?![A-Za-z0-9/])""",
    re.VERBOSE | re.IGNORECASE,
)


# Said twice, as contracts do: one hundred and fifty (150) consortia.
TWICE = re.compile(rf"(?P<words>{WORDS})\s\((?P<digits>\d[\d,]*)\)(?=\s)", re.IGNORECASE)


def said_once(text: str) -> str:
    """Return a text, as long as before, with blanks for numerals that digits in brackets repeat."""
    return TWICE.sub(_digits, text)


def _digits(found: re.Match[str]) -> str:
    if read_words(found["words"]) != Decimal(found["digits"].replace(",", "")):
        return found[0]
    return f"{' ' * (found.start('digits') - found.start())}{found['digits']} "


def read_words(written: str) -> Decimal | None:
    """Return the value of a numeral in words, or None where the words are no single number."""
    total = section = 0
    for word in re.split(r"[\s-]+", written.lower()):
        if word in ("and", "a", "an"):
            continue
        if word in ONES or word in TENS:
            step = ONES.get(word, TENS.get(word, 0))
            if (section % 10 and step) or (section % 100 and step >= 10):
                return None
            section += step
        elif word in ("hundred", "dozen"):
            section = (section or 1) * LARGE[word]
        else:
            total += (section or 1) * LARGE[word]
            section = 0
    return Decimal(total + section)


def magnitude(found: re.Match[str]) -> int:
    """Return what the magnitude behind the number multiplies by."""
    return LARGE[found["long"].lower()] if found["long"] else SHORT[found["short"].lower()]
