"""One module a page: a view gives a record; the same record becomes HTML or JSON."""
