"""The records: what the captures say, in one SQLite file that can always be made again from them.
All SQL of onrecord stands here."""
