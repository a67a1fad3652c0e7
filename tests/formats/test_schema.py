"""The published JSON Schema is the one that the model gives, and it admits every plan that is written."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given

import civicplan as cp
from civicplan.formats import json_schema
from civicplan.testing import plans

PUBLISHED = Path(__file__).parents[2] / "docs" / "reference" / "plan.schema.json"


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    schema = json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def test_the_published_schema_is_the_one_that_the_model_gives() -> None:
    assert json.loads(PUBLISHED.read_text(encoding="utf-8")) == json_schema()


@pytest.mark.parametrize("name", cp.datasets.names())
def test_every_plan_that_is_written_is_valid(validator: jsonschema.Draft202012Validator, name: str) -> None:
    validator.validate(json.loads(cp.dumps(cp.datasets.load(name))))


@given(plans())
def test_every_plan_that_could_be_written_is_valid(validator: jsonschema.Draft202012Validator, plan: cp.Plan) -> None:
    validator.validate(json.loads(cp.dumps(plan)))


@pytest.mark.parametrize("sign", ["≈", "~", "≒", "≃", "≅", "≥", ">="])
def test_a_hedged_actual_may_have_every_sign_of_a_bound(validator: jsonschema.Draft202012Validator, sign: str) -> None:
    row = {"id": "a", "name": "a", "observations": [{"period": "2020", "figure": f"{sign}5.0"}]}
    tree = {"schema_version": 2, "id": "p", "title": "t", "period": "2020", "indicators": [row]}
    validator.validate(tree)
    assert cp.loads(json.dumps(tree))["a"].observations[0].figure == cp.Bound.parse(f"{sign}5.0")


@pytest.mark.parametrize(
    "broken",
    [
        {"id": 5},
        {"schema_version": 3},
        {"colour": "red"},
        {"period": "soon"},
        {"indicators": [{"id": "a"}]},
        {"id": "a b"},
        {"source": {"document": "outline", "url": "www.example.org"}},
        {"complete": "no"},
        {"title": " "},
        {"title": {"English language": "A plan"}},
        {"title": {"en": ""}},
        {"period": "2025-H3"},
        {"goals": [{"id": "g", "title": "g", "indicators": ["a b"]}]},
        {"indicators": [{"id": "a", "name": "a", "targets": [{"kind": "threshold", "bound": "75"}]}]},
        {"indicators": [{"id": "a", "name": "a", "targets": [{"bound": "≥75"}]}]},
        {"indicators": [{"id": "a", "name": "a", "nature": "obliging"}]},
        {"indicators": [{"id": "a", "name": "a", "observations": [{"period": "2020", "figure": "1,006"}]}]},
        {"indicators": [{"id": "a", "name": "a", "observations": [{"period": "2020", "figure": "≥5 %"}]}]},
        {
            "indicators": [
                {"id": "a", "name": "a", "observations": [{"period": "2020", "figure": 5, "_measure": "growth"}]}
            ]
        },
        {"indicators": [{"id": "a", "name": "a", "natural_range": ["0", "100"]}]},
    ],
)
def test_what_the_reader_refuses_the_schema_refuses(
    validator: jsonschema.Draft202012Validator, broken: dict[str, Any]
) -> None:
    tree = {"schema_version": 2, "id": "p", "title": "t", "period": "2020", **broken}
    assert not validator.is_valid(tree)
    with pytest.raises(cp.PlanFormatError):
        cp.loads(json.dumps(tree))
