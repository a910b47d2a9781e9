"""Words that a question is made of, and that say nothing of what it asks about."""

from __future__ import annotations

CHINESE = """
什么 哪些 哪个 哪里 哪 哪几 几 多少 如何 怎么 怎样 为什么 为何 谁 是否 吗 呢 吧
的 了 是 在 有 和 与 及 或 而 也 就 都 到 将 被 把 对 于 为 由 以 其 之 不 没有
请问 请 这 那 该 此 会 能 可以 可 要 上 下 中 哪年 何时 什么时候 多久 多大 多长
我 你 他 它 们 我们 你们 他们 一个 这个 那个 哪种 哪家 哪位
"""
ENGLISH = """
a an the of in on at to for from by with as is are was were be been being do does did
has have had having it its this that these those what which who whom whose when where
why how many much and or but not no if then than so such can could will would shall
should may might must there their they them we our you your he she his her i me my
about into over under between during per any all some each
"""
STOPWORDS = frozenset(CHINESE.split()) | frozenset(ENGLISH.split())
