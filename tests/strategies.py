"""Inputs that several test files draw from: texts, spans, edits and chains of edits."""

from itertools import pairwise

from hypothesis import strategies as st

from corpus.text import Edit, Span, TextMap, Trail, apply

CHARACTERS = "上海市醫療器械2027，。 \n()ab\u0304\U00020000\U0001f3e5"
texts = st.text(alphabet=st.sampled_from(CHARACTERS), min_size=1, max_size=60)
replacements = st.text(alphabet=st.sampled_from(CHARACTERS), max_size=4)


@st.composite
def spans(draw: st.DrawFn, length: int) -> Span:
    """A span that lies within a text of this length."""
    start = draw(st.integers(0, length - 1))
    return Span(start, draw(st.integers(start + 1, length)))


@st.composite
def edits(draw: st.DrawFn, text: str) -> list[Edit]:
    """Edits of `text` that do not overlap, in any order; neighbours may touch."""
    borders = sorted(draw(st.sets(st.integers(0, len(text)), max_size=16)))
    pairs = [pair for pair in pairwise(borders) if draw(st.booleans())]
    made = [Edit(start, end, draw(replacements), kind="test") for start, end in pairs]
    return draw(st.permutations(made))


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    """A text with edits that fit it."""
    text = draw(texts)
    return text, draw(edits(text))


@st.composite
def travelled(draw: st.DrawFn) -> tuple[str, str, Trail]:
    """A source, what became of it in up to four stages, and the trail between them."""
    source = text = draw(texts)
    trail = Trail()
    for _ in range(draw(st.integers(0, 4))):
        way: TextMap
        text, way = apply(text, draw(edits(text)) if text else [])
        trail = trail.then(way)
    return source, text, trail
