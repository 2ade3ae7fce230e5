"""What a person wishes of suggestions: what is left out, and the most energy."""

import math
from dataclasses import dataclass, field
from typing import Final

from tracker.errors import RefusedError
from tracker.suggesting.exclusions import Exclusions

# One large meal: 40 % of the 2,000 kcal that food labels reckon with, 21 CFR 101.9(c)(9). It lets a fillet of fish, two
# cups of greens and a handful of nuts pass (some 750 kcal) and keeps a gap from being closed with a second dinner.
USUAL_CAP_KCAL: Final = 800.0
# Of all portions that help hardly any but a cup of greens has less. It is asked about before it hides the others: "1,5"
# may mean 1,500.
LEAST_LIKELY_CAP_KCAL: Final = 50.0
# More than most people eat in a day; a larger figure is a slip.
MOST_CAP_KCAL: Final = 5000.0


class WishesError(RefusedError):
    """An energy that cannot be asked for; its text is a sentence."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """The standing wishes of a person. energy_cap_kcal: the most a way may have; None for USUAL_CAP_KCAL."""

    exclusions: Exclusions = field(default_factory=Exclusions)
    energy_cap_kcal: float | None = None

    def __post_init__(self) -> None:
        """Raise WishesError for an energy that is not a number above 0 and at most MOST_CAP_KCAL."""
        cap = self.energy_cap_kcal
        if cap is not None and not (math.isfinite(cap) and 0 < cap <= MOST_CAP_KCAL):
            raise WishesError(f"The most energy must be more than 0 and at most {MOST_CAP_KCAL:,.0f} kcal.")

    @property
    def cap_kcal(self) -> float:
        """The most energy that a way may have, kcal."""
        return USUAL_CAP_KCAL if self.energy_cap_kcal is None else self.energy_cap_kcal

    @property
    def cap_words(self) -> str:
        """The most energy with all its digits: "1,200 kcal", "600.7 kcal"."""
        return f"{self.cap_kcal:,.6g} kcal"

    @property
    def question(self) -> str | None:
        """What is asked before these wishes are kept for the days to come; None when nothing is unlikely."""
        if self.cap_kcal >= LEAST_LIKELY_CAP_KCAL:
            return None
        return f"{self.cap_words} is less than a slice of bread has, and leaves hardly any food. Is that right?"
