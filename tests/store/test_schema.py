"""Every table is either a record that is compared, or tells how far we are."""

from __future__ import annotations

import re

from onrecord.store import removals
from onrecord.store.schema import RECORDS, TABLES


def test_no_table_is_forgotten() -> None:
    made = re.findall(r"CREATE TABLE (\w+)", TABLES + removals.TABLES)
    assert sorted(made) == sorted([*RECORDS, "warcs", "meta"])
