"""Reference values, the day's water target, limits and states.

Amounts are millilitres, grams, mg and µg per day. No authority publishes a mL-per-gram rule for fiber: the slope is a
convention (one 250 mL glass for 10 g), bounded by the water that fiber carries (3-5 mL/g,
https://pmc.ncbi.nlm.nih.gov/articles/PMC4528039) and by the labels of fiber products (30-70 mL/g,
https://dailymed.nlm.nih.gov/dailymed/drugInfo.cfm?setid=9c4c41d8-a2d5-4168-9e97-9f9d47fc5e63).
"""

import math
from dataclasses import dataclass, field
from typing import Final, Literal

from tracker.errors import RefusedError
from tracker.nutrients import iu_from_ug

State = Literal["below", "reached", "above_limit"]
WaterCounts = Literal["all", "drinks"]
Intensity = Literal["light", "moderate", "vigorous"]

# 0.4-0.8 L of sweat an hour: Sawka et al., Med Sci Sports Exerc 2007;39:377-90. One round number each.
ACTIVITY_ML_PER_HOUR: Final[dict[Intensity, float]] = {"light": 250.0, "moderate": 500.0, "vigorous": 750.0}
MAX_ACTIVITY_ML: Final = 2000.0
# A convention of ours: no authority gives a fixed amount for a hot day.
HEAT_ML: Final = 500.0
# Near the 95th percentile of men's total water intake, EFSA 2010, doi:10.2903/j.efsa.2010.1459
MAX_TARGET_ML: Final = 4000.0
# Beer, wine and spirits; below it (kefir, ripe juice) a drink counts as any other.
ALCOHOLIC_G_PER_100_G: Final = 2.0

# By how much, at most, a sum of the same amounts differs with the order in which they are added.
_LAST_BITS: Final = 1e-9

# The most that each number can be. They catch slips of the keyboard; they are no advice.
# More than ten times the highest reference intake, 420 mg: a convention of ours.
MAX_MAGNESIUM_MG: Final = 5000.0
# 100,000 IU, 25 times the upper limit: a convention of ours.
MAX_VITAMIN_D_UG: Final = 2500.0
# Two and a half times MAX_TARGET_ML; nobody is told to drink it in a day, or allowed no more than it.
MAX_DAY_ML: Final = 10_000.0
# Eight times the adequate intake of EFSA 2010.
MAX_FIBER_FREE_G: Final = 200.0
# Above all labels of fiber products, 30-70 mL.
MAX_ML_PER_FIBER_G: Final = 100.0
# More than this never takes effect.
MAX_MAX_FIBER_ML: Final = MAX_TARGET_ML


class TargetError(RefusedError):
    """A figure of a target that cannot be; its text is a sentence."""


@dataclass(frozen=True, slots=True)
class WaterRule:
    """The numbers of the water rule; every one is a setting."""

    base_ml: float = 2000.0  # two litres, also the EFSA 2010 AI for women, doi:10.2903/j.efsa.2010.1459
    fiber_free_g: float = 25.0  # EFSA 2010 AI for fiber, http://www.efsa.europa.eu/en/efsajournal/pub/1462
    ml_per_fiber_g: float = 25.0  # a convention, see the head of this module
    max_fiber_ml: float = 1000.0  # four glasses: keeps base and fiber at three litres
    fluid_limit_ml: float | None = None  # what a doctor allowed; nothing is ever added to it

    def __post_init__(self) -> None:
        """Raise TargetError for a number that is negative, not finite or too much, and for a base of zero."""
        _refuse_zero("The base", self.base_ml)
        for what, value, most, unit in (
            ("The base", self.base_ml, MAX_DAY_ML, "mL"),
            ("The fiber that the base covers", self.fiber_free_g, MAX_FIBER_FREE_G, "g"),
            ("The water for a gram of fiber", self.ml_per_fiber_g, MAX_ML_PER_FIBER_G, "mL"),
            ("The most for fiber", self.max_fiber_ml, MAX_MAX_FIBER_ML, "mL"),
            ("The fluid limit", self.fluid_limit_ml, MAX_DAY_ML, "mL"),
        ):
            if value is not None:
                _refuse_outside(what, value, most, f"{most:,.0f} {unit}")


@dataclass(frozen=True, slots=True)
class WaterTarget:
    """The day's water target and the parts it is made of, mL.

    Parts are before the cap of MAX_TARGET_ML; all are None under a fluid limit.
    """

    target_ml: float
    base_ml: float | None
    fiber_ml: float | None
    activity_ml: float | None
    heat_ml: float | None

    @property
    def is_limit(self) -> bool:
        """Whether the target is a fluid limit, which is not to be passed."""
        return self.base_ml is None


def water_target(rule: WaterRule, fiber_g: float | None, activity_ml: float = 0.0, heat_ml: float = 0.0) -> WaterTarget:
    """Return the water target and its parts.

    fiber_g: fiber logged for the day so far, g; None when nothing is known, which adds nothing.
    activity_ml, heat_ml: as from `activity_water_ml` and HEAT_ML.
    Nothing is rounded. Raises TargetError if an amount is negative or not finite.
    """
    fiber_g = 0.0 if fiber_g is None else fiber_g
    for what, value in (("Fiber", fiber_g), ("Water for activity", activity_ml), ("Water for heat", heat_ml)):
        _refuse_negative(what, value)
    if rule.fluid_limit_ml is not None:
        return WaterTarget(rule.fluid_limit_ml, None, None, None, None)
    fiber_ml = min(rule.max_fiber_ml, rule.ml_per_fiber_g * max(0.0, fiber_g - rule.fiber_free_g))
    target_ml = min(MAX_TARGET_ML, rule.base_ml + fiber_ml + activity_ml + heat_ml)
    return WaterTarget(target_ml, rule.base_ml, fiber_ml, activity_ml, heat_ml)


def activity_water_ml(hours: float, intensity: Intensity) -> float:
    """Return the water for `hours` of activity, at most MAX_ACTIVITY_ML. Raises TargetError if hours cannot be."""
    _refuse_negative("The hours of activity", hours)
    return min(MAX_ACTIVITY_ML, hours * ACTIVITY_ML_PER_HOUR[intensity])


@dataclass(frozen=True, slots=True)
class Targets:
    """What one person aims for from a day on: the values of the advice the app starts from, unless changed.

    magnesium_supplement_limit_mg: US NASEM UL, https://www.nationalacademies.org/read/9956/chapter/28 (EFSA: 250 mg);
    food magnesium has no limit. vitamin_d_limit_ug: UL for all sources together,
    http://books.nap.edu/openbook.php?record_id=13050&page=445.
    """

    magnesium_mg: float = 400.0
    vitamin_d_ug: float = 25.0
    water: WaterRule = field(default_factory=WaterRule)
    water_counts: WaterCounts = "all"
    alcoholic_drinks_count: bool = False
    magnesium_supplement_limit_mg: float = 350.0
    vitamin_d_limit_ug: float = 100.0

    def __post_init__(self) -> None:
        """Raise TargetError for a number that is negative, not finite or too much, and for a target of zero."""
        _refuse_zero("The magnesium target", self.magnesium_mg)
        _refuse_zero("The vitamin D target", self.vitamin_d_ug)
        magnesium = f"{MAX_MAGNESIUM_MG:,.0f} mg"
        vitamin_d = f"{iu_from_ug(MAX_VITAMIN_D_UG):,.0f} IU ({MAX_VITAMIN_D_UG:,.0f} µg)"
        for what, value, most, in_words in (
            ("The magnesium target", self.magnesium_mg, MAX_MAGNESIUM_MG, magnesium),
            ("The vitamin D target", self.vitamin_d_ug, MAX_VITAMIN_D_UG, vitamin_d),
            (
                "The limit of magnesium from supplements",
                self.magnesium_supplement_limit_mg,
                MAX_MAGNESIUM_MG,
                magnesium,
            ),
            ("The limit of vitamin D", self.vitamin_d_limit_ug, MAX_VITAMIN_D_UG, vitamin_d),
        ):
            _refuse_outside(what, value, most, in_words)


def state_of(
    amount: float | None, target: float, *, against_limit: float | None = None, limit: float | None = None
) -> State:
    """Return the state of an amount: nothing known is below; a limit passed goes before a target reached.

    against_limit: what the limit is compared with (supplement magnesium, say); limit: None when there is none. A sum
    that misses a figure by its last bits alone (three thirds of it) meets it.
    """
    if limit is not None and against_limit is not None and against_limit > limit * (1 + _LAST_BITS):
        return "above_limit"
    return "reached" if amount is not None and amount >= target * (1 - _LAST_BITS) else "below"


def _refuse_negative(what: str, value: float) -> None:
    if not math.isfinite(value) or value < 0:
        raise TargetError(f"{what} cannot be {value:g}: give a number that is not negative.")


def _refuse_zero(what: str, value: float) -> None:
    if value <= 0:
        raise TargetError(f"{what} must be more than zero.")


def _refuse_outside(what: str, value: float, most: float, most_in_words: str) -> None:
    """Refuse what is not from 0 to `most`; infinity is too much."""
    if value > most:
        raise TargetError(f"{what} can be at most {most_in_words}.")
    _refuse_negative(what, value)
