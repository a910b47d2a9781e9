from corpus.text import Span
from ingest.reading import Reading, read

SENTENCE = "醫(yī)療機(jī)構(gòu)應(yīng)當(dāng)參與產(chǎn)業(yè)發(fā)展,並設(shè)立團(tuán)隊(duì)。"


def read_source(text: str) -> Reading:
    return read(text.encode(), "source.txt")


def test_a_repair_is_listed_with_its_place_in_the_source() -> None:
    garbled = "某市出臺措施\n" + SENTENCE * 6
    reading = read_source(garbled)
    [document] = reading.documents
    assert "醫療機構應當參與產業發展" in document.text
    assert sum(reading.repairs.values()) == len(document.repairs) > 50
    for edit in document.repairs:
        assert edit.after != Span(edit.start, edit.end).cut(garbled)


def test_parts_share_the_repairs_out() -> None:
    digest = "某市{}措施\nKe Ji Ri Bao· 2025-01-0{} 10:00\nCore Insights - The city has issued measures [1]\n"
    reading = read_source(digest.format("出台", 1) + digest.format("再出", 2))
    assert [document.part for document in reading.documents] == [0, 1]
    assert len({document.id for document in reading.documents}) == 2


def test_what_a_garbled_page_says_of_itself_is_repaired_too() -> None:
    title = "產(chǎn)業(yè)發(fā)展新聞"
    page = f"<html><head><title>{title}</title></head><body><p>{SENTENCE * 6}</p></body></html>"
    [document] = read_source(page).documents
    assert document.title == "產業發展新聞"
    assert document.evidence["title"].raw.cut(page) == title


def test_a_repair_is_listed_in_the_part_in_whose_stretch_it_was_made() -> None:
    head = "某市{}措施\nKe Ji Ri Bao· 2025-01-0{} 10:00\n"
    reading = read_source(
        head.format("出台", 1) + "本市建设园区，支持企业。" * 3 + "\n" + head.format("再出", 2) + SENTENCE * 6
    )
    counts = [len(document.repairs) for document in reading.documents]
    assert counts[0] == 0
    assert counts[1] == sum(reading.repairs.values())


def test_what_a_script_states_has_its_place_in_the_source() -> None:
    body = "<p>" + "本市将建设三个产业园区，到2028年产值突破五百亿元。" * 5 + "</p>"
    script = f'<script>var b="{body}", c={{"datePublished":"2026-04-10"}};</script>'
    page = f"<html><body><h1>某市建设园区</h1>{script}</body></html>"
    [document] = read_source(page).documents
    assert document.published == "2026-04-10"
    assert document.evidence["published"].raw.cut(page) == "2026-04-10"
