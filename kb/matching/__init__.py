"""Whether two figures, in whatever languages, are on one subject: by words, vectors, places and times."""

from kb.matching.pairing import Match, Matcher
from kb.matching.qualifiers import conflict
from kb.matching.sentences import Statements
from kb.matching.stated import Stated

__all__ = ["Match", "Matcher", "Stated", "Statements", "conflict"]
