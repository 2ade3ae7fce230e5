"""Targets that are possible but more often a slip: they are asked about before they are saved, never refused.

A target is asked about below half the lowest reference value of anybody from one year on, and above the highest one by
more than a quarter: what authorities advise covers nearly everybody, so a number far outside is rarer than a slip (1.5
for 150, litres for mL). Where everything eaten has an upper limit, that takes the place of the latter. The values are
those of data/reference_intakes.csv, which a test holds beside them. Amounts are those of `targets`.
"""

from dataclasses import dataclass
from typing import Final

from tracker.nutrients import NUTRIENTS, iu_from_ug
from tracker.targets import MAX_TARGET_ML, Targets
from tracker.units import in_unit

_LEAST_SHARE: Final = 0.5
_MOST_SHARE: Final = 1.25


@dataclass(frozen=True, slots=True)
class UsualRange:
    """What is usual of one number of the targets: the lowest and the highest reference value of anybody.

    limit: the upper limit from everything, where there is one. Amounts as they are stored.
    """

    lowest: float
    highest: float
    limit: float | None = None

    def is_unlikely(self, value: float) -> bool:
        """Whether a value lies far outside."""
        most = self.highest * _MOST_SHARE if self.limit is None else self.limit
        return not self.lowest * _LEAST_SHARE <= value <= most


# By the name of the number in Targets, water as that of the reference values.
USUAL: Final = {
    "magnesium_mg": UsualRange(80.0, 420.0),
    "vitamin_d_ug": UsualRange(15.0, 25.0, 100.0),
    "fiber_g": UsualRange(19.0, 38.0),
    "calcium_mg": UsualRange(450.0, 1300.0, 3000.0),
    "potassium_mg": UsualRange(800.0, 4700.0),
    "water_ml": UsualRange(1100.0, 3800.0),
}
# Ours: limits are told in litres, so less than half a litre is more often litres typed as mL; above the highest target
# of the rule a limit would limit nothing.
LEAST_LIMIT_ML: Final = 500.0
MOST_LIMIT_ML: Final = MAX_TARGET_ML


def question_about(targets: Targets, before: Targets) -> str | None:
    """Return a question about numbers that differ from those of `before` and are unlikely; None when all look right."""
    will, was = _numbers(targets), _numbers(before)
    said = [
        f"{_name(key)} {_amount(key, value)} a day is far from the usual: reference values of all ages "
        f"run from {_amount(key, USUAL[key].lowest)} to {_amount(key, USUAL[key].highest)}."
        for key, value in will.items()
        if value is not None and value != was[key] and USUAL[key].is_unlikely(value)
    ]
    limit_ml = targets.water.fluid_limit_ml
    is_odd = limit_ml is not None and not LEAST_LIMIT_ML <= limit_ml <= MOST_LIMIT_ML
    if limit_ml is not None and is_odd and limit_ml != before.water.fluid_limit_ml:
        said.append(
            f"A fluid limit of {_amount('water_ml', limit_ml)} a day is far from the usual, "
            f"{_amount('water_ml', LEAST_LIMIT_ML)} to {_amount('water_ml', MOST_LIMIT_ML)}."
        )
    return f"{' '.join(said)} Is that right?" if said else None


def _numbers(targets: Targets) -> dict[str, float | None]:
    return {key: targets.water.base_ml if key == "water_ml" else getattr(targets, key) for key in USUAL}


def _name(key: str) -> str:
    return "Water" if key == "water_ml" else NUTRIENTS[key].label


def _amount(key: str, value: float) -> str:
    """Return an amount in all its units; few digits, but never so few that 1.5 reads as 2."""
    if key == "water_ml":
        return f"{_figure(value)} mL ({_figure(round(in_unit(value, 'fl oz'), 1))} fl oz)"
    if key == "vitamin_d_ug":
        return f"{_figure(iu_from_ug(value))} IU ({_figure(value)} µg)"
    return f"{_figure(value)} {NUTRIENTS[key].unit}"


def _figure(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"
