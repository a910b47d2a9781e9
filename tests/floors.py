"""Quality has floors that may only rise: `python -m tests.floors` raises them to what is measured now.

`floors.json` holds, for each gold folder, the SHA-256 of its files and the floors of all measures; a floor of
errors is a ceiling. To lower a floor is an edit by hand, with its reason in DECISIONS.md.
"""

import json
import sys
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from kb.evaluating import BUNDLED, Gold, evaluate, open_gold
from kb.evaluating.gold import FILES
from tests.shared import SHARED

PATH = Path(__file__).parent / "floors.json"
# Plans invented by a reader who knew only the contract, with the gold written by hand.
INVENTED = Path(__file__).parent / "gold"
NOISE = 0.001  # shares are rounded
ERRORS = frozenset({"claims.contradicted_called_supported"})


def open_golds() -> dict[str, Gold]:
    """The gold folders that are here, by the names that the floors use."""
    found = {"bundled": BUNDLED, **{path.name: open_gold(path) for path in sorted(INVENTED.iterdir())}}
    if (SHARED / "gold").is_dir():
        found["development"] = open_gold(SHARED / "gold")
    return found


def fingerprints(gold: Gold) -> dict[str, str]:
    """The SHA-256 of each file of a gold folder."""
    paths = [gold.folder / name for name in FILES]
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in paths if path.is_file()}


def fallen(measured: Mapping[str, float], floors: Mapping[str, float]) -> Iterator[str]:
    """What is worse than its floor or ceiling; a measure that is missing has fallen."""
    for name, floor in floors.items():
        value = measured.get(name)
        worse = value is None or (value > floor + NOISE if name in ERRORS else value < floor - NOISE)
        if worse:
            yield f"{name}: {value}, {'at most' if name in ERRORS else 'at least'} {floor}"


def raised(measured: Mapping[str, float], floors: Mapping[str, float]) -> dict[str, float]:
    """The floors after a run: better or new measures are taken, worse ones leave their floor where it is."""
    better = {name: min if name in ERRORS else max for name in measured}
    return {name: better[name](value, floors.get(name, value)) for name, value in measured.items()}


def load() -> dict[str, Any]:
    """The floors as they stand."""
    held: dict[str, Any] = json.loads(PATH.read_text(encoding="utf-8")) if PATH.exists() else {}
    return held


def main() -> int:
    """Raise the floors, anew where the gold has changed; the exit status counts what has fallen."""
    held, short = load(), 0
    for name, gold in open_golds().items():
        prints, measured = fingerprints(gold), dict(evaluate(gold).measures)
        known = held.get(name, {"floors": {}})
        floors = known["floors"] if known.get("gold") == prints else {}
        for line in fallen(measured, floors):
            short += 1
            print(f"{name}: {line}")
        held[name] = {"gold": prints, "floors": {**floors, **raised(measured, floors)}}
    PATH.write_text(json.dumps(held, indent=2) + "\n", encoding="utf-8")
    return short


if __name__ == "__main__":
    sys.exit(main())
