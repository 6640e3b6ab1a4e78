"""The words of grammar, by language, as data; and the one matcher that uses them."""
