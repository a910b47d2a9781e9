"""The graph is read by a processor of JSON-LD and holds every record under its id."""

from __future__ import annotations

import json
from typing import Any

import pytest

from kb.exporting import render
from kb.exporting.linked import TERMS, URN

Export = dict[str, Any]


def test_every_record_has_one_node_under_its_id(plan: Export) -> None:
    nodes = [node["@id"] for node in json.loads(render(plan, "jsonld"))["@graph"]]

    def ids(kind: str) -> list[str]:
        return [record["id"] for record in plan[kind]]

    figures = [f"{f['quote']['document']}#{f['id']}" for f in plan["figures"]]
    records = [plan["plan"]["id"], *ids("targets"), *ids("tasks"), *figures]
    assert nodes == [URN + identity for identity in (*records, *ids("organisations"), *ids("documents"))]
    assert len(nodes) == len(set(nodes))


def test_no_node_leads_to_one_that_is_not_there(plan: Export) -> None:
    text = render(plan, "jsonld").decode()
    graph = json.loads(text)["@graph"]
    known = {node["@id"] for node in graph}
    assert {part for node in graph for part in _urns(node)} <= known


def _urns(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [urn for part in value.values() for urn in _urns(part)]
    if isinstance(value, list):
        return [urn for part in value for urn in _urns(part)]
    return [value] if isinstance(value, str) and value.startswith(URN) else []


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib warns of itself
def test_a_processor_reads_the_graph(plan: Export, ids: list[str]) -> None:
    rdflib = pytest.importorskip("rdflib")
    graph = rdflib.Graph().parse(data=render(plan, "jsonld").decode(), format="json-ld")
    kind = rdflib.URIRef(TERMS + "Target")
    assert {str(s) for s in graph.subjects(rdflib.RDF.type, kind)} == {URN + i for i in ids}
    first = rdflib.URIRef(URN + ids[0])
    assert str(graph.value(first, rdflib.URIRef(TERMS + "value"))) == plan["targets"][0]["value"]
    names = {label.language for label in graph.objects(first, rdflib.URIRef("https://schema.org/name"))}
    assert names == {"zh", "en"}
