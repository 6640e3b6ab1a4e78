"""The evidence: captures in WARC files that are only ever appended to. Everything else is made
from them."""
