"""What a person has set apart from targets."""

import math
from dataclasses import dataclass, field
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from tracker.days import DAY_START_HOUR, MONDAY
from tracker.errors import RefusedError
from tracker.reading.units import IMPERIAL_PINT_ML, US_PINT_ML
from tracker.suggesting.wishes import Wishes
from tracker.units import Units

MAX_GLASS_ML: Final = 3000.0
# With the first, as many as one row of buttons on a phone holds.
MOST_GLASSES: Final = 4
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
    Monday, 5 Saturday, 6 Sunday. pint_ml: the pint of their lines, one of PINTS_ML, mL. more_glasses_ml: further
    glasses, mL. units: what amounts are shown in. time_zone: name of the zone whose clocks count; empty for that of the
    browser or computer in use. wishes: what is left out of suggestions, and the most energy of one.
    """

    own_glass_ml: float = 200.0
    day_start_hour: int = DAY_START_HOUR
    first_weekday: int = MONDAY
    pint_ml: float = US_PINT_ML
    more_glasses_ml: tuple[float, ...] = ()
    units: Units = field(default_factory=Units)
    time_zone: str = ""
    wishes: Wishes = field(default_factory=Wishes)

    def __post_init__(self) -> None:
        """Raise SettingsError for a value that cannot be."""
        for glass_ml in self.glasses_ml:
            if not math.isfinite(glass_ml) or not 0 < glass_ml <= MAX_GLASS_ML:
                raise SettingsError("Your glass", f"more than 0 and at most {MAX_GLASS_ML:,.0f} mL")
        if len(self.glasses_ml) > MOST_GLASSES:
            raise SettingsError("The number of your glasses", f"at most {MOST_GLASSES}")
        if self.day_start_hour not in range(24):
            raise SettingsError("The hour at which a day starts", "a whole number from 0 to 23")
        if self.first_weekday not in range(7):
            raise SettingsError("The first day of the week", "a weekday from 0, Monday, to 6, Sunday")
        if self.pint_ml not in PINTS_ML:
            raise SettingsError("A pint", f"{US_PINT_ML:g} mL (US) or {IMPERIAL_PINT_ML:g} mL (imperial)")
        if self.time_zone and not _is_zone(self.time_zone):
            raise SettingsError("The time zone", "one that this computer knows, such as Europe/Berlin")

    @property
    def glasses_ml(self) -> tuple[float, ...]:
        """All glasses of their own, the first one first, mL."""
        return (self.own_glass_ml, *self.more_glasses_ml)


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def whole(what: str, value: float) -> int:
    """Return a typed value that is a whole number. Raises SettingsError, which names it as `what`, when it is not."""
    if not float(value).is_integer():
        raise SettingsError(what, "a whole number")
    return int(value)
