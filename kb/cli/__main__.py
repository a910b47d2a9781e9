"""`python -m kb.cli` is `policykb`."""

from kb.cli.main import main

main()
