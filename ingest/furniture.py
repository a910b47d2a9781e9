"""Furniture: lines of a page that are not the article, told by the words they use.

Every rule reads the simplified view of one line. Those of `ANYWHERE` are sure wherever they match; those
of `RIM` speak of things that an article may also mention, and count at the head and at the foot only.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ingest.lines import Line

Rule = tuple[str, re.Pattern[str]]


def _rule(why: str, pattern: str) -> Rule:
    return why, re.compile(pattern, re.VERBOSE | re.IGNORECASE)


ANYWHERE: tuple[Rule, ...] = (
    # "【责任编辑:陆超】", "编辑：王某", "(责编：李某、张某)", "Editor: Li Mei"
    _rule("editor", r"^\W{0,3}(?:责任编辑|责编|编辑|值班编辑|校对|审核|责任校对|初审|终审|监制|编审|(?:web\ )?editors?)\s*[:：丨|].{0,60}$"),
    # "分享到：微信 微博 QQ空间 复制链接", "扫一扫分享到手机"
    _rule("share", r"^\W{0,3}(?:分享(?:到|至|给|本文)|一键分享|扫一扫|扫码|微信扫|share\ (?:this|to|on)\b|follow\ us\b).{0,80}$"),
    _rule("share", r"^(?:微信|微博|新浪微博|qq空间|qq|复制链接|朋友圈|facebook|twitter|linkedin|whatsapp|weibo|wechat|e-?mail|print|share)$"),
    # "【字体：大 中 小】", "打印 关闭", "收藏", "听新闻", "我要纠错", "返回顶部"
    _rule("tools", r"^[\W_]*(?:字体|字号|font\ size)\s*[:：].{0,30}$"),
    _rule("tools", r"^(?:[\W_]*(?:打印(?:本页|本文)?|(?:小|大|中)字号|关闭(?:窗口|本页)?|收藏|点赞|举报|纠错|我要纠错|听新闻|语音播报|返回(?:顶部|首页|列表)?|回到顶部"
          r"|大|中|小|a[+-]{0,2}|登录|注册|搜索|下载app|客户端|无障碍|长者版|search|log\ ?in|sign\ (?:in|up)|subscribe|top|back|menu|close|more|更多))+[\W_>»]*$"),
    _rule("tools", r"^\W{0,3}(?:点击(?:播报|收听|朗读)|语音朗读|朗读全文|listen\ to\ (?:this|the)\ article).{0,30}$"),
    _rule("rule", r"^[\W_]+$"),
    # head lines of aggregators: "Workflow", "icon", "Search documents", "image"
    _rule("placeholder", r"^\[?(?:icon|image|img|logo|图片|图|photo|picture|avatar|video|视频|workflow|search\ documents?|loading)(?:[.…]{0,3}|\s?\d{0,2})\]?$"),
    _rule("counter", r"^\W{0,3}(?:浏览量|浏览次数|浏览|点击量|点击数|点击|阅读量|阅读数|阅读|访问量|评论|views?|reads?|hits?|comments?)\s*[:：(（]?\s*\d[\d,.万]*\s*次?\W{0,2}$"),
    # "当前位置：首页 > 新闻 > 要闻"
    _rule("navigation", r"^\W{0,3}(?:您?(?:当前|现在|所在)(?:的)?(?:位置|栏目)|您(?:当前|现在)?所在|位置|you\ are\ here|current\ location)\s*[:：是].{0,160}$"),
    _rule("navigation", r"^(?:首页|home)\s*[>＞»›/\\|｜·].{0,120}$"),
    _rule("navigation", r"^\W{0,3}(?:上一(?:篇|页|条)|下一(?:篇|页|条)|余下全文|阅读全文|查看更多|展开全文|previous|next|read\ more)\s*(?:[:：>»].{0,80})?\W*$"),
    # heads of lists: "相关稿件", "热点资讯", "图片新闻", "Most read"
    _rule("related", r"^\W{0,3}(?:相关(?:稿件|新闻|阅读|文章|链接|报道|资讯|推荐|文件|信息|解读|附件|专题|政策)|(?:延伸|推荐|扩展|拓展)阅读|为您推荐|猜你喜欢|编辑推荐"
          r"|(?:热点|热门|最新|图片|推荐|今日|本地|国内|国际|要闻|头条)(?:资讯|新闻|聚焦|文章|推荐|要闻|文件|排行|内容|信息|图片|专题)|(?:24|48|72)小时热(?:文|点|榜)|热文排行|排行榜|友情链接|精彩推荐"
          r"|栏目导航|most\ (?:read|viewed|popular)|related\ (?:articles|news|links|stories|documents|reading)|recommended(?:\ for\ you)?|latest\ news|hot\ topics|you\ may\ also\ like)\W{0,3}$"),
    # "某网版权及免责声明：…", "【免责声明】…", "凡本网注明…"
    _rule("disclaimer", r"^\W{0,3}.{0,20}(?:免责声明|免责条款|版权声明|版权及|法律声明|郑重声明|特别声明|disclaimer)\W"),
    _rule("disclaimer", r"凡(?:本网|本站|本报|注明).{0,30}(?:来源|转载|作品|稿件)|(?:均|皆)?转载自其[它他]媒体|(?:不|并不)(?:代表|意味着|表明)本(?:网|站|报|平台)|仅供其表达个人看法"
          r"|不构成(?:任何)?(?:投资|买卖|操作)?建议|据此(?:操作|入市).{0,6}(?:风险|自担)|(?:侵权|版权).{0,20}(?:联系|删除)|未经.{0,12}(?:授权|许可).{0,12}(?:转载|复制|使用)"),
    _rule("disclaimer", r"^\W{0,3}(?:风险提示|投资有风险)|does\ not\ constitute\ (?:investment|financial)\ advice|chinese\ version\ (?:shall|will)\ prevail"),
    _rule("copyright", r"版权所有|copyright\s*(?:©|\(c\)|&copy;|\d{4})|^\W{0,3}©|all\ rights\ reserved|powered\ by\ "),
    _rule("licence", r"[京沪津渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤琼川贵云陕甘青蒙桂宁新藏]\s?(?:icp|公网安备)|icp\s?[备证]|网站标识码|公安备案号|许可证(?:编号|号)?\s*[:：]|违法和不良信息举报"),
    _rule("site", r"^\W{0,3}(?:主办(?:单位)?|承办(?:单位)?|主管(?:单位)?|技术支持|网站维护)\s*[:：].{0,80}$|建议使用.{0,30}(?:分辨率|浏览器)|(?:网站地图|关于我们|联系我们|about\ us|contact\ us|site\ ?map|privacy\ policy)\W.{0,120}$"),
    _rule("site", r"(?:感谢您?|欢迎)(?:浏览|访问|光临|关注).{0,30}(?:网|站|平台|公众号)|欢迎(?:投稿|订阅|关注)|下载.{0,8}(?:app|客户端).{0,20}$"),
    _rule("contact", r"(?:客服|投稿|广告|举报|热线|新闻热线)(?:电话|邮箱|热线)?\s*[:：].{0,12}[\d@]"),
)  # fmt: skip

RIM: tuple[Rule, ...] = (
    _rule("attachments", r"^\W{0,3}(?:附件(?:下载)?|相关附件|attachments?|downloads?)\s*[:：]?$"),
    _rule("attachments", r"^.{1,80}\.(?:pdf|docx?|xlsx?|zip|rar|ofd|wps)\W{0,3}$"),
    _rule("contact", r"^\W{0,3}(?:地址|邮编|电话|传真|邮箱|e-?mail|tel|fax|address)\s*[:：].{0,80}$"),
    _rule("origin", r"(?:原文|原始|本文)(?:地址|链接|网址|出处)\s*[:：]|^\W{0,3}(?:original\ (?:link|url|article)|source\ url)\s*[:：]"),
    _rule("counter", r"^\d{1,7}(?:\s*(?:次|人|条|views?|comments?))?$"),
)  # fmt: skip
END_LINE = re.compile(r"^[\W_]*(?:全文完|完|正文完|end|the\ end|此件公开发布)[\W_]*$", re.IGNORECASE)


def furniture(view: str, *, rim: bool = False) -> str | None:
    """Return why a line is furniture, or None where no rule says so; `rim` adds the rules of the rim."""
    for why, pattern in ANYWHERE + RIM if rim else ANYWHERE:
        if pattern.search(view):
            return why
    return None
