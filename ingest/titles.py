"""The title of an HTML page: the line that says best what <title> and the page's own data say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ingest.article import ASIDE
from ingest.furniture import furniture

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from corpus.records import Evidence
    from ingest.lines import Line

STATED = ("articletitle", "og:title", "twitter:title", "title", "dc.title", "headline", "<title>")
TITLED = re.compile(r"(?:^| )(?:\w*[-_])?(?:title|headline|bt|biaoti|tit)(?:[-_]\w*)?(?: |$)", re.IGNORECASE)
# Between a title and the names of column and site: "题目_要闻_某市人民政府", "Title | Site", "题目-某网".
SEAM = re.compile(
    r"\s*[_|｜]\s*|\s+[-–—]{1,2}\s+|-(?=[㐀-鿿]{2,14}$)|(?<=[报网社台刊府厅局委部])-(?=[㐀-鿿])|--+|—{2,}|\s*[»›]\s*"
)
# 深度｜产业园区如何留住企业: the name of a series opens the title.
SERIES = re.compile(r"^[㐀-鿿]{2,6}[|｜](?=[㐀-鿿])")
# Names of columns, which some sites write where the title should be.
COLUMN = re.compile(
    r"""(?:(?>最新|本局|本委|本市|我市|政府|法定主动|重要|综合|行业|部门|信息|新闻|内容|文章|详细|图片|通知|公示|公告|政策
    |工作|政务|时政|公开|法规|文件|浏览|动态|解读|要闻|快讯|资讯|中心|正文|详情|页面?|栏目|专栏|首页|标题|无标题)\s*+)++
    |(?>news|details?|article|page|untitled|home|document|notices?|announcements?|content|index|\s)++""",
    re.IGNORECASE | re.VERBOSE,
)
# 某市农业农村局, 某省人民政府门户网站: the name of a site.
SITE = re.compile(
    r"(?!.*(?:关于|设立|成立|组建|的))[㐀-鿿]{2,20}(?:政府|[局厅委部]|委员会|办公室|(?:门户|官方)?网站?|日报|晚报)(?:门户网站|官网|网站?)?"
)
FITTING = 0.6
RANKED = 2.5  # what the rank of a heading weighs that no stated title knows
MAX_TITLE = 200


def stated_title(meta: Mapping[str, Evidence]) -> Evidence | None:
    """Return what the page calls its title, in the order of trust; the name of a column is none."""
    stated = (meta[name] for name in STATED if name in meta)
    return next((evidence for evidence in stated if not _is_other(evidence.value.strip())), None)


def _is_other(words: str) -> bool:
    """Whether words name a column or a site, and no article."""
    return bool(COLUMN.fullmatch(words) or SITE.fullmatch(words))


def find_title(lines: Sequence[Line], meta: Mapping[str, Evidence]) -> Line | None:
    """Return the line of the page that is its title, or None where none fits."""
    stated = [without_site(meta[name].value)[0] for name in STATED if name in meta]
    best = max(lines, key=lambda line: _score(line, stated), default=None)
    return best if best and _score(best, stated) > 0 else None


def _score(line: Line, stated: Sequence[str]) -> float:
    """Return how much the line shares with a stated title, if that is most of the shorter of the two."""
    assert line.place
    if not 2 < len(line.text) <= MAX_TITLE or line.place.linked > 0.5 or (line.is_prose and not line.is_open):
        return 0
    if furniture(line.view) or _is_other(line.view):
        return 0
    own = line.place.names.rpartition("/")[2]
    rank = (
        0
        if ASIDE.search(line.place.names)
        else {"h1": 3, "h2": 2, "h3": 1}.get(line.place.tag, 0) or 2 * bool(TITLED.search(own))
    )
    scores = [_overlap(line.text, title) for title in stated]
    return max(
        [rank + score for score in scores if score] or [RANKED * rank if len(line.text) > 5 else rank / 10]
    )


def _overlap(line: str, title: str) -> float:
    ours, theirs = _pairs(line), _pairs(title)
    shared = len(ours & theirs)
    return (
        shared * shared / len(ours) if shared >= FITTING * min(len(ours), len(theirs)) and shared > 2 else 0
    )


def _pairs(text: str) -> set[str]:
    bare = re.sub(r"\s+", "", text)
    return {bare[i : i + 2] for i in range(len(bare) - 1)} or {bare}


def without_site(title: str) -> tuple[str, str | None]:
    """Return the longest piece of a page's <title>, and the last or first one if that names the site."""
    series = SERIES.match(title)
    head = series[0] if series else ""
    pieces = [piece.strip() for piece in SEAM.split(title[len(head) :]) if piece.strip()]
    if len(pieces) < 2:
        return title.strip(), None
    longest = max(pieces, key=len)
    site = next((piece for piece in (pieces[-1], pieces[0]) if piece != longest), None)
    return (head if longest == pieces[0] else "") + longest, site
