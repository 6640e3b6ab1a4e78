"""One folder a source: what is particular to a publisher, as data."""
