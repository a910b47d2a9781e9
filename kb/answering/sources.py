"""Which source a question speaks of: "the Sina report", 据科技日报报道."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

_CUE = re.compile(
    r"\b(?:report|article|story|piece|according to|daily|news|digest|website)\b|报道|文章|媒体|据|日报|网",
    re.IGNORECASE,
)
# Media whose English names are no romanisation; the Chinese is how their publisher lines begin.
_MEDIA = {
    "sina": "新浪", "xinhua": "新华", "people's daily": "人民", "people.cn": "人民网",
    "science and technology daily": "科技日报",
    "yicai": "第一财经", "china business network": "第一财经", "the paper": "澎湃", "caixin": "财新",
    "economic daily": "经济日报",
    "china securities journal": "中国证券报", "securities times": "证券时报",
    "shanghai securities news": "上海证券报",
    "guangming daily": "光明日报", "china news": "中国新闻", "china daily": "中国日报",
    "global times": "环球", "jiemian": "界面",
    "21st century business herald": "21世纪经济", "sohu": "搜狐", "netease": "网易", "tencent": "腾讯",
    "ifeng": "凤凰", "phoenix": "凤凰",
    "instrument": "仪器信息网", "cctv": "央视", "economic information daily": "经济参考报",
    "legal daily": "法治日报",
}  # fmt: skip
_DAILY = re.compile(r"\b([A-Z][a-z]+(?:'[a-z]+)?) (?:Daily|News|Evening News|Business Daily)\b")
_SHORTEST = 2


def named_source(question: str, publishers: Callable[[], Mapping[str, str]]) -> frozenset[str] | None:
    """Return the documents of the source that a question names, None where it names none that is held.

    `publishers` gives those that are known by document; it is called only where a source may be meant.
    """
    if not _CUE.search(question):
        return None
    lowered = question.lower()
    wanted = [zh for en, zh in _MEDIA.items() if en in lowered]
    found = {d for d, name in publishers().items() if _is_named(name, question, lowered, wanted)}
    return frozenset(found) if found else None


def _is_named(publisher: str, question: str, lowered: str, wanted: Iterable[str]) -> bool:
    """Whether a publisher's name, its beginning or its romanisation stands in the question."""
    if any(publisher.startswith(name) for name in wanted):
        return True
    if publisher.isascii():
        squeezed = publisher.lower().replace(" ", "")
        return publisher.lower() in lowered or squeezed in lowered.replace(" ", "")
    if publisher in question or (len(publisher) > _SHORTEST and publisher[:-1] in question):
        return True
    if any(
        publisher.startswith(name)
        for name in re.findall(r"据?([\u3400-\u9fff]{2,6})(?=的?(?:报道|文章))", question)
    ):
        return True
    return any(_romanised(publisher).startswith(m[1].lower()) for m in _DAILY.finditer(question))


def _romanised(name: str) -> str:
    from pypinyin import lazy_pinyin

    return "".join(lazy_pinyin(name))
