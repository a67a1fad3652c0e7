"""How Hypothesis runs here: no deadline, the same examples each time where CI=true, and a blob to repeat a failure."""

import os

from hypothesis import HealthCheck, settings

settings.register_profile(
    "civicplan", deadline=None, max_examples=60, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("civicplan-quick", settings.get_profile("civicplan"), max_examples=8)
settings.register_profile("civicplan-ci", settings.get_profile("civicplan"), derandomize=True, database=None)
settings.load_profile("civicplan-ci" if os.environ.get("CI") == "true" else "civicplan")
