"""What can be set, and what cannot."""

from typing import Any

import pytest

from tracker.settings import Settings, SettingsError


@pytest.mark.parametrize(
    "values",
    [
        {"own_glass_ml": 0.0},
        {"own_glass_ml": -1.0},
        {"own_glass_ml": 3001.0},
        {"own_glass_ml": float("nan")},
        {"day_start_hour": 24},
        {"day_start_hour": -1},
        {"first_weekday": 7},
    ],
)
def test_a_setting_that_cannot_be_is_refused(values: dict[str, Any]) -> None:
    with pytest.raises(SettingsError, match="must be"):
        Settings(**values)
