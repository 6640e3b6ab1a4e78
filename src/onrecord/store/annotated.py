"""The tables of annotations: what annotators say of versions, what is named in it, and acts.

They are made from the versions by the annotators of one form, and made anew by those of another:
no record of an archive hangs on them.
"""

from __future__ import annotations

import sqlite3

TABLES = """
CREATE TABLE annotations (
  n INTEGER PRIMARY KEY, version INTEGER NOT NULL REFERENCES versions (n), turn INTEGER,
  layer TEXT NOT NULL, start INTEGER NOT NULL, stop INTEGER NOT NULL, quote TEXT NOT NULL,
  value TEXT NOT NULL, annotator TEXT NOT NULL, rule TEXT NOT NULL, confidence REAL NOT NULL
);
CREATE INDEX annotations_version ON annotations (version, layer, start);
CREATE TABLE mentions (
  annotation INTEGER PRIMARY KEY REFERENCES annotations (n) ON DELETE CASCADE,
  version INTEGER NOT NULL, turn INTEGER, entity TEXT, kind TEXT NOT NULL, name TEXT NOT NULL,
  country TEXT
);
CREATE INDEX mentions_entity ON mentions (entity, version);
CREATE INDEX mentions_country ON mentions (country, version);
CREATE INDEX mentions_version ON mentions (version);
CREATE TABLE acts (
  annotation INTEGER PRIMARY KEY REFERENCES annotations (n) ON DELETE CASCADE,
  version INTEGER NOT NULL, turn INTEGER, layer TEXT NOT NULL, type TEXT NOT NULL, actor TEXT,
  target TEXT, day TEXT, state TEXT, exchange INTEGER
);
CREATE INDEX acts_layer ON acts (layer, type);
CREATE INDEX acts_day ON acts (layer, day);
CREATE INDEX acts_version ON acts (version);
"""

# What is named in each turn of some versions is read from the index alone.
TURNS = "CREATE INDEX mentions_turn ON mentions (version, turn, entity)"


def make(db: sqlite3.Connection) -> None:
    """Makes the tables, within the caller's transaction."""
    for statement in TABLES.split(";\n"):
        if statement.strip():
            db.execute(statement)


def index_turns(db: sqlite3.Connection) -> None:
    """Makes the index of what is named in a turn."""
    db.execute(TURNS)
