"""Write a plan in Python, assess it at its mid-term, save it and read it back. The town and its figures are made up."""

import tempfile
from pathlib import Path

import civicplan as cp

PLAN = cp.Plan(
    id="lakeside-2025",
    title="Lakeside, plan for 2021 to 2025",
    period="2021/2025",
    indicators=(
        cp.Indicator(
            id="output",
            number="1",
            name="output of the town",
            unit="million",
            nature="expected",
            direction="higher",
            baseline=("2020", "412.0"),
            targets=("≥550", cp.Threshold(bound="≥6", measure="growth")),
            observations={"2022": "455.1", "2023": "489.6"},
        ),
        cp.Indicator(
            id="income",
            number="2",
            name="income of residents",
            nature="expected",
            targets=(cp.Relative(reference="output", relation="in_step", tolerance="1"),),
            observations=(cp.Observation(period="2021/2023", figure="5.4", measure="growth"),),
        ),
        cp.Indicator(
            id="homes",
            number="3",
            name="homes renovated",
            nature="binding",
            measure="total",
            targets=("≥3000",),
            observations={"2021": "410", "2022": "450", "2023": "470"},
        ),
        cp.Indicator(
            id="energy",
            number="4",
            name="fall in energy use per unit of output",
            nature="binding",
            measure="reduction",
            targets=("≥14",),
            observations={"2021": "-0.8", "2022": "3.1", "2023": "3.6"},
        ),
        cp.Indicator(
            id="unemployment",
            number="5",
            name="unemployment",
            unit="%",
            direction="lower",
            baseline=("2020", "5.1"),
            targets=("<5.5",),
            observations={"2023": "5.2"},
        ),
        cp.Indicator(id="air", number="6", name="good air", targets=(cp.Delegated(authority="the province"),)),
    ),
)


def main() -> None:
    """Assess the plan half way, then write it to a file and read it back."""
    midway = cp.assess(PLAN, as_of="2023")
    print(midway, end="\n\n")
    for row in midway:
        print(row.explain(), end="\n\n")

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "lakeside.json"
        cp.write(PLAN, path)
        print("the file round-trips losslessly:", cp.read(path) == PLAN)


if __name__ == "__main__":
    main()
