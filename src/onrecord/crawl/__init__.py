"""From an address to a capture with its bytes."""
