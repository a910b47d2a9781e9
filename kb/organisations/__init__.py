"""Bodies and places: one organisation under its many names, in both languages."""

from kb.organisations.names import name_key
from kb.organisations.places import NATION, Place, has_district, meant, mentions, place_in, place_of, places
from kb.organisations.resolving import Bodies, Mention, resolve

__all__ = [
    "NATION",
    "Bodies",
    "Mention",
    "Place",
    "has_district",
    "meant",
    "mentions",
    "name_key",
    "place_in",
    "place_of",
    "places",
    "resolve",
]
