"""Where the heading of an item ends and the text that runs on behind it begins."""

from __future__ import annotations

import re

LONGEST = 400  # a heading without any end in this many characters is text
_ZH_UNITS = "责任|責任|牵头|牽頭|主办|主辦|负责|負責|配合|完成时"
_ZH_END = re.compile(rf"[。！？；;]|[（(【\[](?={_ZH_UNITS})")
_ZH_RUN_ON = re.compile(r"[^，,、；：:。\s]{2,30}(?P<end>[：:](?=\s*\S)|[ \t　]+(?=\S[^\n]*[，。；]))")
_EN_END = re.compile(
    r"(?<!\b[A-Z])(?<!\b(?:No|vs|St|Dr|Mr|Ms|eg|ie|cf))(?<!\b(?:Art|Inc|Ltd|e\.g|i\.e))"
    r"[.!?;。](?=[\s\"”’)]|$)|[(（\[](?=(?:Responsible|Lead|Led|Support|Jointly|Undertak|Implement))"
)
_EN_RUN_ON = re.compile(r"[^.:;\n]{2,90}(?P<end>:)(?=[ \t]+\S[^\n]*[.;])")
WRAPPED = 34  # a Chinese line of so many characters without any end goes on in the next


def heading_end(text: str, start: int, stop: int, language: str) -> int:
    """Return the end of the heading that begins at `start` of an item whose own text ends at `stop`."""
    stop = min(_line_end(text, start, stop, language), start + LONGEST)
    end, run_on = (_ZH_END, _ZH_RUN_ON) if language == "zh" else (_EN_END, _EN_RUN_ON)
    ended = end.search(text, start + 1, stop)
    stop = ended.start() if ended else stop
    early = run_on.match(text, start, stop + 1)
    stop = early.start("end") if early else stop
    return start + len(text[start:stop].rstrip(" \t\n　*_:：#."))


def _line_end(text: str, start: int, stop: int, language: str) -> int:
    """Return the end of the first line, and of those that it was wrapped into."""
    end = _ZH_END if language == "zh" else _EN_END
    line = text.find("\n", start, stop)
    while 0 <= line < stop - 1 and not end.search(text, start, line + 1):
        wrapped = line - start >= WRAPPED if language == "zh" else text[line + 1].islower()
        wrapped = wrapped or text[line - 1] in "，、,"  # a heading does not end so
        if not wrapped:
            break
        line = text.find("\n", line + 1, stop)
    return line if line >= 0 else stop
