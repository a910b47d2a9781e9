import pytest

from corpus import errors
from corpus.errors import MissingSource, PolicyError, SourceError, UndecodableText

TREE = [made for made in vars(errors).values() if isinstance(made, type) and issubclass(made, PolicyError)]


def test_an_error_is_one_line_with_what_to_do() -> None:
    assert MissingSource("plan.pdf does not exist").line == "plan.pdf does not exist: check the path"


def test_a_hint_can_be_given_for_the_occasion_or_left_out() -> None:
    assert UndecodableText("page.html", hint="ask its publisher").line == "page.html: ask its publisher"
    assert PolicyError("it broke").line == "it broke"
    assert MissingSource("gone", hint="").line == "gone"


def test_whoever_catches_the_root_catches_all() -> None:
    with pytest.raises(SourceError):
        raise MissingSource("gone")
    assert len(TREE) > 5


@pytest.mark.parametrize("error", TREE)
def test_the_drawing_of_the_tree_names_every_error(error: type[PolicyError]) -> None:
    assert error.__name__ in (errors.__doc__ or "")
    assert error.__doc__
