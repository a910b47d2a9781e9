"""Judgements as one sentence in the reader's language, which names what differs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kb.joining.agreement import stricter
from kb.writing import written

if TYPE_CHECKING:
    from kb.checking.judging import Ruling
    from kb.matching.stated import Stated

_REASONS = {
    "agrees": ("原文一致：{said}。", "The source says the same: {said}."),
    "looser": (
        "原文为{said}，比该说法说得更多。",
        "The source says {said}, which is more than is claimed.",
    ),
    "same_quantity": ("原文为{said}，而不是{claim}。", "The source says {said}, not {claim}."),
    "same_unit": (
        "单位不同：原文为{said}，而不是{claim}。",
        "The unit differs: the source says {said}, not {claim}.",
    ),
    "same_deadline": (
        "期限不同：原文为{said}，而不是{claim}。",
        "The deadline differs: the source says {said}, not {claim}.",
    ),
    "no_deadline": (
        "原文有{said}，但没有写明该说法的期限（{claim}）。",
        "The source says {said}, but does not give the claimed date ({claim}).",
    ),
    "same_period": (
        "时间不同：原文说的是另一时期的数字（{said}）。",
        "The time differs: the source gives this for another period ({said}).",
    ),
    "same_rate": (
        "计算周期不同：原文为{said}，但每年、每月等口径与该说法不同。",
        "The period counted differs: the source says {said}, but per another span of time.",
    ),
    "not_reached": (
        "原文中{said}是目标，并非已经达到。",
        "In the source {said} is a target, not yet reached.",
    ),
    "not_the_start": (
        "原文中{said}是起点，不是目标。",
        "In the source {said} is where it starts from, not the target.",
    ),
    "same_direction": (
        "方向相反：原文为{said}，升降与该说法相反。",
        "The direction differs: the source has {said} going the other way.",
    ),
    "same_bound": (
        "界限不同：原文为{said}，而不是{claim}。",
        "The bound differs: the source says {said}, not {claim}.",
    ),
    "same_subject": (
        "最接近的数字说的是另一个对象：{said}（{subject}）。",
        "The nearest figure is on something else: {said} ({subject}).",
    ),
    "same_kind_of_unit": (
        "原文为{said}，该说法为{claim}：百分比与百分点不能混同。",
        "The source says {said}, the claim {claim}: per cent and percentage points are not the same.",
    ),
    "within_range": ("原文给出的是范围：{said}。", "The source gives a range: {said}."),
    "weaker_bound": (
        "原文为{said}；该说法不算错，但不准确。",
        "The source says {said}; the claim is not wrong but inexact.",
    ),
    "stricter_bound": (
        "原文为{said}，该说法更强：{claim}。",
        "The source says {said}; the claim says more: {claim}.",
    ),
    "subject_in_doubt": (
        "最接近的数字是{said}（{subject}），不能确定说的是同一件事。",
        "The nearest figure is {said} ({subject}); whether it is on the same subject is not certain.",
    ),
    "nothing_held": (
        "所收文件中没有关于“{claimed}”的数字。",
        "No document held gives a figure for “{claimed}”.",
    ),
}


def reason(claim: Stated, ruling: Ruling, language: str) -> str:
    """Return why a claim is judged so."""
    finding = ruling.finding
    rule = finding.rule
    said = ruling.evidence[0] if ruling.evidence else None
    if rule == "same_deadline" and said and not said.figure.deadline:
        rule = "no_deadline"
    if rule == "agrees" and said and stricter(said.figure.bound, claim.figure.bound):
        rule = "looser"
    words = _REASONS[rule][0 if language == "zh" else 1]
    return words.format(
        claim=written(claim.figure, language),
        said=written(said.figure, language) if said else "",
        subject=said.subject if said else "",
        claimed=claim.subject,
    )
