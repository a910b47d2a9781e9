"""Which policies the documents are about: reading their names, and grouping documents by them."""

from kb.plans.grouping import group_plans
from kb.plans.mentions import place_words, read_mentions
from kb.plans.names import named_in, topic

__all__ = ["group_plans", "named_in", "place_words", "read_mentions", "topic"]
