"""What a person has set apart from targets."""

import math
from dataclasses import dataclass
from typing import Final

from tracker.days import DAY_START_HOUR, MONDAY
from tracker.errors import RefusedError
from tracker.reading.units import IMPERIAL_PINT_ML, US_PINT_ML

MAX_GLASS_ML: Final = 3000.0
# Which pint is meant, by what it is called.
PINTS_ML: Final = {US_PINT_ML: "US", IMPERIAL_PINT_ML: "imperial"}


class SettingsError(RefusedError):
    """A setting that cannot be."""

    def __init__(self, what: str, wanted: str) -> None:
        super().__init__(f"{what} must be {wanted}.")


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one person.

    own_glass_ml: the glass of their own, mL. day_start_hour: 0 to 23, when the logical day begins. first_weekday: 0 is
    Monday, 5 Saturday, 6 Sunday. pint_ml: the pint of their lines, one of PINTS_ML, mL.
    """

    own_glass_ml: float = 200.0
    day_start_hour: int = DAY_START_HOUR
    first_weekday: int = MONDAY
    pint_ml: float = US_PINT_ML

    def __post_init__(self) -> None:
        """Raise SettingsError for a value that cannot be."""
        if not math.isfinite(self.own_glass_ml) or not 0 < self.own_glass_ml <= MAX_GLASS_ML:
            raise SettingsError("Your glass", f"more than 0 and at most {MAX_GLASS_ML:,.0f} mL")
        if self.day_start_hour not in range(24):
            raise SettingsError("The hour at which a day starts", "a whole number from 0 to 23")
        if self.first_weekday not in range(7):
            raise SettingsError("The first day of the week", "a weekday from 0, Monday, to 6, Sunday")
        if self.pint_ml not in PINTS_ML:
            raise SettingsError("A pint", f"{US_PINT_ML:g} mL (US) or {IMPERIAL_PINT_ML:g} mL (imperial)")


def whole(what: str, value: float) -> int:
    """Return a typed value that is a whole number. Raises SettingsError, which names it as `what`, when it is not."""
    if not float(value).is_integer():
        raise SettingsError(what, "a whole number")
    return int(value)
