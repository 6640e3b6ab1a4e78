"""The door of the room: what other rooms ask the gazetteer.

Knows the questions; the answers are in the modules named here, the tables in the folders beside
them. Nothing is read before the first question.
"""

from __future__ import annotations

from onrecord.gazetteer.agreements import Agreement, agreement, agreements_in, resolution
from onrecord.gazetteer.named import Named, names_of
from onrecord.gazetteer.offices import Office, office_holder, office_of, offices_in
from onrecord.gazetteer.organisations import (
    Membership,
    Organisation,
    members,
    memberships,
    organisation,
    organisations_in,
)
from onrecord.gazetteer.outlets import Outlet, outlet, outlets_in
from onrecord.gazetteer.people import Term, career, holder, people_in, person, terms
from onrecord.gazetteer.place import Place
from onrecord.gazetteer.place_names import find_place, places_in
from onrecord.gazetteer.state_names import find_state, states_in
from onrecord.gazetteer.transliteration import same_person

__all__ = [
    "Agreement",
    "Membership",
    "Named",
    "Office",
    "Organisation",
    "Outlet",
    "Place",
    "Term",
    "agreement",
    "agreements_in",
    "career",
    "find_place",
    "find_state",
    "holder",
    "members",
    "memberships",
    "names_of",
    "office_holder",
    "office_of",
    "offices_in",
    "organisation",
    "organisations_in",
    "outlet",
    "outlets_in",
    "people_in",
    "person",
    "places_in",
    "resolution",
    "same_person",
    "states_in",
    "terms",
]
