from typing import Any

import pytest

from ingest.language import identify
from tests.ingest.cases import cases, label


@pytest.mark.parametrize("case", cases("language"), ids=label)
def test_language_and_script_are_told(case: dict[str, Any]) -> None:
    assert identify(case["text"]) == (case["language"], case["script"])


def test_the_answer_does_not_change_between_calls() -> None:
    text = (
        "Il comune costruirà tre parchi industriali entro la fine del decennio e sosterrà le imprese locali."
    )
    assert {identify(text) for _ in range(20)} == {("it", "Latn")}
