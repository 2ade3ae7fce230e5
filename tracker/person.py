"""Who targets are for, as far as reference values ask: age, sex, pregnancy, breastfeeding."""

from dataclasses import dataclass
from typing import Final, Literal

from tracker.errors import RefusedError

Sex = Literal["female", "male"]
LifeStage = Literal["general", "pregnancy", "lactation"]
# Which of the sets of data/reference_intakes.csv is meant; "documents" is the advice this app starts from.
SetName = Literal["documents", "us", "efsa", "fda"]

# The app is for people who eat food; the values for infants are those of milk.
MIN_AGE_YEARS: Final = 1
# The oldest person on record was 122; a larger figure is more often a year of birth.
MAX_AGE_YEARS: Final = 120


class PersonError(RefusedError):
    """An age, or a life stage, that cannot be; its text is a sentence."""


@dataclass(frozen=True, slots=True)
class Person:
    """What a person has said of themselves; None where nothing was said.

    age_years: full years, MIN_AGE_YEARS to MAX_AGE_YEARS. life_stage: other than "general" only for women.
    """

    age_years: int | None = None
    sex: Sex | None = None
    life_stage: LifeStage = "general"

    def __post_init__(self) -> None:
        """Raise PersonError for an age that cannot be, and for a pregnant or breastfeeding man."""
        if self.age_years is not None and not MIN_AGE_YEARS <= self.age_years <= MAX_AGE_YEARS:
            raise PersonError(f"The age must be from {MIN_AGE_YEARS} to {MAX_AGE_YEARS} years.")
        if self.life_stage != "general" and self.sex == "male":
            raise PersonError("Reference values for pregnancy and breastfeeding are for women.")
