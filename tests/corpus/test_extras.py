"""A missing extra is named with the line that installs it."""

import pytest

from corpus.errors import MissingExtra
from corpus.extras import need


def test_a_package_that_is_there_is_imported() -> None:
    assert need("json", "any", "JSON").loads("1") == 1


def test_a_missing_package_says_how_to_install_it() -> None:
    with pytest.raises(MissingExtra) as missing:
        need("no_such_package_anywhere", "pdf", "PDF")
    assert missing.value.line == (
        "PDF cannot be read or written without no_such_package_anywhere: pip install 'policykb[pdf]'"
    )
