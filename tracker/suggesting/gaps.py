"""What is left of a day until its targets are met."""

from dataclasses import dataclass
from typing import Final

from tracker.intake import COUNTED_WATER, DayTotals
from tracker.targets import state_of

# What food is asked to close; water is drunk.
NEEDS: Final = ("magnesium_mg", "vitamin_d_ug")


@dataclass(frozen=True, slots=True)
class Gap:
    """What is left until the targets of a day; 0 where the target is reached.

    magnesium_mg, vitamin_d_ug: mg and µg, from what is known of the day. water_ml: mL; 0 under a fluid limit, which is
    no goal. at_most: of "magnesium_mg", "vitamin_d_ug" and "water" those with something left whose total is "at least":
    no more than this is left. fluid_room_ml: what a fluid limit still allows, mL, never below 0; None without one.
    vitamin_d_room_ug: what the upper limit of vitamin D still allows, µg, never below 0.
    """

    magnesium_mg: float
    vitamin_d_ug: float
    water_ml: float
    at_most: frozenset[str]
    fluid_room_ml: float | None
    vitamin_d_room_ug: float

    def of(self, need: str) -> float:
        """Return what is left of one of NEEDS."""
        value: float = getattr(self, need)
        return value

    @property
    def needs(self) -> tuple[str, ...]:
        """Those of NEEDS of which something is left."""
        return tuple(need for need in NEEDS if self.of(need) > 0)


def gap_of(day: DayTotals) -> Gap:
    """Return what is left of a day. Where nothing is known of a total, all of its target is left."""
    totals, targets, water = day.totals, day.targets, day.water
    is_limit = water.target.is_limit
    counted_ml = water.counted_ml or 0.0
    vitamin_d_ug = totals["vitamin_d_ug"].amount
    left = {
        "magnesium_mg": _left(totals["magnesium_mg"].amount, targets.magnesium_mg),
        "vitamin_d_ug": _left(vitamin_d_ug, targets.vitamin_d_ug),
        COUNTED_WATER: 0.0 if is_limit else _left(water.counted_ml, water.target.target_ml),
    }
    partly_known = {need for need in NEEDS if totals[need].at_least} | ({COUNTED_WATER} if water.at_least else set())
    return Gap(
        magnesium_mg=left["magnesium_mg"],
        vitamin_d_ug=left["vitamin_d_ug"],
        water_ml=left[COUNTED_WATER],
        at_most=frozenset(key for key in partly_known if left[key] > 0),
        fluid_room_ml=max(0.0, water.target.target_ml - counted_ml) if is_limit else None,
        vitamin_d_room_ug=max(0.0, targets.vitamin_d_limit_ug - (vitamin_d_ug or 0.0)),
    )


def _left(amount: float | None, target: float) -> float:
    """Return what is missing; nothing where `state_of` calls the target reached, for all the last bits of a sum."""
    return 0.0 if state_of(amount, target) == "reached" else target - (amount or 0.0)
