"""The least that each part of a plan can be built from."""

from typing import Any

import civicplan as cp

LEAST: dict[type, dict[str, Any]] = {
    cp.Observation: {"period": "2020", "figure": "1"},
    cp.Threshold: {"bound": "≥1"},
    cp.Relative: {"reference": "gdp", "relation": "above"},
    cp.Delegated: {"authority": "a province"},
    cp.Qualitative: {"text": "more"},
    cp.Indicator: {"id": "gdp", "name": "GDP"},
    cp.Goal: {"id": "green", "title": "green"},
    cp.Responsibility: {},
    cp.Milestone: {"title": "opening", "due": "2020"},
    cp.Deliverable: {"subject": "books", "planned": "≥1"},
    cp.Delivered: {"subject": "books", "figure": "1"},
    cp.ProgressReport: {"period": "2020"},
    cp.Task: {"id": "books", "title": "books"},
    cp.VerdictClaim: {"subjects": ("gdp",), "verdict": "met"},
    cp.StandingClaim: {"subjects": ("gdp",), "period": "2020", "standing": "ahead"},
    cp.CountClaim: {"count": 1},
    cp.GrowthClaim: {"subject": "gdp", "figure": "1", "period": "2020"},
    cp.GapClaim: {"subject": "gdp", "figure": "1", "side": "short", "period": "2020"},
    cp.StatusClaim: {"subject": "books", "status": "ahead", "period": "2020"},
    cp.BreakdownClaim: {"subject": "gdp", "figures": ("1", "2")},
    cp.ShareClaim: {"subject": "gdp", "part": "1", "percent": "50"},
    cp.Section: {"level": "part", "title": "foundations"},
    cp.Box: {"number": "3", "title": "indicators"},
    cp.Fact: {"subject": "venues", "figure": "12"},
    cp.Reply: {"number": "37", "subject": "night"},
    cp.Plan: {"id": "plan", "title": "A plan", "period": "2016/2020"},
}
