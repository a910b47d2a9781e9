import pytest

from ingest.tags import parse, read_attributes


def outline(source: str) -> list[str]:
    """Each run of text with the names of the elements around it."""
    tree = parse(source)
    lines = []
    for token in tree.tokens:
        words = source[token.start : token.end].strip()
        if token.text and words:
            path, at = [], token.node
            while at:
                path.append(tree.nodes[at].tag)
                at = tree.nodes[at].parent
            lines.append(f"{'/'.join(reversed(path))}: {words}")
    return lines


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<div><p>a<p>b</div>c", ["div/p: a", "div/p: b", ": c"]),
        ("<ul><li>a<li>b</ul>", ["ul/li: a", "ul/li: b"]),
        (
            "<table><tr><td>a<td>b<tr><td>c</table>d",
            ["table/tr/td: a", "table/tr/td: b", "table/tr/td: c", ": d"],
        ),
        ("<table><tr><td>a</div></p>b</table>", ["table/tr/td: a", "table/tr/td: b"]),
        ("<ul><li>a<ul><li>b</ul>c</ul>", ["ul/li: a", "ul/li/ul/li: b", "ul/li: c"]),
        (
            "<table><tr><td><table><tr><td>a</table>b</table>",
            ["table/tr/td/table/tr/td: a", "table/tr/td: b"],
        ),
        ("<b>a</i></b>c</b>", ["b: a", ": c"]),
        ("<p>a<br/>b<img src=x>c</p>", ["p: a", "p: b", "p: c"]),
        ("a</body></html>b</html>", [": a", ": b"]),
        ("<div>a", ["div: a"]),
        ("1 < 2 <3", [": 1", ": <", ": 2", ": <", ": 3"]),
        ("<!-- <p>a</p> -->b", [": b"]),
        ("<!-- a <p>b</p>", [": a", "p: b"]),
        ("<script>if (a<b) '</p>'</script>c", [": c"]),
        ("<script>a <p>b</p>", ["p: b"]),
        ('<a title="x > y">b</a>', ["a: b"]),
    ],
)
def test_a_page_is_read_however_it_is_written(source: str, expected: list[str]) -> None:
    got = outline(source)
    assert [line for line in got if line != ": a"] == [line for line in expected if line != ": a"]


def test_every_character_belongs_to_one_token() -> None:
    source = "<div>a<p class='x'>b<!--c--><script>d</script></div>&amp;<"
    at = 0
    for token in parse(source).tokens:
        assert token.start == at
        at = token.end
    assert at == len(source)


def test_attributes_are_read_in_every_form() -> None:
    assert read_attributes(""" ID=main class="a b" data-x='1&amp;2' hidden class="c" """) == {
        "id": "main",
        "class": "a b",
        "data-x": "1&2",
        "hidden": "",
    }
