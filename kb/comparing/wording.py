"""The reasons of the matrix in words, by the rule that gave them."""

from __future__ import annotations

REASONS = {
    "same": {
        "zh": "与最权威的来源一致：{chief}。",
        "en": "Agrees with the most authoritative source: {chief}.",
    },
    "rounded": {
        "zh": "四舍五入：{said}，原文为{chief}。",
        "en": "Rounded: {said}, where the source has {chief}.",
    },
    "weaker": {
        "zh": "说法更弱：{said}，原文为{chief}。",
        "en": "Says less: {said}, where the source has {chief}.",
    },
    "stronger": {
        "zh": "说法更强：{said}，原文为{chief}。",
        "en": "Says more: {said}, where the source has {chief}.",
    },
    "opposed_bound": {
        "zh": "界限相反：{said}，原文为{chief}。",
        "en": "The bound is the opposite: {said}, where the source has {chief}.",
    },
    "no_currency": {
        "zh": "没有写明币种，原文为{chief}。",
        "en": "Gives no currency, where the source has {chief}.",
    },
    "other_unit": {
        "zh": "单位或数量级不同：{said}，原文为{chief}。",
        "en": "Another unit or magnitude: {said}, where the source has {chief}.",
    },
    "other_deadline": {
        "zh": "期限不同：{said}，原文为{chief}。",
        "en": "Another deadline: {said}, where the source has {chief}.",
    },
    "other_subject": {
        "zh": "指标不同：说的是“{subject}”。",
        "en": "Another subject: this is said of “{subject}”.",
    },
    "other_value": {
        "zh": "数字不同：{said}，原文为{chief}。",
        "en": "Another figure: {said}, where the source has {chief}.",
    },
    "missing": {"zh": "没有提到。", "en": "Not mentioned."},
    "official": {
        "zh": "发布机关的正式文本，先于报道；原文先于转载。",
        "en": "The official text goes before reports of it, and an original before its reposts.",
    },
    "fullest": {
        "zh": "没有收入正式文本，以最完整的报道为准。",
        "en": "No official text is held: the fullest report goes before the others.",
    },
}
