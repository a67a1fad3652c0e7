"""The types that checkers and editors see; what stands here also runs when the tests are collected."""

from __future__ import annotations

from decimal import Decimal
from typing import assert_type

import civicplan as cp

plan = cp.datasets.load("zhuzhou-13fyp")
assert_type(plan, cp.Plan)

row = cp.assess(plan, as_of="2020")["gdp"]
assert_type(row.progress, Decimal | cp.NotAssessable)
assert_type(row.attainment, Decimal | cp.NotAssessable)
assert_type(row.verdict, cp.Verdict)
