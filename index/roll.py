"""The roll of all passages: in which language each is, in memory and brought up to date before a search.

To look the language up in the store for each of ten thousand passages that share a word with a query takes
longer than to find them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from sqlite3 import Connection

    from index.scored import Mask


class Roll:
    """Languages by the numbers of passages.

    Passages are only ever added at the end or removed; `removals` counts the latter, so that what was
    read stays good as long as it stands still.
    """

    def __init__(self, db: Connection) -> None:
        self.db = db
        self.removals = -1
        self._clear()

    def _clear(self) -> None:
        self.languages: list[str] = []
        self.codes: npt.NDArray[np.int8] = np.zeros(1, dtype=np.int8)  # 0: no passage has this number

    @property
    def count(self) -> int:
        """How many passages there are."""
        return int(np.count_nonzero(self.codes))

    def refresh(self, removals: int) -> None:
        """Read what was added since the last time, or everything where something was removed."""
        if removals != self.removals:
            self._clear()
            self.removals = removals
        known = len(self.codes)
        new = {language: self._added(language, known) for language in self._held()}
        last = max((numbers[-1] for numbers in new.values() if numbers), default=0)
        if last < known:
            return
        self.codes = np.concatenate((self.codes, np.zeros(last + 1 - known, dtype=np.int8)))
        for language, numbers in new.items():
            if language not in self.languages:
                self.languages.append(language)
            self.codes[numbers] = self.languages.index(language) + 1

    def _held(self) -> Iterator[str]:
        """Yield the languages that there are, leaping through their index."""
        following = "select min(language) from passages where language > ?"
        language = self.db.execute(following, ("",)).fetchone()[0]
        while language is not None:
            yield language
            language = self.db.execute(following, (language,)).fetchone()[0]

    def _added(self, language: str, first: int) -> list[int]:
        """Return the passages of a language from a number on."""
        rows = self.db.execute(
            "select number from passages where language = ? and number >= ? order by number",
            (language, first),
        )
        return [number for (number,) in rows]

    def allowed(
        self, languages: Collection[str] | None, documents: Collection[str] | None
    ) -> Iterator[tuple[str, Mask]]:
        """Yield for each language that is wanted which passages may be found."""
        within = self._of(documents) if documents is not None else None
        for code, language in sorted(enumerate(self.languages, start=1), key=lambda pair: pair[1]):
            if languages is None or language in languages:
                mask = self.codes == code
                yield language, mask if within is None else mask & within

    def _of(self, documents: Collection[str]) -> Mask:
        """Return which passages are of some documents."""
        mask = np.zeros(len(self.codes), dtype=bool)
        for document in documents:
            rows = self.db.execute("select number from passages where document = ?", (document,))
            mask[[number for (number,) in rows]] = True
        return mask
