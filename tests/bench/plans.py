"""Plans of invented cities and reports on them, in both languages, as many as are wanted.

Every city has a plan of its own for every trade, with its own figures; the same numbers give the same texts.
What the plans speak of stands in trades.tsv.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from itertools import product
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from kb.organisations.places import places, romanise

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

FIRST = "云海澜青枫岚鹭汀浦禾棠霖屿泽栖樾洛漪沐璟"
SECOND = "州陵川溪泉浦湾塘岭坪林皋渚澜原"
LANGUAGES = ("zh", "en")
YEARS = range(2026, 2031)
BODIES = (
    ("市发展改革委", "Municipal Development and Reform Commission"),
    ("市经济和信息化局", "Municipal Bureau of Economy and Information Technology"),
    ("市科技局", "Municipal Bureau of Science and Technology"),
    ("市财政局", "Municipal Finance Bureau"),
    ("市自然资源局", "Municipal Bureau of Natural Resources"),
    ("市交通运输局", "Municipal Bureau of Transport"),
    ("市商务局", "Municipal Bureau of Commerce"),
    ("市农业农村局", "Municipal Bureau of Agriculture and Rural Affairs"),
    ("市人力资源社会保障局", "Municipal Bureau of Human Resources and Social Security"),
    ("市市场监管局", "Municipal Administration for Market Regulation"),
    ("市生态环境局", "Municipal Bureau of Ecology and Environment"),
    ("市卫生健康委", "Municipal Health Commission"),
)
# How a task reaches a part of the city.
WHERE = (
    ("在{}先行先试", "starting in {}"),
    ("从{}向全市铺开", "spreading from {} to the whole city"),
    ("与{}的更新改造同步推进", "together with the renewal of {}"),
    ("以{}为重点", "with {} first in line"),
    ("依托{}现有的场地和设施", "using the sites that {} already has"),
    ("由{}和社会力量共同承担", "shared between {} and private partners"),
)
PARTS = (
    ("老城区", "the old town"),
    ("临港新城", "the harbour district"),
    ("北部山区", "the northern hills"),
    ("高铁站片区", "the railway quarter"),
    ("大学城", "the university town"),
    ("沿江工业带", "the riverside works"),
    ("东部各镇", "the eastern towns"),
    ("机场周边", "the airport area"),
)
FOLLOW = (
    ("实行项目清单管理，按季度通报进展", "Projects are kept on a list and reported on every quarter"),
    (
        "鼓励银行开发与建设周期相匹配的贷款",
        "Banks are encouraged to offer loans that last as long as building does",
    ),
    (
        "定期征求企业和居民意见，及时调整做法",
        "Firms and residents are asked from time to time, and practice is adjusted",
    ),
    ("加强数据共享，避免重复填报", "Data are shared so that nothing is filled in twice"),
    ("对成效明显的单位给予表扬和经费倾斜", "Units that do well are commended and funded first"),
    ("建立专家库，为方案评审提供支撑", "A pool of experts supports the review of schemes"),
    ("完善应急预案，每年组织演练", "Emergency plans are completed and exercised every year"),
    ("宣传典型经验，营造良好氛围", "Good examples are made known to all"),
)
NUMERALS = "一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class Words:
    """The same in both languages, with the counter that Chinese counts it by."""

    zh: str
    en: str
    counter: str = ""


@dataclass(frozen=True, slots=True)
class Trade:
    """A field that plans are written for: its name, and what is counted, done and hoped for in it."""

    name: Words
    things: tuple[Words, ...]
    works: tuple[Words, ...]
    good: Words


HEADINGS = (
    Words("夯实发展基础", "Laying Foundations"),
    Words("扩大应用范围", "Widening Use"),
    Words("优化政府服务", "Better Services"),
    Words("增强要素保障", "Land, Money and People"),
)


@cache
def trades() -> tuple[Trade, ...]:
    """All trades of trades.tsv."""
    rows: dict[str, dict[str, list[Words]]] = {}
    for line in Path(__file__).with_name("trades.tsv").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            name, kind, *words = line.split("\t")
            rows.setdefault(name, {}).setdefault(kind, []).append(Words(*words))
    return tuple(
        Trade(r["trade"][0], tuple(r["thing"]), tuple(r["work"]), r["good"][0]) for r in rows.values()
    )


@cache
def cities() -> tuple[str, ...]:
    """Names of cities that are none, in an order that mixes their characters."""
    names = [a + b for a, b in product(FIRST, SECOND) if a != b and a + b not in places()]
    return tuple(sorted(names, key=lambda name: Random(name).random()))


@dataclass(frozen=True)
class Goal:
    """One figure of a plan: so many of a thing by a year."""

    thing: Words
    value: int
    year: int
    more: bool

    @property
    def zh(self) -> str:
        """As a Chinese plan says it."""
        verb, bound = ("新增", "超") if self.more else ("建成", "")
        return f"{verb}{self.thing.zh}{bound}{self.value}{self.thing.counter}"

    @property
    def en(self) -> str:
        """As an English plan says it."""
        return f"{'add more than' if self.more else 'have'} {self.value:,} {self.thing.en}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What one numbered task of a plan says."""

    work: Words
    good: Words
    where: Words
    goal: Goal | None
    follow: tuple[Words, ...]
    bodies: tuple[Words, ...]


@dataclass(frozen=True)
class Plan:
    """The plan with this number: its city, its trade and its figures follow from it."""

    number: int
    tasks: int = 18

    @property
    def city(self) -> str:
        """The Chinese name of its city, without 市."""
        return cities()[self.number // len(trades()) % len(cities())]

    @property
    def latin(self) -> str:
        """The name of its city in Latin letters."""
        return romanise(self.city)

    @property
    def trade(self) -> Trade:
        """What it is for."""
        return trades()[self.number % len(trades())]

    @property
    def title(self) -> Words:
        """Its name."""
        name = self.trade.name
        return Words(
            f"{self.city}市促进{name.zh}高质量发展行动方案",
            f"{self.latin} Municipal Action Plan on Promoting the High-Quality Development of {name.en}",
        )

    @cached_property
    def year(self) -> int:
        """The year most of its figures are for."""
        return Random(f"year {self.number}").choice(YEARS)

    @cached_property
    def goals(self) -> tuple[Goal, ...]:
        """Its figures: one for each thing of its trade."""
        chance = Random(f"goals {self.number}")
        scale = (12, 35, 80, 150, 260, 480, 900, 1300, 2600, 5200, 18000)
        return tuple(
            Goal(thing, chance.choice(scale) + chance.randrange(10), self.year, chance.random() < 0.5)
            for thing in self.trade.things
        )

    def text(self, language: str) -> str:
        """The plan as it is published, in Chinese ("zh") or English ("en")."""
        return "\n".join(_chinese(self) if language == "zh" else _english(self)) + "\n"

    def report(self, language: str, paper: int = 0) -> str:
        """A newspaper's report on it; each paper chooses figures and words of its own."""
        chance = Random(f"report {self.number} {paper} {language}")
        told = sorted(chance.sample(range(len(self.goals)), chance.randint(2, len(self.goals))))
        goals = [self.goals[i] for i in told]
        write = _chinese_report if language == "zh" else _english_report
        return "\n".join(write(self, goals, chance)) + "\n"

    def drawn(self) -> Iterator[Task]:
        """Its tasks: what its own trade does, then what others do; no work comes twice."""
        chance = Random(f"tasks {self.number}")
        others = [(work, trade.good) for trade in trades() if trade != self.trade for work in trade.works]
        own = [(work, self.trade.good) for work in self.trade.works]
        for work, good in (*own, *chance.sample(others, self.tasks - len(own))):
            where, part = chance.choice(WHERE), chance.choice(PARTS)
            thing, count = chance.choice(self.trade.things), chance.randrange(3, 400)
            yield Task(
                work=work,
                good=good,
                where=Words(where[0].format(part[0]), where[1].format(part[1])),
                goal=Goal(thing, count, self.year - 1, more=False) if chance.random() < 0.4 else None,
                follow=tuple(Words(*words) for words in chance.sample(FOLLOW, 2)),
                bodies=tuple(Words(*words) for words in chance.sample(BODIES, chance.randint(1, 3))),
            )


def questions(plans: int, count: int) -> list[tuple[Plan, str]]:
    """Questions on plans spread over the first so many, in Chinese and English by turns."""
    found = []
    for i in range(count):
        plan = Plan(i * plans // count)
        goal = plan.goals[i % len(plan.goals)]
        verb, verb_zh = ("add", "新增") if goal.more else ("have", "建成")
        found += [
            (plan, f"到{goal.year}年，{plan.city}市要{verb_zh}多少{goal.thing.counter}{goal.thing.zh}？"),
            (plan, f"How many {goal.thing.en} is {plan.latin} to {verb} by {goal.year}?"),
        ][i % 2 : i % 2 + 1]
    return found


def _chinese(plan: Plan) -> Iterator[str]:
    """Yield the lines of a Chinese plan."""
    yield plan.title.zh
    yield f"为促进{plan.city}市{plan.trade.name.zh}发展，{plan.trade.good.zh}，结合本市实际，制定本行动方案。"
    yield "一、主要目标"
    yield f"到{plan.year}年，全市{'；'.join(goal.zh for goal in plan.goals)}。"
    yield "二、重点任务"
    for n, task in enumerate(plan.drawn()):
        if n % 6 == 0:
            yield f"（{NUMERALS[n // 6]}）{HEADINGS[n // 6].zh}"
        goal = f"到{task.goal.year}年，{task.goal.zh}。" if task.goal else ""
        follow = "。".join(words.zh for words in task.follow)
        bodies = "、".join(body.zh for body in task.bodies)
        yield (
            f"{n + 1}. {task.work.zh}。{task.where.zh}，{task.good.zh}。{goal}{follow}。"
            f"（责任单位：{bodies}）"
        )
    yield "三、组织实施"
    yield f"由{plan.city}市人民政府统一部署，各区和有关部门分工落实，重大事项及时报告。"


def _english(plan: Plan) -> Iterator[str]:
    """Yield the lines of an English plan."""
    yield plan.title.en
    trade = plan.trade
    yield f"{plan.latin} City makes this plan for {trade.name.en.lower()}: it is to bring {trade.good.en}."
    yield "I. Main Targets"
    yield f"By {plan.year}, the city is to {'; '.join(goal.en for goal in plan.goals)}."
    yield "II. Main Tasks"
    for n, task in enumerate(plan.drawn()):
        if n % 6 == 0:
            yield f"{n // 6 + 1}. {HEADINGS[n // 6].en}"
        goal = f" By {task.goal.year}, the city is to {task.goal.en}." if task.goal else ""
        follow = ". ".join(words.en for words in task.follow)
        bodies = ", ".join(f"the {body.en}" for body in task.bodies)
        yield (
            f"({n + 1}) {task.work.en[0].upper()}{task.work.en[1:]}. This is done {task.where.en},"
            f" and is to bring {task.good.en}.{goal} {follow}. (Responsible units: {bodies})"
        )
    yield "III. Implementation"
    yield f"The People's Government of {plan.latin} leads; districts and departments carry out their parts."


def _chinese_report(plan: Plan, goals: Sequence[Goal], chance: Random) -> Iterator[str]:
    """Yield the lines of a Chinese report."""
    paper = chance.choice(("日报", "晚报", "新闻网", "商报"))
    news = chance.choice(("有了新目标", "驶入快车道", "路线图出炉", "明确时间表"))
    yield f"{plan.city}{plan.trade.name.zh}{news}"
    yield f"来源：{plan.city}{paper}"
    opening = chance.choice(("近日印发", "昨日公布", "日前发布"))
    yield f"{plan.city}市{opening}《{plan.title.zh}》，围绕{plan.trade.good.zh}提出一系列举措。"
    said = chance.choice(("方案提出", "根据方案", "记者从方案中看到"))
    for goal in goals:
        yield f"{said}，到{goal.year}年，{plan.city}市将{goal.zh}。{chance.choice(FOLLOW)[0]}。"
    yield f"有关负责人说，下一步将{chance.choice(plan.trade.works).zh}。"


def _english_report(plan: Plan, goals: Sequence[Goal], chance: Random) -> Iterator[str]:
    """Yield the lines of an English report."""
    news = chance.choice(("sets targets for", "maps out", "has plans for"))
    yield f"{plan.latin} {news} {plan.trade.name.en.lower()}"
    yield f"{plan.latin} City has published its {plan.title.en}, which is to bring {plan.trade.good.en}."
    for goal in goals:
        yield f"By {goal.year}, {plan.latin} City is to {goal.en}. {chance.choice(FOLLOW)[1]}."
    yield f"An official said the next step was to {chance.choice(plan.trade.works).en}."
