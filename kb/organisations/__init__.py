"""Bodies and places: one organisation under its many names, in both languages."""

from kb.organisations.places import NATION, Place, place_of, places

__all__ = ["NATION", "Place", "place_of", "places"]
