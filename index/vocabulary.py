"""The pieces that the model knows: two unigram vocabularies, one a language, joined into one tokenizer.

Learned together, Chinese would take three quarters of the places (its characters alone are 10,000) and
English words would fall apart; learned apart, each language has the share that it is given.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tokenizers import Tokenizer
from tokenizers.models import Unigram
from tokenizers.normalizers import NFKD, Lowercase, StripAccents
from tokenizers.normalizers import Sequence as Normalizers
from tokenizers.pre_tokenizers import Digits, Punctuation, WhitespaceSplit
from tokenizers.pre_tokenizers import Sequence as Splitters
from tokenizers.trainers import UnigramTrainer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

UNKNOWN = "[UNK]"
# Whole numbers are whole pieces: 2027 must not meet 2020 and 1997 half way.
NUMBERS = tuple(map(str, (*range(1_000), *range(1_900, 2_061))))
STEP = 0.0001  # see `settled`
NUMBER_SCORE = -8.5  # above what two pieces of digits have together
LONGEST = 14  # characters of a piece: long enough for "registration", too short for whole clauses


def learn(chinese: Iterable[str], english: Iterable[str], sizes: tuple[int, int]) -> Tokenizer:
    """Learn a tokenizer from texts of both languages; `sizes` are the pieces of each."""
    scores: dict[str, float] = {}
    for texts, size in zip((english, chinese), sizes[::-1], strict=True):
        for piece, score in pieces(texts, size):
            scores[piece] = max(score, scores.get(piece, score))
    for number in NUMBERS:
        scores[number] = max(NUMBER_SCORE, scores.get(number, NUMBER_SCORE))
    ranked = sorted(scores.items(), key=lambda entry: (-entry[1], entry[0]))
    return tokenizer(Unigram([(UNKNOWN, 0.0), *ranked], unk_id=0, byte_fallback=False))


def pieces(texts: Iterable[str], size: int) -> list[tuple[str, float]]:
    """Return the pieces of one language with their logarithmic probabilities."""
    learner = tokenizer(Unigram())
    trainer = UnigramTrainer(
        vocab_size=size,
        max_piece_length=LONGEST,
        special_tokens=[UNKNOWN],
        unk_token=UNKNOWN,
        show_progress=False,
    )
    learner.train_from_iterator(texts, trainer)
    learned = [(p, s) for p, s in json.loads(learner.to_str())["model"]["vocab"] if p != UNKNOWN]
    return list(settled(learned))


def settled(learned: list[tuple[str, float]]) -> Iterator[tuple[str, float]]:
    """Yield the pieces with scores that every run agrees on.

    The trainer adds up in parallel, so last digits differ. Characters that learning gave up it puts
    back in no order, each a step above the lowest score: those all get the lowest.
    """
    lowest = min(score for _, score in learned)
    for piece, score in learned:
        steps = (score - lowest) / STEP
        put_back = len(piece) == 1 and steps < len(learned) and abs(steps - round(steps)) < 0.001
        yield piece, round(lowest if put_back else score, 6)


def tokenizer(model: Unigram) -> Tokenizer:
    """Return a tokenizer around `model`: accents and case folded, split at spaces, punctuation and digits."""
    made = Tokenizer(model)
    made.normalizer = Normalizers([NFKD(), StripAccents(), Lowercase()])
    made.pre_tokenizer = Splitters([WhitespaceSplit(), Punctuation(), Digits()])
    return made
