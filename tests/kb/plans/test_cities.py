"""Plans of one name, one industry and the same numbers in several cities never mix, in whatever language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kb import KnowledgeBase

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CITIES = {"合肥": "Hefei", "无锡": "Wuxi", "成都": "Chengdu", "广州": "Guangzhou", "西安": "Xi'an"}


def chinese(city: str) -> str:
    return (
        f"{city}市促进制冰产业发展行动方案\n一、主要目标\n到2027年，制冰产业规模达到300亿元，建成冰库120座。\n"
        "二、重点任务\n1. 建设冰库。建成冰库120座。（责任单位：市商务局、市财政局）\n"
        "2. 培育制冰企业。培育企业50家。（责任单位：市科技局）\n"
    )


def english(city: str, said: str = "The city wants more ice.") -> str:
    return (
        f"{city} Action Plan for Promoting the Ice-Making Industry\n{said}\nI. Main Targets\n"
        "By 2027, the ice-making industry is to reach 30 billion yuan, and 120 ice stores are to be built.\n"
        "II. Main Tasks\n"
        "1. Build ice stores. Build 120 ice stores."
        " (Responsible units: Municipal Bureau of Commerce, Municipal Finance Bureau)\n"
        "2. Raise ice makers. Raise 50 enterprises."
        " (Responsible units: Municipal Bureau of Science and Technology)\n"
    )


def together(home: Path, texts: dict[str, str]) -> tuple[KnowledgeBase, dict[str, str]]:
    """Return a base of these texts, and the name of each document."""
    sources = home / "sources"
    sources.mkdir()
    for name, text in texts.items():
        (sources / f"{name}.txt").write_text(text, encoding="utf-8")
    base = KnowledgeBase(home / "base")
    lines = list(base.add([sources]))
    return base, {
        d["id"]: line["source"].rpartition("/")[2][:-4] for line in lines for d in line["documents"]
    }


def plans(base: KnowledgeBase, names: dict[str, str]) -> list[list[str]]:
    return sorted(sorted(names[d] for d in plan["documents"]) for plan in base.plans()["plans"])


@pytest.fixture(scope="module")
def five(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[KnowledgeBase, dict[str, str]]]:
    texts = {f"{en} zh": chinese(zh) for zh, en in CITIES.items()}
    texts |= {f"{en} en": english(en) for en in CITIES.values()}
    base, names = together(tmp_path_factory.mktemp("five"), texts)
    with base:
        yield base, names


def test_each_city_has_one_plan_in_two_languages(five: tuple[KnowledgeBase, dict[str, str]]) -> None:
    assert plans(*five) == sorted([f"{city} en", f"{city} zh"] for city in CITIES.values())


def test_nothing_is_joined_across_cities(five: tuple[KnowledgeBase, dict[str, str]]) -> None:
    base, names = five
    known = base.knowledge
    stated = [{s.document for s in target.statements} for target in known.targets]
    listed = [{q.document for q in task.quotes} for task in known.tasks]
    assert len(stated) >= 2 * len(CITIES)
    assert len(listed) == 2 * len(CITIES)
    assert all(len({names[d].split()[0] for d in documents}) == 1 for documents in (*stated, *listed))
    assert all(len(documents) == 2 for documents in listed)
    assert len(known.organisations) == 3 * len(CITIES)


@pytest.mark.parametrize(
    ("said", "home"),
    [
        ("Issued by the People's Government of Taizhou, Zhejiang Province.", "台州"),
        ("Taizhou City in Jiangsu wants more ice.", "泰州"),
        ("The plan of 台州 in English.", "台州"),
        ("The city wants more ice.", None),
    ],
)
def test_cities_of_one_name_in_english_are_told_apart_by_what_is_said_or_stay_apart(
    tmp_path: Path, said: str, home: str | None
) -> None:
    texts = {"台州": chinese("台州"), "泰州": chinese("泰州"), "Taizhou": english("Taizhou", said)}
    base, names = together(tmp_path, texts)
    with base:
        alone = sorted({"台州", "泰州"} - {home})
        expected = [[city] for city in alone] + [["Taizhou", home] if home else ["Taizhou"]]
        assert plans(base, names) == sorted(expected)


def test_the_other_language_tells_which_city_is_meant(tmp_path: Path) -> None:
    base, names = together(tmp_path, {"台州": chinese("台州"), "Taizhou": english("Taizhou")})
    with base:
        assert plans(base, names) == [["Taizhou", "台州"]]
        (plan,) = base.knowledge.plans
        assert plan.place == "台州"
        assert all(o.name.zh and o.name.en for o in base.knowledge.organisations)
        (claim,) = base.check("By 2027, Taizhou will build 120 ice stores.")["claims"]
        assert claim["verdict"] == "supported"


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("By 2027, Taizhou, Zhejiang, will build 200 ice stores.", "contradicted"),
        ("By 2027, Taizhou, Jiangsu, will build 200 ice stores.", "supported"),
        ("By 2027, Taizhou will build 200 ice stores.", "supported"),  # one of the two cities will
        ("By 2027, Taizhou will build 900 ice stores.", "contradicted"),
    ],
)
def test_a_claim_is_judged_by_the_city_it_means(tmp_path: Path, claim: str, verdict: str) -> None:
    texts = {"台州": chinese("台州"), "泰州": chinese("泰州").replace("120", "200")}
    base, _ = together(tmp_path, texts)
    with base:
        assert [c["verdict"] for c in base.check(claim)["claims"]] == [verdict]


def test_a_report_that_names_no_city_goes_to_none_of_several(tmp_path: Path) -> None:
    report = "制冰产业迎来方案\n\n《促进制冰产业发展行动方案》日前出台，多部门将协同推进，业内表示期待。\n"
    base, names = together(tmp_path, {"台州": chinese("台州"), "泰州": chinese("泰州"), "report": report})
    with base:
        assert ["台州"] in plans(base, names)
        assert ["泰州"] in plans(base, names)
