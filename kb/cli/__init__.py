"""The command line: each command opens the knowledge base, calls one method and prints what it returns."""

from kb.cli.main import main

__all__ = ["main"]
