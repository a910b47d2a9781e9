"""Where a knowledge base lies on disk."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import StoreError

VARIABLE = "POLICYKB_HOME"


@dataclass(frozen=True, slots=True)
class Home:
    """The folder of one knowledge base and the names of what lies in it."""

    folder: Path

    @property
    def database(self) -> Path:
        """The store."""
        return self.folder / "policykb.sqlite3"

    @property
    def blobs(self) -> Path:
        """The bytes of all sources."""
        return self.folder / "blobs"

    @property
    def web(self) -> Path:
        """What was fetched, with the marks by which servers know it; can be thrown away."""
        return self.folder / "web"

    @property
    def index(self) -> Path:
        """What can be thrown away and built anew."""
        return self.folder / "index"


def open_home(folder: Path | str | None = None) -> Home:
    """Return the home that is asked for, else the one of the environment, else the platform's; create it.

    Raises StoreError where the folder cannot be made.
    """
    chosen = folder or os.environ.get(VARIABLE) or _platform_folder()
    home = Home(Path(chosen).expanduser())
    try:
        home.folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"{home.folder} cannot be used as a home ({error.strerror})"
        raise StoreError(message, hint="choose another --home") from None
    return home


def _platform_folder() -> str:
    from platformdirs import user_data_dir

    return user_data_dir("policykb")
