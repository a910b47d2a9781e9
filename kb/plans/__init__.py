"""Which policies the documents are about: reading their names, and grouping documents by them."""

from kb.plans.grouping import group_plans
from kb.plans.mentions import read_mentions

__all__ = ["group_plans", "read_mentions"]
