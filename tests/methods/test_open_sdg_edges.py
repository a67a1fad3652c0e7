"""Open SDG 2.4: a value on the edge of two bands belongs to the better one, and scores meet at the edges.

Source: Open SDG, docs/progress-methodology.md.
"""

from __future__ import annotations

from decimal import Decimal

from civicplan.methods import Rating, Track, get

METHOD = get("open-sdg-2.4")
SUBSTANTIAL, MODERATE = "substantial_progress", "moderate_progress"
LIMITED, DETERIORATION = "limited_progress", "deterioration"


def against_target(share: str) -> Rating:
    """The rating of a growth of 10 % needed in one year, of which this share was reached."""
    reached = 100 + 10 * Decimal(share)
    return METHOD.rate(Track(baseline=(2015, "100"), current=(2016, reached), target=(2016, "110"), direction="higher"))


def without_target(growth: str, limit: str | None = None) -> Rating:
    """The rating of a growth in one year from 100 [share]."""
    current = 100 * (1 + Decimal(growth))
    return METHOD.rate(Track(baseline=(2015, "100"), current=(2016, current), direction="higher", limit=limit))


def test_the_bands_against_a_target_include_their_lower_edge() -> None:
    for share, label, score in (
        ("0.951", SUBSTANTIAL, "2.5071979"),
        ("0.95", SUBSTANTIAL, "2.500055"),
        ("0.949", MODERATE, "2.4929121"),
        ("0.6", MODERATE, "0.00004"),
        ("0.599", LIMITED, "-0.0041467"),
        ("0", LIMITED, "-2.5"),
        ("-0.001", DETERIORATION, "-2.5041667"),
        ("-0.6", DETERIORATION, "-5"),
        ("-5", DETERIORATION, "-5"),
    ):
        rating = against_target(share)
        assert (rating.value, rating.label, rating.score) == (Decimal(share), label, Decimal(score)), share


def test_what_meets_the_target_is_achieved_however_slowly() -> None:
    for share in ("1", "1.5"):
        rating = against_target(share)
        assert (rating.value, rating.label, rating.score) == (Decimal(share), "target_achieved", Decimal(5)), share


def test_the_bands_without_a_target_include_their_lower_edge() -> None:
    for growth, label, score in (
        ("0.03", SUBSTANTIAL, "5"),
        ("0.02", SUBSTANTIAL, "5"),
        ("0.016", SUBSTANTIAL, "3"),
        ("0.015", SUBSTANTIAL, "2.5"),
        ("0.014", MODERATE, "2.25"),
        ("0.005", MODERATE, "0"),
        ("0.004", LIMITED, "-0.5"),
        ("0", LIMITED, "-2.5"),
        ("-0.001", DETERIORATION, "-2.625"),
        ("-0.02", DETERIORATION, "-5"),
        ("-0.5", DETERIORATION, "-5"),
    ):
        rating = without_target(growth)
        assert (rating.value, rating.label, rating.score) == (Decimal(growth), label, Decimal(score)), growth


def test_the_bands_narrow_towards_a_limit_on_either_side_of_it() -> None:
    # From a base of 80 or of 120 a limit of 100 is as near: 1 - 0.8^4.44 is left of the thresholds.
    left = 1 - Decimal("0.8") ** Decimal("4.44")
    for base in (80, 120):
        for growth, label in (
            (Decimal("0.015") * left, SUBSTANTIAL),
            (Decimal("0.0149") * left, MODERATE),
            (Decimal("0.00501") * left, MODERATE),
            (Decimal("0.0049") * left, LIMITED),
        ):
            current = round(base * (1 + growth + Decimal("1e-12")), 14)
            track = Track(baseline=(2015, base), current=(2016, current), direction="higher", limit="100")
            assert METHOD.rate(track).label == label, (base, growth)


def test_twice_the_limit_is_far_enough_for_whole_thresholds() -> None:
    assert without_target("0.0149", limit="50").label == MODERATE
    assert without_target("0.0149", limit="60").label == SUBSTANTIAL


def test_the_label_of_a_group_includes_the_lower_edge_of_its_band() -> None:
    for score, label in (
        ("5", SUBSTANTIAL),
        ("2.5", SUBSTANTIAL),
        ("2.4999", MODERATE),
        ("0", MODERATE),
        ("-0.0001", LIMITED),
        ("-2.5", LIMITED),
        ("-2.5001", DETERIORATION),
        ("-5", DETERIORATION),
    ):
        group = METHOD.aggregate([Rating(method=METHOD.name, label=MODERATE, score=Decimal(score))])
        assert (group.label, group.score) == (label, Decimal(score)), score
