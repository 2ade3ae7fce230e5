"""What a day was like, as far as its water target asks: activity, and heat."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from tracker.errors import RefusedError
from tracker.targets import HEAT_ML, Intensity, activity_water_ml

MOST_MINUTES: Final = 24 * 60
_MINUTES_AN_HOUR: Final = 60


class ConditionError(RefusedError):
    """An activity that cannot be; its text is a sentence."""


@dataclass(frozen=True, slots=True)
class DayCondition:
    """What one day was like.

    activity_minutes: how long the person was active, whole minutes, 0 for none; intensity: how hard that was. is_hot:
    the person called it a hot day. version: grows by one with each change. updated_at: None until saved.
    """

    day: date
    activity_minutes: int = 0
    intensity: Intensity = "moderate"
    is_hot: bool = False
    version: int = 1
    updated_at: datetime | None = None

    def __post_init__(self) -> None:
        """Raise ConditionError for an activity that takes no time there is."""
        if not 0 <= self.activity_minutes <= MOST_MINUTES:
            raise ConditionError(f"Activity can take from 0 to {MOST_MINUTES:,} minutes of a day.")

    @property
    def id(self) -> str:
        """What tells it from the person's other days: its day as YYYY-MM-DD."""
        return self.day.isoformat()

    @property
    def activity_ml(self) -> float:
        """The water for its activity, mL."""
        return activity_water_ml(self.activity_minutes / _MINUTES_AN_HOUR, self.intensity)

    @property
    def heat_ml(self) -> float:
        """The water for its heat, mL."""
        return HEAT_ML if self.is_hot else 0.0

    @property
    def is_ordinary(self) -> bool:
        """Whether nothing is to be kept: neither activity nor heat."""
        return not self.activity_minutes and not self.is_hot


def reconditioned(
    wanted: DayCondition, there: DayCondition | None
) -> tuple[tuple[DayCondition, ...], tuple[DayCondition, ...]]:
    """Return the rows to be changed, as they are and as they will be; both empty when the day is so already.

    wanted: what the day was like; its version is not looked at. there: as it was read, None where nothing is kept.
    """
    before = () if there is None else (there,)
    if wanted.is_ordinary:
        return before, ()
    version = 1 if there is None else there.version + 1
    after = DayCondition(wanted.day, wanted.activity_minutes, wanted.intensity, wanted.is_hot, version)
    if there is not None and (after.activity_minutes, after.intensity, after.is_hot) == (
        there.activity_minutes,
        there.intensity,
        there.is_hot,
    ):
        return (), ()
    return before, (after,)
