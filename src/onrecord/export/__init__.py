"""What leaves an archive in the formats of others: a module a format, named after it."""
