"""Figures beside Recognizers-Text, JioNLP and quantulum3, over the published idioms, in one run.

`python -m tests.bench.bench_figures` prints, for each reader and language, the figures found by their value,
by value and unit, and with their bound; the sentences without a figure that are left alone; what is read
beyond; and the time. A library that says nothing of bounds is right where the bound is "=". Its names for
units are translated by `NAMES`.
"""

import json
import logging
import re
import time
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any

from kb.figures import read_text

CASES = Path(__file__).parents[1] / "cases"
PEOPLE = {"count", "person"}
# What the libraries call the units, as `canonical factor: names, separated by bars`.
NAMES = """
CNY 1: Chinese yuan|chinese yuan|元
CNY 0.1: Jiao
USD 1: United States dollar|united states dollar|Dollar|美元
GBP 1: Pound|pound sterling
km 1: Kilometer|kilometre
m 1: Meter|metre
m2 1: Square meter|square metre
km2 1: Square kilometer|square kilometre
ha 1: Square hectometer|hectare
mu 1: Mu
m3 1: Cubic meter|cubic metre
m3/day 1: cubic metre per day
t 1: Ton|ton|tonne
kg 1: Kilogram|kilogram
kg 0.5: Jin
g 1: Gram|gram
ug/m3 1: microgram per cubic metre
kW 1: kilowatt
kW 1000: megawatt
kW 1000000: gigawatt
kWh 1: kilowatt hour
GB 1: Gigabyte
℃ 1: K
% 1: percentage
year 1: Year|year
"""
DURATION = re.compile(r"P(T)?([\d.]+)([YMWDHS])$")
SPANS = {"Y": "year", "M": "month", "W": "week", "D": "day", "TH": "hour", "TM": "minute", "TS": "second"}
BOUNDS = {"blur+": {">", ">="}, "blur-": {"<", "<="}, "blur": {"~"}}  # as JioNLP calls them


@dataclass(frozen=True, slots=True)
class Found:
    """What a reader found: value, canonical unit ("count" where it names none) and bounds it may mean."""

    value: Decimal
    unit: str = "count"
    bounds: frozenset[str] = frozenset("=")


@cache
def units() -> dict[str, list[str]]:
    """Canonical name and factor of each unit, by the name that a library gives it."""
    rows = (row.split(": ") for row in NAMES.strip().splitlines())
    return {name: unit.split() for unit, names in rows for name in names.split("|")}


Reader = Callable[[str], list[Found]]


def ours(language: str) -> Reader:
    return lambda text: [
        Found(value, reading.unit, frozenset({str(reading.bound)}))
        for reading in read_text(text, language)
        for value in (reading.value, reading.value_max)
        if value is not None
    ]


def measured(number: object, name: str, bounds: frozenset[str] = frozenset("=")) -> Iterator[Found]:
    """A number with a unit as a library calls it; one that `NAMES` lacks keeps its name."""
    try:
        value = Decimal(str(number).rstrip("%"))
    except InvalidOperation:
        return
    unit, factor = units().get(name, (name, "1"))
    yield Found(value * Decimal(factor), unit, bounds)


def recognizers(language: str, bare: bool) -> Reader:
    """Recognizers-Text: what it reads with a unit, and where `bare` also every number left over."""
    culture = {"zh": "zh-cn", "en": "en-us"}[language]
    numbers = import_module("recognizers_number").NumberRecognizer(culture)
    units = import_module("recognizers_number_with_unit").NumberWithUnitRecognizer(culture)
    times = import_module("recognizers_date_time").DateTimeRecognizer(culture).get_datetime_model()
    kinds = ("currency", "dimension", "age", "temperature")
    models = [getattr(units, f"get_{kind}_model")() for kind in kinds]

    def read(text: str) -> list[Found]:
        taken: list[tuple[int, int]] = []
        found: list[Found] = []

        def take(result: Any, news: Iterator[Found]) -> None:
            if all(result.end < start or end < result.start for start, end in taken):
                found.extend(news)
                taken.append((result.start, result.end))

        for result in (each for model in models for each in model.parse(text)):
            take(result, measured(result.resolution["value"], result.resolution["unit"] or ""))
        for result in numbers.get_percentage_model().parse(text):
            take(result, measured(result.resolution["value"], "percentage"))
        for result in times.parse(text):
            values = (result.resolution or {}).get("values", ())
            take(result, (each for value in values for each in spans(value)))
        for result in numbers.get_number_model().parse(text) if bare else ():
            take(result, measured(result.resolution["value"], "count"))
        return found

    return read


def spans(value: dict[str, str]) -> Iterator[Found]:
    """A duration of Recognizers-Text: P3W is three weeks; a date is none."""
    timex = DURATION.match(value.get("timex", "")) if value.get("type") == "duration" else None
    if timex:
        yield from measured(timex[2], SPANS[(timex[1] or "") + timex[3]])


def jionlp(_language: str) -> Reader:
    """JioNLP: sums of money, with their bounds, and lengths of time."""
    ner = import_module("jionlp").ner
    logging.disable(logging.ERROR)  # it logs what it cannot parse

    def read(text: str) -> list[Found]:
        found: list[Found] = []
        for each in ner.extract_money(text):
            detail = each["detail"]
            amounts = detail["num"] if isinstance(detail["num"], list) else [detail["num"]]
            bounds = frozenset(BOUNDS.get(detail["definition"], {"="}) if len(amounts) == 1 else {"="})
            found += [one for amount in amounts for one in measured(amount, detail["case"], bounds)]
        for each in ner.extract_time(text, with_parsing=True):
            if each["type"] == "time_delta" and isinstance(each["detail"]["time"], dict):
                found += [
                    one for unit, length in each["detail"]["time"].items() for one in measured(length, unit)
                ]
        return found

    return read


def quantulum(_language: str) -> Reader:
    parser = import_module("quantulum3.parser")
    names = {"dimensionless": "count"}
    return lambda text: [
        found
        for quantity in parser.parse(text)
        for found in measured(quantity.value, names.get(quantity.unit.name, quantity.unit.name))
    ]


READERS: tuple[tuple[str, str, str, Callable[[str], Reader]], ...] = (
    ("policykb", "policykb", "zh en", ours),
    ("Recognizers-Text", "recognizers-text", "zh en", lambda language: recognizers(language, bare=False)),
    ("… and bare numbers", "recognizers-text", "zh en", lambda language: recognizers(language, bare=True)),
    ("JioNLP", "jionlp", "zh", jionlp),
    ("quantulum3", "quantulum3", "en", quantulum),
)


def score(rows: list[dict[str, Any]], read: Reader) -> Counter[str]:
    """Count what is found of each figure; one that is read serves one figure only."""
    count: Counter[str] = Counter()
    for row in rows:
        try:
            free = read(row["text"])
        except Exception:  # noqa: BLE001 - a library that fails on a sentence has read nothing in it
            free, count["failed"] = [], count["failed"] + 1
        if not row["figures"]:
            count["negatives"] += 1
            count["left alone"] += not free
            continue
        for wanted in row["figures"]:
            count["figures"] += 1
            like = sorted((f for f in free if close(f.value, wanted)), key=lambda f: -fitness(f, wanted))
            if like:
                free.remove(like[0])
                count["value"] += 1
                count["unit"] += fitness(like[0], wanted) > 0
                count["bound"] += fitness(like[0], wanted) > 1
        ends = {Decimal(wanted["value_max"]) for wanted in row["figures"] if wanted["value_max"]}
        count["beyond"] += sum(f.value not in ends for f in free)
    return count


def close(value: Decimal, wanted: dict[str, Any]) -> bool:
    return abs(value - Decimal(wanted["value"])) <= Decimal("1e-6") * max(Decimal(1), abs(value))


def fitness(found: Found, wanted: dict[str, Any]) -> int:
    """0: another unit, 1: the unit, 2: the bound, too."""
    same = found.unit == wanted["unit"] or {found.unit, wanted["unit"]} <= PEOPLE
    return same + (same and wanted["bound"] in found.bounds)


def main() -> None:
    warnings.simplefilter("ignore")
    heads = "{:>34}{:>10}{:>11}{:>14}{:>8}{:>7}"
    print(heads.format("value", "and unit", "and bound", "none read in", "beyond", "ms"))
    for name, package, languages, make in READERS:
        for language in languages.split():
            text = (CASES / f"figures_{language}.jsonl").read_text(encoding="utf-8")
            rows = [json.loads(line) for line in text.splitlines()]
            try:
                read = make(language)
            except ImportError as error:
                print(f"{name:20}{language:4}  not installed ({error.name})")
                continue
            read(rows[0]["text"])
            start = time.process_time()
            got = score(rows, read)
            spent = 1000 * (time.process_time() - start)
            shares = (f"{got[key]}/{got['figures']}" for key in ("value", "unit", "bound"))
            print(
                f"{name:20}{language:4}",
                "{:>9}{:>10}{:>11}".format(*shares),
                f"{got['left alone']:>9}/{got['negatives']}{got['beyond']:>8}{spent:>7.0f}",
                f" {version(package)}" + (f", failed on {got['failed']}" if got["failed"] else ""),
            )


if __name__ == "__main__":
    main()
