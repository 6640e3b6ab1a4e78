"""Full text search: a turn is found by its words, with what is known of its statement."""
