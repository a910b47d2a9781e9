import pytest

from ingest.media import resolve


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Ke Ji Ri Bao", "科技日报"),
        ("KeJiRiBao", "科技日报"),
        ("Wu Han Wan Bao", "武汉晚报"),
        ("Chong Qing Ri Bao", "重庆日报"),
        ("36 Ke", "36氪"),
        ("21 Shi Ji Jing Ji Bao Dao", "21世纪经济报道"),
    ],
)
def test_a_romanised_name_finds_its_characters(written: str, name: str) -> None:
    assert resolve(written) == name


@pytest.mark.parametrize(
    "written", ["Tai Zhou Ri Bao", "Nobody Knows It", "Xinhua", "The Paper", "科技日报", "", "a b"]
)
def test_what_fits_no_name_or_two_is_not_guessed(written: str) -> None:
    assert resolve(written) is None
