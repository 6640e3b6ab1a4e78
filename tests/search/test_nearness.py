"""The nearest vectors, as an exact search finds them; a lost index is made again."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from onrecord.search.nearness import STORED, Nearness
from onrecord.store import vectors


def test_nearest_and_made_again(tmp_path: Path) -> None:
    db = vectors.opened(tmp_path / "v.sqlite")
    rows = np.random.default_rng(1).normal(size=(300, 32)).astype(np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    for n, row in enumerate(rows):
        vectors.keep(db, bytes([n % 256, n // 256]), row.astype(STORED).tobytes())
    index = Nearness(tmp_path / "n.usearch", db, 32)
    assert index.follow()
    found = list(index.nearest(rows[7], 10))
    assert found[0] == 8
    assert len({*found} & {*(np.argsort(-(rows @ rows[7]))[:10] + 1).tolist()}) >= 9
    index.save()
    assert not Nearness(tmp_path / "n.usearch", db, 32).follow()
    (tmp_path / "n.usearch").write_bytes(b"broken")
    assert Nearness(tmp_path / "n.usearch", db, 32).follow()
