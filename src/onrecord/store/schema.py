"""The tables, as the first migration makes them.

Numbers (`n`) count rows in the order in which captures were added; they never leave this room. Ids
do. What is only asked for as a whole (a header, blocks) is kept as JSON.
"""

from __future__ import annotations

TABLES = """
CREATE TABLE captures (
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, uri TEXT NOT NULL, url TEXT,
  fetched_at TEXT NOT NULL, status INTEGER, media_type TEXT, charset TEXT, digest TEXT NOT NULL,
  asked TEXT NOT NULL, warc TEXT NOT NULL, start INTEGER NOT NULL, length INTEGER NOT NULL
);
CREATE INDEX captures_digest ON captures (digest);
CREATE TABLE statements (
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, work INTEGER NOT NULL, latest INTEGER NOT NULL,
  given INTEGER NOT NULL, url TEXT, source TEXT, title TEXT, kind TEXT NOT NULL, published TEXT,
  date TEXT, language TEXT, issuer TEXT, country TEXT
);
CREATE INDEX statements_work ON statements (work);
CREATE INDEX statements_date ON statements (date);
CREATE TABLE versions (
  n INTEGER PRIMARY KEY, statement INTEGER NOT NULL REFERENCES statements (n),
  number INTEGER NOT NULL, capture INTEGER NOT NULL REFERENCES captures (n),
  change INTEGER NOT NULL UNIQUE, method TEXT NOT NULL, score REAL, language TEXT,
  text_digest TEXT NOT NULL, words_digest TEXT NOT NULL, sketch BLOB NOT NULL, day TEXT,
  text TEXT NOT NULL, origin TEXT NOT NULL, header TEXT NOT NULL, blocks TEXT NOT NULL,
  reading TEXT NOT NULL,
  UNIQUE (statement, number)
);
CREATE INDEX versions_words ON versions (words_digest);
CREATE INDEX versions_day ON versions (day);
CREATE TABLE appearances (
  capture INTEGER NOT NULL REFERENCES captures (n), item INTEGER NOT NULL,
  version INTEGER NOT NULL REFERENCES versions (n), address TEXT, method TEXT NOT NULL, score REAL,
  PRIMARY KEY (capture, item)
) WITHOUT ROWID;
CREATE INDEX appearances_version ON appearances (version);
CREATE TABLE addresses (
  address TEXT NOT NULL, statement INTEGER NOT NULL REFERENCES statements (n),
  PRIMARY KEY (address, statement)
) WITHOUT ROWID;
CREATE TABLE declared (
  address TEXT NOT NULL, statement INTEGER NOT NULL REFERENCES statements (n),
  language TEXT NOT NULL, PRIMARY KEY (address, statement, language)
) WITHOUT ROWID;
CREATE TABLE turns (
  version INTEGER NOT NULL REFERENCES versions (n), n INTEGER NOT NULL, start INTEGER NOT NULL,
  stop INTEGER NOT NULL, label TEXT, label_start INTEGER, label_stop INTEGER, speaker TEXT,
  entity TEXT, role TEXT NOT NULL, outlet TEXT, kind TEXT NOT NULL, rule TEXT,
  PRIMARY KEY (version, n)
) WITHOUT ROWID;
CREATE TABLE exchanges (
  version INTEGER NOT NULL REFERENCES versions (n), n INTEGER NOT NULL, question TEXT NOT NULL,
  answer TEXT NOT NULL, PRIMARY KEY (version, n)
) WITHOUT ROWID;
CREATE TABLE issues (
  n INTEGER PRIMARY KEY, capture INTEGER NOT NULL REFERENCES captures (n),
  version INTEGER REFERENCES versions (n), stage TEXT NOT NULL, severity TEXT NOT NULL,
  subject TEXT, message TEXT NOT NULL
);
CREATE INDEX issues_version ON issues (version);
CREATE TABLE links (
  kind TEXT NOT NULL, a INTEGER NOT NULL REFERENCES statements (n),
  b INTEGER NOT NULL REFERENCES statements (n), method TEXT NOT NULL, score REAL,
  PRIMARY KEY (kind, a, b)
) WITHOUT ROWID;
CREATE INDEX links_b ON links (b);
CREATE TABLE sketches (
  value INTEGER NOT NULL, version INTEGER NOT NULL REFERENCES versions (n),
  PRIMARY KEY (value, version)
) WITHOUT ROWID;
CREATE TABLE redirects (
  old TEXT PRIMARY KEY, statement INTEGER NOT NULL REFERENCES statements (n)
) WITHOUT ROWID;
CREATE TABLE warcs (name TEXT PRIMARY KEY, known INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""

# What the captures say; `meta` and `warcs` only tell how far we are.
RECORDS = (
    "captures",
    "statements",
    "versions",
    "appearances",
    "addresses",
    "declared",
    "turns",
    "exchanges",
    "issues",
    "links",
    "sketches",
    "redirects",
    "missing",
)
