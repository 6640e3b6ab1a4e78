"""From bytes to lines, a header and the text of a statement."""
