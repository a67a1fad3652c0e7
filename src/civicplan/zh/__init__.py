r"""Chinese plan documents: their text repaired, and read into the typed model.

>>> text = "临江区“十四五”规划\n\n指标名称\t2020年\t2025年\n森林覆盖率(%)\t41.2\t≥45.0"
>>> plan = read_plan(text).value
>>> str(plan.indicators[0].targets[0].bound), locate(plan, text)[0].status.value
('≥45.0', 'printed')
"""

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from civicplan.zh.evaluations.evaluation import read_evaluation
    from civicplan.zh.evaluations.evaluation_row import EvaluationRow
    from civicplan.zh.indicators.claims import Explained
    from civicplan.zh.indicators.indicator_tables import IndicatorTable, read_indicator_tables
    from civicplan.zh.kinds.kinds import Kind
    from civicplan.zh.kinds.read_file import read
    from civicplan.zh.locating.located import Located, Locations, LocationStatus, Place
    from civicplan.zh.locating.locating import locate
    from civicplan.zh.plans.plan import read_plan
    from civicplan.zh.plans.programme import read_programme
    from civicplan.zh.replies.reply import read_reply
    from civicplan.zh.tasks.progress import read_progress
    from civicplan.zh.tasks.tasks import read_tasks
    from civicplan.zh.text.repair import Repaired, repair
    from civicplan.zh.text.traced import Change

#: The names of this package with the modules that they are imported from when they are first asked for.
_LATER = {
    "Change": "text.traced",
    "EvaluationRow": "evaluations.evaluation_row",
    "Explained": "indicators.claims",
    "IndicatorTable": "indicators.indicator_tables",
    "Kind": "kinds.kinds",
    **dict.fromkeys(("Located", "LocationStatus", "Locations", "Place"), "locating.located"),
    **dict.fromkeys(("Repaired", "repair"), "text.repair"),
    "locate": "locating.locating",
    "read": "kinds.read_file",
    "read_evaluation": "evaluations.evaluation",
    "read_indicator_tables": "indicators.indicator_tables",
    "read_plan": "plans.plan",
    "read_programme": "plans.programme",
    "read_progress": "tasks.progress",
    "read_reply": "replies.reply",
    "read_tasks": "tasks.tasks",
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
            # With the module at hand, Python names what was meant, as it does for modules of its own.
            told = f"module 'civicplan.zh' has no attribute {name!r}"
            raise AttributeError(told, name=name, obj=sys.modules[__name__])
        value = globals()[name] = getattr(import_module(f"civicplan.zh.{_LATER[name]}"), name)
        return value


def __dir__() -> list[str]:
    return __all__
