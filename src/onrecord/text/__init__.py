"""Language-neutral text machinery: spans, normal forms. Offsets never get lost."""
