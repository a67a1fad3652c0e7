"""What a panel says of a row is what the model says of its plan."""

from __future__ import annotations

import polars as pl

from civicplan import panel


def test_a_row_is_assessed_as_the_model_would() -> None:
    frame = pl.DataFrame({"value": [95.0, 12.7], "target": [95, 13], "direction": ["higher", "lower"]})
    assert panel.assess(frame)["verdict"].to_list() == ["met", "met"]
