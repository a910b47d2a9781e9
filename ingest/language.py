"""Which language and script a text is in, by counting characters."""

from __future__ import annotations

import re

from ingest.script import to_simplified, to_traditional

# A reading in toned or plain letters directly behind a Chinese character: `網(wǎng)`, `網(wang )`.
READING = re.compile(r"(?<=[㐀-鿿])[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿɡ]{1,7} ?[)）]")
HAN = re.compile(r"[㐀-鿿豈-﫿\U00020000-\U0003ffff]")
WORD = re.compile(r"[^\W\d_㐀-鿿豈-﫿぀-ヿ가-힯]+")

# Letters that settle the language by themselves, with the share of all letters that does it.
ALPHABETS = (
    ("ja", "Jpan", re.compile(r"[぀-ヿ]"), 0.15),
    ("ko", "Kore", re.compile(r"[가-힯]"), 0.15),
    ("ru", "Cyrl", re.compile(r"[Ѐ-ӿ]"), 0.4),
    ("ar", "Arab", re.compile(r"[؀-ۿ]"), 0.4),
)
# Letters by which a text in Latin script is told to be English without asking anyone.
ENGLISH = frozenset("the of and to in for is on with by as are be will this that from".split())
HAN_PER_WORD = 1.6  # Chinese characters that say as much as one English word
SAMPLE = 20_000  # characters that are enough to tell; a longer text is read in front only


def identify(text: str) -> tuple[str, str]:
    """Return the language (ISO 639-1) and the script (ISO 15924) that most of `text` is in."""
    text = READING.sub("", text[:SAMPLE])
    han = len(HAN.findall(text))
    for language, script, letters, share in ALPHABETS:
        found = len(letters.findall(text))
        if found and found >= share * (found + han + sum(map(str.isascii, text))):
            return language, script
    words = WORD.findall(text)
    if han and han / HAN_PER_WORD >= len(words):
        return "zh", chinese_script(text)
    return latin_language(text, words), "Latn"


def chinese_script(text: str) -> str:
    """Return "Hant" where more characters would change on the way to simplified than to traditional."""
    traditional = _differing(text, to_simplified(text))
    simplified = _differing(text, to_traditional(text))
    return "Hant" if traditional > simplified else "Hans"


def _differing(text: str, other: str) -> int:
    return sum(a != b for a, b in zip(text, other, strict=False))


def latin_language(text: str, words: list[str]) -> str:
    """Return the language of a text in Latin letters; what cannot be told is taken for English."""
    common = sum(word.lower() in ENGLISH for word in words)
    if len(words) < 10 or common >= 0.08 * len(words):
        return "en"
    from langdetect import DetectorFactory, LangDetectException, detect

    DetectorFactory.seed = 0
    try:
        return str(detect(text))[:2]
    except LangDetectException:
        return "en"
