"""Joining what several documents say of one plan: targets, tasks and products, across languages."""

from kb.joining.targets import join_targets
from kb.joining.tasks import join_products, join_tasks, list_tasks

__all__ = ["join_products", "join_targets", "join_tasks", "list_tasks"]
