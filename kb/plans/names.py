"""The names of policies in two languages, and what is left of a name without its form."""

from __future__ import annotations

import re

# What such a document calls itself, longest first so that 实施方案 is not read as 方案.
FORMS_ZH = (
    "三年行动计划", "行动方案", "行动计划", "实施方案", "实施计划", "实施意见", "实施细则",
    "工作方案", "工作要点", "建设方案", "发展规划", "规划纲要", "专项规划", "指导意见",
    "若干措施", "若干政策", "政策措施", "管理办法", "支持政策",
    "任务清单", "工作清单", "责任清单", "分工方案", "任务分工", "工作安排", "重点任务",
    "规划", "纲要", "计划", "方案", "意见", "措施", "办法", "规定", "条例", "细则", "政策",
)  # fmt: skip
FORMS_EN = (
    "Action Plan", "Implementation Plan", "Implementation Opinions", "Work Plan", "Development Plan",
    "Five-Year Plan", "Three-Year Plan", "Master Plan", "Guiding Opinions", "Plan", "Programme", "Program",
    "Guidelines", "Opinions", "Measures", "Regulations", "Provisions", "Outline", "Scheme", "Blueprint",
    "Roadmap", "Strategy", "Task List", "List of Tasks",
)  # fmt: skip

_FORM_ZH = re.compile("|".join(FORMS_ZH))
_FORM_EN = re.compile(r"\b(?:" + "|".join(FORMS_EN) + r")\b", re.IGNORECASE)
# A title is a name where it ends in its form: 上海发布行动方案促进产业发展 is a headline.
_NAME_ZH = re.compile(r"(?:" + "|".join(FORMS_ZH) + r")(?:[（(][^（）()]*[）)])?(?:》?的通知|》)?$")
_NAME_EN = re.compile(r"\b(?:" + "|".join(FORMS_EN) + r")\b")
_PERIOD = re.compile(r"(20\d\d)\s*年?\s*(?:[-—–~～至]{1,2}|to)\s*(20\d\d)")
_FIVE_YEARS_ZH = re.compile(r"[“\"]?(十[一二三四五六])五[”\"]?")
_FIVE_YEARS_EN = re.compile(r"\b(1[1-6])th Five-Year", re.IGNORECASE)
# The first year of a five-year plan: the eleventh began in 2006.
_FIRST_PLAN, _FIRST_YEAR = 11, 2006

# Words that every plan may carry and that say nothing about its topic.
_EMPTY_ZH = re.compile(
    "关于|印发|通知|促进|推进|推动|加快|支持|深化|加强|进一步|全面|高质量|发展|建设|提升|打造|实施|若干|工作"
    '|有关|相关|试行|暂行|领域|本市|全市|我市|全省|我省|[《》“”"（）()、，的和与及年]|20\\d\\d|[-—–~～至]'
)
_EMPTY_EN = frozenset(
    """a an and at by for from in into of on or the to with its s promoting promote promotes boosting boost
    accelerating accelerate supporting support strengthening strengthen advancing advance deepening deepen
    further high quality development developing develop building build construction implementing implement
    action plan plans implementation work five year three municipality municipal province provincial city
    government people national opinions measures guidelines outline programme program scheme several new
    issued notice circular draft trial full period covering""".split()
)
_WORD_EN = re.compile(r"\b[a-z]+(?:-[a-z]+)*", re.ASCII)


def form_of(name: str, language: str) -> str | None:
    """Return the form of a policy that a name ends in or carries ("行动方案", "action plan"), or None."""
    found = (_FORM_ZH if language == "zh" else _FORM_EN).findall(name)
    if not found:
        return None
    return str(found[-1] if language == "zh" else found[0]).lower()


def is_described(name: str) -> bool:
    """Whether English words tell of a plan without naming it: "an action plan for green grain storage"."""
    form = _FORM_EN.search(name)
    return form is not None and form[0].islower()


def is_name(title: str, language: str) -> bool:
    """Whether a title is itself the name of a policy, not a headline about one."""
    if re.search("[：:？?！!，,]", title):
        return False
    return bool((_NAME_ZH if language == "zh" else _NAME_EN).search(title.strip()))


def period_of(name: str) -> str | None:
    """Return the years a name spans, "2025/2027"; a five-year plan spans its five years."""
    if years := _PERIOD.search(name):
        return f"{years[1]}/{years[2]}"
    if zh := _FIVE_YEARS_ZH.search(name):
        number = 10 + "一二三四五六".index(zh[1][1]) + 1
    elif en := _FIVE_YEARS_EN.search(name):
        number = int(en[1])
    else:
        return None
    first = _FIRST_YEAR + 5 * (number - _FIRST_PLAN)
    return f"{first}/{first + 4}"


def topic(name: str, language: str, place_words: frozenset[str] = frozenset()) -> str:
    """Return a name without place, form and filler, still in order: what the policy is about."""
    if language == "zh":
        for word in sorted(place_words, key=len, reverse=True):
            name = name.replace(word, " ")
        return " ".join(_EMPTY_ZH.sub(" ", _FORM_ZH.sub(" ", name)).split())
    words = _WORD_EN.findall(_FORM_EN.sub(" ", name).lower())
    return " ".join(_stem(w) for w in words if w not in _EMPTY_EN and w not in place_words)


def topic_words(topic: str, language: str) -> frozenset[str]:
    """Return a topic as a set: stems of English words, or bigrams of Chinese characters."""
    runs = topic.split()
    if language == "zh":
        return frozenset(run[i : i + 2] for run in runs for i in range(max(1, len(run) - 1)))
    return frozenset(runs)


def named_in(topic: str, language: str, text: str) -> float:
    """Return how much of a policy's topic `text` (in simplified characters) names, 0 to 1."""
    wanted = topic_words(topic, language)
    if not wanted:
        return 0.0
    if language == "zh":
        return sum(word in text for word in wanted) / len(wanted)
    return len(wanted & {_stem(word) for word in _WORD_EN.findall(text.lower())}) / len(wanted)


def _stem(word: str) -> str:
    """Fold the plural: devices and device are one word."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
