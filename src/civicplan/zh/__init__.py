r"""Chinese plan documents: their text repaired, and read into the typed model.

>>> text = "临江区“十四五”规划\n\n指标名称\t2020年\t2025年\n森林覆盖率(%)\t41.2\t≥45.0"
>>> plan = read_plan(text).value
>>> str(plan.indicators[0].targets[0].bound), locate(plan, text)[0].status.value
('≥45.0', 'printed')
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

# Its module bears the same name, and would stand in its place once anything imports that.
from civicplan.zh.repair import repair

if TYPE_CHECKING:
    from civicplan.zh.claims import Explained
    from civicplan.zh.evaluation import read_evaluation
    from civicplan.zh.evaluation_row import EvaluationRow
    from civicplan.zh.indicator_tables import IndicatorTable, read_indicator_tables
    from civicplan.zh.kinds import Kind
    from civicplan.zh.located import Located, Locations, LocationStatus, Place
    from civicplan.zh.locating import locate
    from civicplan.zh.plan import read_plan
    from civicplan.zh.programme import read_programme
    from civicplan.zh.progress import read_progress
    from civicplan.zh.read_file import read
    from civicplan.zh.repair import Repaired
    from civicplan.zh.reply import read_reply
    from civicplan.zh.tasks import read_tasks
    from civicplan.zh.traced import Change

#: The names of this package with the modules that they are imported from when they are first asked for.
_LATER = {
    "Change": "traced",
    "EvaluationRow": "evaluation_row",
    "Explained": "claims",
    "IndicatorTable": "indicator_tables",
    "Kind": "kinds",
    **dict.fromkeys(("Located", "LocationStatus", "Locations", "Place"), "located"),
    "Repaired": "repair",
    "locate": "locating",
    "read": "read_file",
    "read_evaluation": "evaluation",
    "read_indicator_tables": "indicator_tables",
    "read_plan": "plan",
    "read_programme": "programme",
    "read_progress": "progress",
    "read_reply": "reply",
    "read_tasks": "tasks",
}

__all__ = [
    "Change",
    "EvaluationRow",
    "Explained",
    "IndicatorTable",
    "Kind",
    "Located",
    "LocationStatus",
    "Locations",
    "Place",
    "Repaired",
    "locate",
    "read",
    "read_evaluation",
    "read_indicator_tables",
    "read_plan",
    "read_programme",
    "read_progress",
    "read_reply",
    "read_tasks",
    "repair",
]

# Hidden from type checkers, which would otherwise take every name for one that exists.
if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        if name not in _LATER:
            raise AttributeError(f"module 'civicplan.zh' has no attribute {name!r}")
        value = globals()[name] = getattr(import_module(f"civicplan.zh.{_LATER[name]}"), name)
        return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
