import pytest

from ingest.repairing.codepages import BIG5, GBK, HOLE
from ingest.repairing.dividing import BIG5_TEXT, GBK_TEXT, LOST, divided
from ingest.repairing.filling import Slot, chosen
from ingest.repairing.fluency import worded_share
from ingest.repairing.holes import of_pair


def slots(pattern: str, *doubtful: str) -> list[Slot]:
    """Return the places of a text in which each * may be any of the characters given for it."""
    may_be = iter(doubtful)
    return [tuple(next(may_be)) if c == "*" else (c,) for c in pattern]


@pytest.mark.parametrize(
    ("pattern", "doubtful", "meant"),
    [
        ("发展规*纲要", ["划刘列"], "发展规划纲要"),
        ("*管機關應當", ["主乃丘"], "主管機關應當"),
        ("到2030*，", ["年外才"], "到2030年，"),
        ("建設水庫*", ["。七列"], "建設水庫。"),
        ("增長*%", ["〇一三五"], f"增長{LOST}%"),
        ("其中*于", ["不低高"], f"其中{LOST}于"),
        ("**", ["主人", "人主"], f"{LOST}{LOST}"),
        ("第一", [], "第一"),
    ],
)
def test_a_place_is_filled_only_where_words_leave_no_doubt(
    pattern: str, doubtful: list[str], meant: str
) -> None:
    assert "".join(chosen(slots(pattern, *doubtful))) == meant


def test_simplified_text_is_not_filled_with_traditional_characters() -> None:
    assert chosen(slots("管理*法", "办劍"))[2] != "劍"


def test_what_a_hole_may_have_been_could_not_be_shown_there() -> None:
    possible = of_pair(HOLE + b"~", b"", GBK, BIG5_TEXT)
    assert {"年", "才", "外"} < set(possible)
    assert not {"家", "的", "，"} & set(possible)
    assert of_pair(HOLE * 2, b"", GBK, BIG5_TEXT) == ()
    assert of_pair(b"\xc4\xea", b"", BIG5, GBK_TEXT) == ()


def test_bytes_are_divided_so_that_ordinary_text_comes_out() -> None:
    data = "水利部门".encode("gbk")
    assert [piece.meant for piece in divided(data[:3] + HOLE + data[4:], GBK_TEXT)] == [
        "水",
        LOST,
        "部",
        "门",
    ]
    assert [piece.meant for piece in divided(data[1:], GBK_TEXT)][-3:] == ["利", "部", "门"]
    assert divided(b"", GBK_TEXT) == []


def test_real_text_is_made_of_words_and_chance_is_not() -> None:
    assert worded_share("推进农业用水价格综合改革") > 0.8
    assert worded_share("闲缆纫潘苎衣涡窝讶裳饰稍") < 0.2
    assert worded_share(f"农业用{LOST}价格") == 1
    assert worded_share("2030%") == 0
