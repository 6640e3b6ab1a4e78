"""How often a mention that a rule found is right, by rule.

The figures are shares measured on development data: names and places of annotated news (the half of
the documents with odd numbers), and, for what such data do not mark (adjectives, offices, identity
of people), statements read by hand. docs/explanation/confidence.md says how, and how well they hold
on the other half. A rule without a figure is an error.
"""

from __future__ import annotations

RIGHT = {
    "<name of a state>": 0.98,
    "<adjective of a state>": 0.98,
    "<capital> says": 0.9,
    "<name of a state> in <region>": 0.95,
    "<name of a place>": 0.95,
    "<name of a region>": 0.91,
    "<shortened name of a region>": 0.97,
    "<town after a word of place>": 0.97,
    "<name with a word of place>": 0.79,
    "<name of a place of the text>": 0.75,
    "<name>, <region>": 0.75,
    "<in> <name>": 0.71,
    "<word of place> <name>": 0.7,
    "<name of a person>": 0.99,
    "<surname of a full name>": 0.95,
    "<title> <surname of who is in office>": 0.98,
    "<surname of who is in office>": 0.95,
    "<surname>": 0.9,
    "<title> <name>": 0.86,
    "<given name> <name>": 0.9,
    "<initial> <name>": 0.9,
    "<name> says": 0.8,
    "<name>, who": 0.75,
    "<name like a surname>": 0.7,
    "<name> <name>": 0.6,
    "<word with a capital>": 0.46,
    "<person that a model sees>": 0.8,
    "<name of an organisation>": 0.9,
    "<name of an agreement>": 0.95,
    "<name of an outlet>": 0.95,
    "<name of a body>": 0.77,
    "<acronym>": 0.67,
    "<word of a body> <name>": 0.7,
    "<word of a body>": 0.7,
    "<name in Latin letters>": 0.6,
    "<name> <state>": 0.6,
    "<office> of <state or body>": 0.95,
    "<office> of <state or body>: holder": 0.97,
    "<adjective of a state> <colleague>": 0.95,
}


def confidence(rule: str) -> float:
    """The share of mentions by a rule that are right; KeyError for an unknown rule.

    >>> confidence("<name of a state>") > confidence("<word with a capital>")
    True
    """
    return RIGHT[rule]
