"""Scoring an installation on gold: what a careful reader takes from some sources, and what comes out here.

A gold folder holds any of these files, and its sources in `sources/`, or in `../seeds` beside it:

* `figures.json`: `{"documents": {source: [figure]}, "articles": {source: n}, "complete": bool}`
* `tasks.json`: `[{"number", "title", "units": [name]}]`
* `questions.jsonl`: `{"question", "answer_docs", "answer_quote", "answer_value", "cited_words"}`; no
  `answer_docs` where the sources hold no answer, `cited_words` only where the quote is not enough
* `claims.jsonl`: `{"claim", "verdict"}`
* `garbled.jsonl`: `{"kind", "garbled", "clean", "recoverable"}`; bytes in hexadecimal where the kind
  names bytes

A source is named by the beginning of its file's name.
"""

from kb.evaluating.gold import BUNDLED, Gold, open_gold
from kb.evaluating.scoring import Score, evaluate

__all__ = ["BUNDLED", "Gold", "Score", "evaluate", "open_gold"]
