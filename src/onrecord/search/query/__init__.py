"""The query language: text to frozen nodes, or an error that points at the place."""
