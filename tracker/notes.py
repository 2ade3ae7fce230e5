"""The facts of a day, or of a person's supplements -> the notes that are due, each once.

Pure: whoever asks gives the facts. A note is due while what it speaks of is logged; whether it was marked as known is
`tracker.dismissals`'. What is unknown triggers nothing.
"""

import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from tracker import days
from tracker.entries import Entry
from tracker.intake import Day, DayTotals
from tracker.note_texts import NOTES, Note
from tracker.supplement import Supplement
from tracker.targets import state_of

# Limits of magnesium from supplements, mg a day: US NASEM; EFSA 2006, confirmed by BfR 2017.
US_SUPPLEMENT_MG: Final = 350.0
EU_SUPPLEMENT_MG: Final = 250.0
# BfR 2017: at least two intakes a day; ours: half of 300 mg, the dose this app's advice starts from.
LARGE_DOSE_MG: Final = 150.0
# US and EFSA upper limit of adults for vitamin D from everything, µg a day.
VITAMIN_D_LIMIT_UG: Final = 100.0
# Drinks within an hour: the kidneys' maximal excretion (IOM 2005), and NIOSH's 48 fl oz of 29.57 mL.
FAST_ML: Final = 1000.0
TOO_FAST_ML: Final = 1420.0
# A larger entry is a bottle drunk over hours, or a day's water.
MOST_AT_ONCE_ML: Final = 1000.0
PACE_WINDOW: Final = timedelta(hours=1)
# Fiber that is much more than before: above this, and above so many times the mean of the days before.
MUCH_FIBER_G: Final = 30.0
_MUCH_MORE: Final = 1.5
# A mean of fewer days says little of what a gut is used to.
_LEAST_DAYS: Final = 3
WEEK_DAYS: Final = 7

# Names of the table for psyllium, bran and flaxseed as they are, not of breads, cereals and oils that hold some.
_SWELLING: Final = re.compile(
    r"(psyllium|ispaghula)\b|(?:wheat |oat |corn |rice )?bran(?:$|, (?:dry|crude|raw))"
    r"|(?:whole )?(?:flax ?seeds?|linseeds?)\b(?! oil)",
    re.IGNORECASE,
)
_QUININE: Final = re.compile(r"\bquinine\b|\btonic water\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DayFacts:
    """What is known of a day. in_progress: it is not over. loose_stools: logged on it.

    week: the seven days before, oldest first; only asked for where `wants_week`, empty otherwise.
    """

    day: Day
    in_progress: bool
    loose_stools: bool = False
    week: Sequence[DayTotals] = ()

    @property
    def supplement_magnesium_mg(self) -> float:
        """Magnesium from supplements, as far as it is known, mg."""
        return self.day.totals["magnesium_mg"].supplement or 0.0

    def amount(self, key: str) -> float:
        """Return the day's total of a nutrient, as far as it is known."""
        return self.day.totals[key].amount or 0.0


def wants_week(day: Day) -> bool:
    """Whether a note may be due that looks at the days before as well."""
    fiber_g, vitamin_d_ug = (day.totals[key].amount or 0.0 for key in ("fiber_g", "vitamin_d_ug"))
    return fiber_g > MUCH_FIBER_G or _above(vitamin_d_ug, VITAMIN_D_LIMIT_UG)


def notes_of_day(facts: DayFacts) -> tuple[Note, ...]:
    """Return the notes that a day makes due, the most important first; none twice."""
    return tuple(note for note in NOTES if note.moment == "day" and _DUE[note.id](facts))


def notes_of_supplements(supplements: Iterable[Supplement]) -> tuple[Note, ...]:
    """Return the notes that a person's supplements make due; none twice."""
    given = {key for pill in supplements for key, value in pill.amounts.items() if value}
    due = {
        "kidney": bool(given & {"magnesium_mg", "potassium_mg"}),
        "mg_spacing": "magnesium_mg" in given,
        "mg_evidence": "magnesium_mg" in given,
        "potassium": "potassium_mg" in given,
    }
    return tuple(note for note in NOTES if due.get(note.id))


def standing_notes() -> tuple[Note, ...]:
    """Return the notes that nothing logged can make due."""
    return tuple(note for note in NOTES if note.moment == "about")


def fastest_ml(entries: Iterable[Entry]) -> float:
    """Return the most that was drunk within an hour, mL (1 g of a drink is taken as 1 mL).

    Only entries made as they were drunk count: see `drunk_then`.
    """
    drunk = sorted((entry.at, entry.grams or 0.0) for entry in entries if drunk_then(entry))
    return max(
        (math.fsum(grams for at, grams in drunk if last - PACE_WINDOW < at <= last) for last, _ in drunk), default=0.0
    )


def drunk_then(entry: Entry) -> bool:
    """Whether an entry is a drink of at most MOST_AT_ONCE_ML whose time is when it was drunk.

    That is so of one tap, logged now, and of a time the person set in the list, which is of whole minutes. A typed
    entry has the moment of typing, down to the second and below, and may be a whole day's water; one logged for
    another meal has that meal's usual time, which nobody set; copies and imports say nothing of when.
    """
    if entry.kind != "drink" or entry.grams is None or entry.grams > MOST_AT_ONCE_ML:
        return False
    if days.is_usual_time(entry.at.time()):
        return False
    return entry.source == "tap" or (entry.source == "typed" and _was_set(entry))


def _was_set(entry: Entry) -> bool:
    """Whether the time of a typed entry was set afterwards: it is of whole minutes, and the entry was changed since."""
    return entry.version > 1 and not (entry.at.second or entry.at.microsecond)


def _above(amount: float, limit: float) -> bool:
    # Not by the last bits of a sum, as in the states of the meters.
    return state_of(None, limit, against_limit=amount, limit=limit) == "above_limit"


def _is_eu_limit_passed(facts: DayFacts) -> bool:
    goes_by_eu = facts.day.targets.magnesium_supplement_limit_mg <= EU_SUPPLEMENT_MG
    above = _above(facts.supplement_magnesium_mg, EU_SUPPLEMENT_MG)
    return goes_by_eu and above and not _above(facts.supplement_magnesium_mg, US_SUPPLEMENT_MG)


def _pace(facts: DayFacts) -> float:
    # Of a day that is over, taps are made long after drinking.
    return fastest_ml(facts.day.entries) if facts.in_progress else 0.0


def _is_week_above(facts: DayFacts) -> bool:
    """Whether the day and the six before it give more than seven times the limit; days not known add nothing."""
    before = (totals.totals["vitamin_d_ug"].amount or 0.0 for totals in facts.week[-(WEEK_DAYS - 1) :])
    together = math.fsum((facts.amount("vitamin_d_ug"), *before))
    return bool(facts.week) and _above(together, WEEK_DAYS * VITAMIN_D_LIMIT_UG)


def _is_much_more_fiber(facts: DayFacts) -> bool:
    known = [totals.totals["fiber_g"].amount for totals in facts.week if totals.logged_for_nutrients]
    eaten = [fiber_g for fiber_g in known if fiber_g is not None]
    if len(eaten) < _LEAST_DAYS:
        return False
    fiber_g = facts.amount("fiber_g")
    return fiber_g > MUCH_FIBER_G and fiber_g > _MUCH_MORE * math.fsum(eaten) / len(eaten)


def _is_vitamin_d_without_meal(facts: DayFacts) -> bool:
    eaten_at = {entry.meal for entry in facts.day.entries if entry.kind == "food"}
    return any(entry.meal not in eaten_at for entry in facts.day.entries if _gives(entry, "vitamin_d_ug"))


def _gives(entry: Entry, key: str) -> bool:
    return entry.kind == "supplement" and bool(entry.amount_of(key))


def _is_above_vitamin_d_limit(facts: DayFacts) -> bool:
    return _above(facts.amount("vitamin_d_ug"), VITAMIN_D_LIMIT_UG)


def _is_food_enough(facts: DayFacts) -> bool:
    from_food_mg = facts.day.totals["magnesium_mg"].food or 0.0
    return not facts.supplement_magnesium_mg and from_food_mg > facts.day.targets.magnesium_mg


def _is_dose_large(facts: DayFacts) -> bool:
    return any(
        entry.kind == "supplement" and (entry.magnesium_mg or 0.0) > LARGE_DOSE_MG for entry in facts.day.entries
    )


def _eaten_matches(pattern: re.Pattern[str]) -> Callable[[DayFacts], bool]:
    return lambda facts: any(pattern.search(entry.name) is not None for entry in facts.day.entries)


def _eaten_is(pattern: re.Pattern[str]) -> Callable[[DayFacts], bool]:
    return lambda facts: any(pattern.match(entry.name.strip()) is not None for entry in facts.day.entries)


# By note: whether a day makes it due. A stronger note takes the place of the milder one about the same.
_DUE: Final[Mapping[str, Callable[[DayFacts], bool]]] = {
    "pace_red": lambda facts: _pace(facts) > TOO_FAST_ML,
    "pace_amber": lambda facts: FAST_ML < _pace(facts) <= TOO_FAST_ML,
    "mg_loose_stools": lambda facts: facts.loose_stools and facts.supplement_magnesium_mg > 0,
    "mg_sup_us": lambda facts: _above(facts.supplement_magnesium_mg, US_SUPPLEMENT_MG),
    "mg_sup_eu": _is_eu_limit_passed,
    "vitd_toxic": lambda facts: _is_above_vitamin_d_limit(facts) and _is_week_above(facts),
    "vitd_ul": lambda facts: _is_above_vitamin_d_limit(facts) and not _is_week_above(facts),
    "quinine": _eaten_matches(_QUININE),
    "fiber_supplement": _eaten_is(_SWELLING),
    "fiber_slow": _is_much_more_fiber,
    "mg_split": _is_dose_large,
    "vitd_meal": _is_vitamin_d_without_meal,
    "mg_food_ok": _is_food_enough,
    "fiber_water": lambda facts: bool(facts.day.water.target.fiber_ml),
}
