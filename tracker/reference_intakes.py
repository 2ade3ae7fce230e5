"""Reference intakes: who says how much of what, for whom, and where it is written.

Read from data/reference_intakes.csv; data/README.md tells its columns. Amounts are a day's, in the unit that a
nutrient's key ends in. Ages are years, from `age_from` on and before `age_to`. An answer is a value with its source, or
a sentence that says why the set has none: a value is never borrowed from another age, sex or life stage in silence.
"""

import csv
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Literal, get_args

from tracker.errors import TrackerError
from tracker.foods import DATA_FOLDER
from tracker.person import LifeStage, Person, SetName, Sex
from tracker.targets import Targets

# "start": what the app starts from. RDA and PRI cover nearly everybody; AI is what healthy people take; DV is for
# labels. UL is the most a day that is thought safe.
Kind = Literal["start", "RDA", "AI", "PRI", "DV", "UL"]

FILE_NAME: Final = "reference_intakes.csv"
COLUMNS: Final = ("set", "nutrient", "life_stage", "sex", "age_from", "age_to", "kind", "amount", "note", "source")
SETS: Final[Mapping[SetName, str]] = {
    "documents": "The advice this app starts from",
    "us": "United States (National Academies)",
    "efsa": "Europe (EFSA)",
    "fda": "US food label (FDA)",
}
KINDS: Final[Mapping[Kind, str]] = {
    "start": "starting value",
    "RDA": "recommended (RDA)",
    "AI": "adequate intake (AI)",
    "PRI": "population reference intake (PRI)",
    "DV": "Daily Value of the label",
    "UL": "upper limit (UL)",
}
# What a set can say, and what it is called inside a sentence. Water is all of it, drinks and the water in food.
WANTED: Final[Mapping[str, str]] = {
    "magnesium_mg": "magnesium",
    "vitamin_d_ug": "vitamin D",
    "water_ml": "water",
    "fiber_g": "fiber",
    "calcium_mg": "calcium",
    "potassium_mg": "potassium",
}
LIMITED: Final[Mapping[str, str]] = {
    "magnesium_supplement_mg": "magnesium from supplements",
    "vitamin_d_ug": "vitamin D",
    "calcium_mg": "calcium",
}
_STAGES: Final[Mapping[LifeStage, str]] = {"pregnancy": "in pregnancy", "lactation": "while breastfeeding"}
# These two hold for everybody old enough, so they need no age; the others differ by it.
_FOR_EVERYBODY: Final[frozenset[SetName]] = frozenset({"documents", "fda"})
# Limits of somebody who has not said their age.
_ADULT: Final = Person(age_years=30)


class ReferenceFileError(TrackerError):
    """A file of reference intakes that cannot be used; one wrong value costs them all, as none may be doubtful."""

    def __init__(self, why: str, line: int | None = None) -> None:
        where = f"{FILE_NAME}, line {line}" if line else FILE_NAME
        super().__init__(f"The reference values cannot be read ({where}): {why}.")


@dataclass(frozen=True, slots=True)
class ReferenceIntake:
    """One value of one set. amount: None where none was determined. source: addresses, or words."""

    set: SetName
    key: str
    life_stage: LifeStage
    sex: Sex | None
    age_from: float
    age_to: float
    kind: Kind
    amount: float | None
    note: str
    source: str

    @property
    def address(self) -> str | None:
        """The first address of the source; None when it has none."""
        return next((word for word in self.source.split() if word.startswith("http")), None)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a set says of one nutrient: a value with an amount, or None and a sentence why there is none."""

    intake: ReferenceIntake | None
    why_none: str = ""

    @property
    def amount(self) -> float | None:
        """The amount of a day; None when the set has none."""
        return None if self.intake is None else self.intake.amount


Intakes = Sequence[ReferenceIntake]


def load_reference_intakes(folder: Path = DATA_FOLDER) -> tuple[ReferenceIntake, ...]:
    """Read data/reference_intakes.csv. Raises ReferenceFileError when it or any of its rows cannot be right."""
    try:
        text = (folder / FILE_NAME).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ReferenceFileError(str(getattr(error, "strerror", None) or "it is not UTF-8 text")) from None
    reader = csv.DictReader(text.splitlines())
    if tuple(reader.fieldnames or ()) != COLUMNS:
        raise ReferenceFileError(f"its columns must be {', '.join(COLUMNS)}", 1)
    intakes: list[ReferenceIntake] = []
    for row in reader:
        intake = _read(row, reader.line_num)
        if any(_overlap(intake, other) for other in intakes):
            raise ReferenceFileError("it gives a value for people who have one already", reader.line_num)
        intakes.append(intake)
    return tuple(intakes)


def wanted_of(intakes: Intakes, name: SetName, key: str, person: Person) -> Answer:
    """Return what a set wants a person to have of a nutrient, one of WANTED."""
    return _answer([each for each in intakes if each.kind != "UL"], name, key, WANTED[key], person)


def limit_of(intakes: Intakes, name: SetName, key: str, person: Person) -> Answer:
    """Return the upper limit that goes with a set, one of LIMITED: its own, else that of the US.

    Where a set has none for pregnancy or breastfeeding, its value for everybody of that age; of somebody who has not
    said their age, that of adults.
    """
    limits = [each for each in intakes if each.kind == "UL"]
    somebody = replace(person, age_years=person.age_years or _ADULT.age_years)
    asked: tuple[SetName, ...] = (name, "us")
    answers = [
        _answer(limits, each, key, f"a limit of {LIMITED[key]}", who)
        for each in asked
        for who in (somebody, replace(somebody, life_stage="general"))
    ]
    return next((answer for answer in answers if answer.amount is not None), answers[0])


def targets_of_set(intakes: Intakes, name: SetName, person: Person, before: Targets) -> Targets:
    """Return the targets `before` with the values of a set; where it has none, magnesium, vitamin D and water stay.

    The water rule keeps its other numbers, and a fluid limit stays untouched.
    """
    said = {key: wanted_of(intakes, name, key, person).amount for key in WANTED}
    limits = {key: limit_of(intakes, name, key, person).amount for key in LIMITED}
    return replace(
        before,
        magnesium_mg=said["magnesium_mg"] or before.magnesium_mg,
        vitamin_d_ug=said["vitamin_d_ug"] or before.vitamin_d_ug,
        water=replace(before.water, base_ml=said["water_ml"] or before.water.base_ml),
        fiber_g=said["fiber_g"],
        calcium_mg=said["calcium_mg"],
        potassium_mg=said["potassium_mg"],
        magnesium_supplement_limit_mg=limits["magnesium_supplement_mg"] or before.magnesium_supplement_limit_mg,
        vitamin_d_limit_ug=limits["vitamin_d_ug"] or before.vitamin_d_limit_ug,
        reference_set=name,
        person=person,
    )


def _answer(intakes: Intakes, name: SetName, key: str, words: str, person: Person) -> Answer:
    """Return the one row for a person, narrowed step by step; the step that leaves none says why."""
    found = [each for each in intakes if each.set == name and each.key == key]
    if not found:
        return Answer(None, f"{SETS[name]}: no value for {words}.")
    found = [each for each in found if each.life_stage == person.life_stage]
    if not found:
        return Answer(None, f"{SETS[name]}: no value for {words} {_STAGES[person.life_stage]}.")
    age = person.age_years
    if age is None and name not in _FOR_EVERYBODY:
        return Answer(None, f"{SETS[name]}: type an age, values differ by it.")
    if age is not None:
        found = [each for each in found if each.age_from <= age < each.age_to]
    if not found:
        stage = f" {_STAGES[person.life_stage]}" if person.life_stage in _STAGES else ""
        return Answer(None, f"{SETS[name]}: no value for {words}{stage} at the age of {age}.")
    found = [each for each in found if each.sex in {None, person.sex}]
    if not found:
        return Answer(None, f"{SETS[name]}: choose female or male, values for {words} differ.")
    if found[0].amount is None:
        return Answer(None, f"{SETS[name]}: no value for {words} was determined at this age.")
    return Answer(found[0])


def _overlap(one: ReferenceIntake, other: ReferenceIntake) -> bool:
    """Whether somebody would have two values of the same kind."""
    same = [(each.set, each.key, each.life_stage, "UL" if each.kind == "UL" else "wanted") for each in (one, other)]
    sexes = None in {one.sex, other.sex} or one.sex == other.sex
    return same[0] == same[1] and sexes and one.age_from < other.age_to and other.age_from < one.age_to


def _read(row: Mapping[str, str], line: int) -> ReferenceIntake:
    for column, allowed in (
        ("set", get_args(SetName)),
        ("life_stage", get_args(LifeStage)),
        ("sex", (*get_args(Sex), "any")),
        ("kind", get_args(Kind)),
        ("nutrient", LIMITED if row["kind"] == "UL" else WANTED),
    ):
        if row[column] not in allowed:
            raise ReferenceFileError(f"{row[column]!r} is no {column.replace('_', ' ')}", line)
    if not row["source"]:
        raise ReferenceFileError("it has no source", line)
    age_from, age_to = _number(row, "age_from", line), _number(row, "age_to", line)
    amount = _number(row, "amount", line)
    if amount == 0:
        raise ReferenceFileError("an amount must be more than zero; leave it blank where none was determined", line)
    return ReferenceIntake(
        set=row["set"],  # type: ignore[arg-type]  # one of the names, as was just looked at; so are the others
        key=row["nutrient"],
        life_stage=row["life_stage"],  # type: ignore[arg-type]
        sex=None if row["sex"] == "any" else row["sex"],  # type: ignore[arg-type]
        age_from=age_from or 0.0,
        age_to=math.inf if age_to is None else age_to,
        kind=row["kind"],  # type: ignore[arg-type]
        amount=amount,
        note=row["note"],
        source=row["source"],
    )


def _number(row: Mapping[str, str], column: str, line: int) -> float | None:
    text = row[column]
    if not text:
        return None
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not math.isfinite(value) or value < 0:
        raise ReferenceFileError(f"{text!r} is no {column.replace('_', ' ')}", line)
    return value
