"""What can be set, and what cannot."""

from typing import Any

import pytest

from tracker.settings import PINTS_ML, Settings, SettingsError, whole


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
        {"pint_ml": 500.0},
        {"pint_ml": float("nan")},
    ],
)
def test_a_setting_that_cannot_be_is_refused(values: dict[str, Any]) -> None:
    with pytest.raises(SettingsError, match="must be"):
        Settings(**values)


def test_a_pint_is_the_us_one_unless_it_is_set_imperial() -> None:
    assert Settings().pint_ml == 473.2
    assert Settings(pint_ml=568.3).pint_ml == 568.3
    assert list(PINTS_ML) == [473.2, 568.3]


@pytest.mark.parametrize("value", [0.5, -1.25, float("nan"), float("inf")])
def test_a_value_that_is_not_whole_is_refused_by_its_name(value: float) -> None:
    with pytest.raises(SettingsError, match=r"^Your glass must be a whole number\.$"):
        whole("Your glass", value)


def test_a_whole_value_is_taken_as_it_is() -> None:
    assert whole("Your glass", 275.0) == 275
