"""What a printed figure may stand for: one that was counted stands for itself."""

from __future__ import annotations

import civicplan as cp
from civicplan.evidence.printed import are_counted


def test_a_rate_beside_whole_numbers_does_not_make_them_rounded() -> None:
    rate = cp.Observation(period="2020", figure="7.25", measure="growth")
    level = cp.Observation(period="2020", figure="4")
    promised = (cp.Qualitative(text="more of them"), cp.Threshold(bound="≥4"))
    parks = cp.Indicator(id="a", name="parks", unit="个", targets=promised, observations=(rate, level))
    assert are_counted(parks)
    half = cp.Observation(period="2019", figure="3.5")
    assert not are_counted(cp.Indicator(id="a", name="parks", unit="个", observations=(level, half)))
