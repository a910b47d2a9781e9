"""The byline: one line that says when, where and by whom an article was published."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from corpus.text import Span
from ingest.dates import Date, find_dates, find_months
from ingest.issuing import NUMBER, is_bodies, is_name, read_issue

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# Names of fields; a value runs from its label to the next label, whichever that is. "_" is a space.
LABELS = {
    "source": "信息来源 文章来源 稿件来源 新闻来源 内容来源 资料来源 来源 稿源 转自 转载自 source via",
    "issuer": """答复单位 答复部门 答复机构 回复单位
        发布机构 发布机关 发布单位 发文机关 发文单位 印发单位 印发机关 制发机关 制定机关 编制单位
        信息提供单位 公开主体 发布者
        issued_by issuing_authority issuing_body issuing_agency publisher published_by released_by""",
    "issued": """答复时间 答复日期 回复时间
        发布日期 发布时间 印发时间 发文日期 发表时间 发表日期 发表于 发布于 更新时间 更新日期 日期 时间
        published published_on publish_date publish_time published_date release_date released updated
        last_updated posted posted_on issued issued_on issue_date date_of_issue date time""",
    "signed": """成文日期 生成日期 印发日期 签发日期""",
    "fact": """生效日期 实施日期 失效日期 废止日期 截止日期 截止时间 有效期
        索引号 主题分类 发文字号 文号 名称 公开范围 类型 关键词 标签 栏目 type category tags""",
    "other": """责任编辑 责编 编辑 作者 记者 撰稿 通讯员 浏览量 浏览次数 浏览 点击数 点击量 点击 阅读量 阅读数
        阅读 访问量 评论数 字体 字号 原文地址 原文链接 分享到 分享 IP属地 属地
        author by editor editors reporter reporters views reads font_size original_link""",
}
# Rows of the table in which official sites describe a document: "索引号：…	主题分类：…", "标　　题：…"
FACTS = """来信人 来信时间 来信标题 信件编号 信件标题 办理状态
    索引号 信息索引 标题 名称 文件名称 主题分类 主题词 体裁分类 公文种类 公文时效 文件时效 发文机关
    发布机构 发文字号 文号 成文日期 生成日期 发文日期 发布日期 生效日期 有效性 信息类别 公开类别 公开方式
    公开范围 公开时限 公开形式 服务对象 组配分类 关键词 统一登记号 index_no index_no. document_no
    document_no. issued_by issuing_authority"""


def _any(words: str, between: str = "") -> str:
    """Return a pattern for any of `words`, the longest first; `between` may stand between two characters."""
    ordered = sorted(words.split(), key=len, reverse=True)
    return "|".join(between.join(map(re.escape, word)).replace("_", r"\s") for word in ordered)


LABEL = re.compile(
    "|".join(rf"(?P<{kind}>{_any(words)})\s*[:：]" for kind, words in LABELS.items())
    # 来信时间, 公开事项名称: when something else was, or what it was called
    + r"|(?P<own>(?![日号年月])[㐀-鿿]{1,4}(?:时间|日期|名称|类别|方式))\s*[:：]",
    re.IGNORECASE,
)
FACT = re.compile(rf"^\W{{0,2}}(?:{_any(FACTS, r'[ 　]{0,4}')})\s*[:：】\]]", re.IGNORECASE)
# What stands around the fields of a byline and says nothing: separators, tools, counters, days and clocks.
CHAFF = re.compile(
    r"[\s\W_]+|(?:星期|周)[一二三四五六日天]|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b"
    r"|\d{1,2}[:：]\d\d(?:[:：]\d\d)?|\b(?:(?:UTC|GMT)(?:\s?[+-]\s?\d{1,2}(?::?\d\d)?)?|[CB]ST|[ap]\.?m\b\.?)"
    r"|\b(?:issued|published|released|dated)(?:\son)?\b|印发|第\s?[A-Z]?\d{1,2}\s?版"
    r"|收藏|听新闻|打印|关闭|分享|字号|大|中|小|A[+-]{0,2}|评论\W?\d*\W?|\d+评论|点赞|举报|转载|原创|订阅|关注|北京时间|发布于|发布|\d{1,7}",
    re.IGNORECASE,
)
# Where the name of a publisher ends at the latest, if no label does it.
NAME_END = re.compile(
    r"[\t|｜【】\[\](（)）>。]|\s{2,}|\.(?=\s*$)(?<!\b(?:Ltd|Inc)\.)(?<!\bCo\.)(?<!\bCorp\.)|(?<=[㐀-鿿])\s+|\s+(?=[㐀-鿿])|\s*(?:收藏|听新闻|字号|打印|评论|分享)"
)
AUTHOR = re.compile(
    r"^\W*(?:by\s|(?:首席|本报|见习|特约|实习)?(?:记者|编辑)|实习生|作者|文[/／|]|撰文|通讯员|责编|编辑)",
    re.IGNORECASE,
)
# By Zhou Lan in Qianjiang, Hubei
BY = re.compile(
    r"\W*By\s[A-Z][\w'’-]+(?:\s[A-Z][\w.'’-]+){0,3}(?:\sin\s[A-Z][\w'’ -]{2,30}(?:,\s[A-Z][\w'’ -]{2,30})?)?"
)
# A name between the separators of a byline; and what only sentences have.
PIECE = re.compile(r"[^\s·•|｜/　](?:[^·•|｜/　\n]*[^\s·•|｜/　:：,，\-–—])?")
LETTERS = re.compile(r"[^\W\d_]{2}")
LEAD = re.compile(r"^(?:原创|首发|转载|来源于?)\s*")
COUNTER = re.compile(r"阅读|浏览|点击|评论|访问|字数|\d\s*[人次]|views|reads", re.IGNORECASE)
CLAUSE = re.compile(r"[。！？；，,;]")
NO_NAME = re.compile(
    r"[。！？；，,;：:]|会议.{0,4}通过|修[订正]|(?:issued|published|released)\sby", re.IGNORECASE
)
# Jilin Today, Nov 7, 2025; Industry Weekly, issue 7, 2026-02-16; Sichuan Wire · Beijing, July 3, 2025
LED = re.compile(
    r"\W{0,2}(?P<name>[A-Z][\w&'’ .-]{1,59}[\w.](?:\s\([^()\n]{2,30}\))?)(?:,\s|\s?[·•|]\s?)"
    r"(?:(?:issue|no\.|vol\.)\s\d{1,4},\s)?(?:[A-Z][a-z'’]{1,20}(?:\s[A-Z][a-z'’]{1,20})?,\s)?",
    re.IGNORECASE,
)
# By Lin Qiao, South China Industry Review
AUTHORED = re.compile(
    r"\W{0,2}By\s[A-Z][\w'’-]+(?:\s[A-Z][\w.'’-]+){1,3}(?:\sand\s[A-Z][\w.'’ -]+)?"
    r"(?:(?:,|\s[|–—-]|\sof(?:\sthe)?|\sfor)\s(?P<paper>[A-Z][\w&'’ .-]{2,60}))?\W{0,2}"
)
ISSUED = re.compile(r"(?:印发|发布|公布|出台)")
YEAR = re.compile(r"(?:19|20)\d\d|[〇零○]")
SHORT, LONGEST, LONGEST_LATIN = 40, 60, 120  # names of publishers: beside a date, else
MAX_BYLINE = 160


@dataclass(frozen=True, slots=True)
class Name:
    """A publisher's name as written, and where."""

    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class Byline:
    """What one line says about an article's publication.

    Args:
        date: the date of publication, by label if one has it.
        signed: the date of signature, by label.
        source: the publisher that the article was taken from, or that stands beside the date.
        issuer: the body that issued the document.
        pure: whether the line says nothing else, and so is no sentence.
        labelled: whether any of it is labelled.

    """

    date: Date | None
    signed: Date | None
    source: Name | None
    issuer: Name | None
    pure: bool
    labelled: bool


@dataclass(frozen=True, slots=True)
class Field:
    """A labelled value on a line; the stretch before the first label has no kind."""

    kind: str
    span: Span


def is_fact(view: str) -> bool:
    """Whether the line is a row of the table that describes an official document, not part of its text."""
    return len(view) <= MAX_BYLINE and FACT.match(view) is not None


@lru_cache(maxsize=1 << 12)
def read_byline(text: str) -> Byline | None:
    """Read `text`, one line in simplified characters, as a byline; None where it has nothing of one."""
    byline = _fielded(text) if len(text) <= MAX_BYLINE else None
    if byline and (byline.labelled or byline.source or (byline.pure and byline.date)):
        return byline
    return _led(text) or _issued(text) or _authored(text) or byline


def _authored(text: str) -> Byline | None:
    """Read a line that says only who wrote it, and for which paper."""
    found = AUTHORED.fullmatch(text)
    if not found:
        return None
    source = Name(found["paper"], Span(*found.span("paper"))) if found["paper"] else None
    return Byline(None, None, source, None, pure=True, labelled=True)


def _led(text: str) -> Byline | None:
    """Read a line that opens with a paper's name and, behind a comma, its date: Jilin Today, Nov 7, 2025."""
    lead = LED.match(text)
    date = next((d for d in find_dates(text) if d.span.start == lead.end()), None) if lead else None
    if not lead or not date or not is_name(lead["name"]) or is_bodies(lead["name"]):
        return None
    rest = text[date.span.end :]
    if CHAFF.sub("", rest) and not AUTHOR.match(rest):
        return None
    return Byline(date, None, Name(lead["name"], Span(*lead.span("name"))), None, pure=True, labelled=False)


def _issued(text: str) -> Byline | None:
    """Read a line that says which body issued a document when: Issued by the … Bureau on May 5, 2026."""
    issue = read_issue(text) if YEAR.search(text) else None
    if issue is None or issue.date is None:
        return None
    issuer = Name(issue.body.cut(text), issue.body) if issue.body else None
    return Byline(issue.date, None, None, issuer, pure=True, labelled=False)


def _fielded(text: str) -> Byline | None:
    """Read a line of labelled fields, and of names and dates between separators."""
    fields = tuple(_fields(text))
    dates = find_dates(text) or _months(text, fields)
    names = {
        f.kind: name
        for f in reversed(fields)
        if f.kind in ("source", "issuer") and (name := _name(text, f.span))
    }
    said = _pieces(text, _rest(text, dates))
    unsaid = [p for p in said if not _is_author(text, p) and not NUMBER.fullmatch(p.cut(text))]
    beside = None
    if dates and "source" not in names:
        beside = _beside(text, unsaid) or (None if unsaid else _behind(text, dates, fields))
    if beside:
        names["source"] = beside
    if not dates and not names:
        return None
    pure = beside is not None or not unsaid
    day = _published(dates, fields)
    return Byline(day, _signed(dates, fields), names.get("source"), names.get("issuer"), pure, bool(fields))


def _fields(text: str) -> Iterator[Field]:
    labels = list(LABEL.finditer(text))
    ends = [*(label.start() for label in labels[1:]), len(text)][: len(labels)]
    for label, end in zip(labels, ends, strict=True):
        if label.end() < end:
            yield Field(label.lastgroup or "other", Span(label.end(), end))


def _months(text: str, fields: tuple[Field, ...]) -> tuple[Date, ...]:
    """Return months without a day that a label or the word behind calls those of issue: 2026年1月印发."""
    return tuple(
        d
        for d in find_months(text)
        if any(f.kind == "issued" and f.span.holds(d.span) for f in fields)
        or (fields and ISSUED.match(text, d.span.end))
    )


def _name(text: str, span: Span) -> Name | None:
    """Return the name at the head of a field, without what runs on behind it."""
    field = span.cut(text)
    start = len(field) - len(field.lstrip(' \t　:：《“"'))
    field = field[start:]
    dates = find_dates(field)
    if dates:
        field = field[: dates[0].span.start]
    end = NAME_END.search(field)
    name = (field[: end.start()] if end else field).rstrip(' \t　,，;；、|·《》”"-—')
    if not 1 < len(name) <= (LONGEST_LATIN if name.isascii() else LONGEST) or not re.search(
        r"[^\W\d_]", name
    ):
        return None
    at = span.start + start
    return Name(name, Span(at, at + len(name)))


def _rest(text: str, dates: tuple[Date, ...]) -> tuple[Span, ...]:
    """Return what stands before the first label and is no date."""
    first = LABEL.search(text)
    end = first.start() if first else len(text)
    at = 0
    rest = []
    for date in dates:
        if date.span.start > at:
            rest.append((at, min(date.span.start, end)))
        at = date.span.end
    rest.append((at, end))
    return tuple(Span(a, b) for a, b in rest if a < b)


def _pieces(text: str, stretches: Iterable[Span]) -> Iterator[Span]:
    """Yield what stands between separators and says anything."""
    for stretch in stretches:
        for piece in PIECE.finditer(stretch.cut(text)):
            if CHAFF.sub("", piece[0]):
                yield Span(stretch.start + piece.start(), stretch.start + piece.end())


def _is_author(text: str, piece: Span) -> bool:
    """Whether a piece names the author; 记者从市政府获悉，… goes on as a sentence."""
    words = piece.cut(text)
    if BY.fullmatch(words):
        return True
    ended = text[piece.end : piece.end + 1] not in ("，", "。")
    return ended and bool(AUTHOR.match(words)) and not CLAUSE.search(words)


def _beside(text: str, pieces: Sequence[Span]) -> Name | None:
    """Return the one name that stands beside a date without a label: `仪器信息网· 2025-11-04 09:08`."""
    if len(pieces) != 1:
        return None
    words = LEAD.sub("", pieces[0].cut(text))
    if len(words) > (LONGEST if words.isascii() else SHORT):
        return None
    if words[:1] in tuple("(（") or NO_NAME.search(words) or not LETTERS.search(words):
        return None
    return Name(words, Span(pieces[0].end - len(words), pieces[0].end))


def _behind(text: str, dates: Sequence[Date], fields: Sequence[Field]) -> Name | None:
    """Return the one name behind the date of a label: `Updated: January 9, 2026 21:14 Xinhua`."""
    for date in dates:
        for field in fields:
            if field.kind == "issued" and field.span.holds(date.span) and date.span.end < field.span.end:
                name = _beside(text, list(_pieces(text, [Span(date.span.end, field.span.end)])))
                return None if name and COUNTER.search(name.value) else name
    return None


def _published(dates: tuple[Date, ...], fields: tuple[Field, ...]) -> Date | None:
    """Return the date that a label calls the date of publication, else one that no label of dates claims."""
    for kinds in (("issued",), ("", "source", "other")):
        for date in dates:
            if next((f.kind for f in fields if f.span.holds(date.span)), "") in kinds:
                return date
    return None


def _signed(dates: tuple[Date, ...], fields: tuple[Field, ...]) -> Date | None:
    """Return the date that a label calls the date of signature."""
    return next((d for d in dates for f in fields if f.kind == "signed" and f.span.holds(d.span)), None)
