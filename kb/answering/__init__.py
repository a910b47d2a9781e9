"""Answers made of evidence: every statement stands on quotes, and what no quote holds is not said."""

from kb.answering.asking import ask

__all__ = ["ask"]
