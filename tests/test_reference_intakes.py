"""Every set of reference values, for every age: worked by hand from the published tables."""

import csv
import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.foods import DATA_FOLDER
from tracker.person import MAX_AGE_YEARS, MIN_AGE_YEARS, LifeStage, Person, PersonError, SetName, Sex
from tracker.reference_intakes import (
    COLUMNS,
    FILE_NAME,
    KINDS,
    LIMITED,
    SETS,
    WANTED,
    ReferenceFileError,
    limit_of,
    load_reference_intakes,
    targets_of_set,
    wanted_of,
)
from tracker.targets import Targets, WaterRule

INTAKES = load_reference_intakes()
SCIENCE = Path(__file__).resolve().parents[2] / "shared" / "science" / "dri.csv"
people = st.builds(
    Person,
    st.integers(MIN_AGE_YEARS, MAX_AGE_YEARS),
    st.sampled_from(["female", "male"]),
) | st.builds(
    Person,
    st.integers(MIN_AGE_YEARS, MAX_AGE_YEARS),
    st.just("female"),
    st.sampled_from(["general", "pregnancy", "lactation"]),
)

# set, age, sex, stage -> magnesium mg, vitamin D µg, water mL, fiber g, calcium mg, potassium mg
VALUES: list[tuple[SetName, int | None, Sex | None, LifeStage, tuple[float | None, ...]]] = [
    ("documents", None, None, "general", (400, 25, 2000, None, None, None)),
    ("documents", 18, "female", "general", (400, 25, 2000, None, None, None)),
    ("documents", 17, "female", "general", (None,) * 6),
    ("us", 1, "male", "general", (80, 15, 1300, 19, 700, 2000)),
    ("us", 3, "female", "general", (80, 15, 1300, 19, 700, 2000)),
    ("us", 4, "female", "general", (130, 15, 1700, 25, 1000, 2300)),
    ("us", 8, "male", "general", (130, 15, 1700, 25, 1000, 2300)),
    ("us", 9, "male", "general", (240, 15, 2400, 31, 1300, 2500)),
    ("us", 13, "female", "general", (240, 15, 2100, 26, 1300, 2300)),
    ("us", 14, "male", "general", (410, 15, 3300, 38, 1300, 3000)),
    ("us", 18, "female", "general", (360, 15, 2300, 26, 1300, 2300)),
    ("us", 19, "male", "general", (400, 15, 3700, 38, 1000, 3400)),
    ("us", 30, "female", "general", (310, 15, 2700, 25, 1000, 2600)),
    ("us", 31, "female", "general", (320, 15, 2700, 25, 1000, 2600)),
    ("us", 50, "male", "general", (420, 15, 3700, 38, 1000, 3400)),
    ("us", 51, "male", "general", (420, 15, 3700, 30, 1000, 3400)),
    ("us", 51, "female", "general", (320, 15, 2700, 21, 1200, 2600)),
    ("us", 70, "male", "general", (420, 15, 3700, 30, 1000, 3400)),
    ("us", 71, "male", "general", (420, 20, 3700, 30, 1200, 3400)),
    ("us", 120, "female", "general", (320, 20, 2700, 21, 1200, 2600)),
    ("us", 14, "female", "pregnancy", (400, 15, 3000, 28, 1300, 2600)),
    ("us", 19, "female", "pregnancy", (350, 15, 3000, 28, 1000, 2900)),
    ("us", 50, "female", "pregnancy", (360, 15, 3000, 28, 1000, 2900)),
    ("us", 51, "female", "pregnancy", (None,) * 6),
    ("us", 18, "female", "lactation", (360, 15, 3800, 29, 1300, 2500)),
    ("us", 30, "female", "lactation", (310, 15, 3800, 29, 1000, 2800)),
    ("us", 31, "female", "lactation", (320, 15, 3800, 29, 1000, 2800)),
    # Boys and girls are alike up to 8 years.
    ("us", 8, None, "general", (130, 15, 1700, 25, 1000, 2300)),
    ("us", 40, None, "general", (None, 15, None, None, None, None)),
    ("us", None, "female", "general", (None,) * 6),
    ("efsa", 1, "female", "general", (170, 15, 1100, None, 450, 800)),
    ("efsa", 2, "female", "general", (170, 15, 1300, None, 450, 800)),
    ("efsa", 3, "male", "general", (230, 15, 1300, None, 450, 800)),
    ("efsa", 4, "male", "general", (230, 15, 1600, None, 800, 1100)),
    ("efsa", 9, "male", "general", (230, 15, 2100, None, 800, 1800)),
    ("efsa", 10, "female", "general", (250, 15, 1900, None, 800, 1800)),
    ("efsa", 11, "male", "general", (300, 15, 2100, None, 1150, 2700)),
    ("efsa", 17, "female", "general", (250, 15, 2000, None, 1150, 3500)),
    ("efsa", 18, "female", "general", (300, 15, 2000, 25, 1000, 3500)),
    ("efsa", 24, "male", "general", (350, 15, 2500, 25, 1000, 3500)),
    ("efsa", 25, "male", "general", (350, 15, 2500, 25, 950, 3500)),
    ("efsa", 120, "female", "general", (300, 15, 2000, 25, 950, 3500)),
    ("efsa", 30, "female", "pregnancy", (300, 15, 2300, None, 950, 3500)),
    ("efsa", 20, "female", "lactation", (300, 15, 2700, None, 1000, 4000)),
    ("efsa", 16, "female", "pregnancy", (None, 15, 2300, None, None, None)),
    ("fda", None, None, "general", (420, 20, None, 28, 1300, 4700)),
    ("fda", 3, "male", "general", (None,) * 6),
    ("fda", 4, "male", "general", (420, 20, None, 28, 1300, 4700)),
    ("fda", 90, "female", "general", (420, 20, None, 28, 1300, 4700)),
    ("fda", 30, "female", "pregnancy", (400, 15, None, None, 1300, None)),
    ("fda", 30, "female", "lactation", (400, 15, None, None, 1300, None)),
]


@pytest.mark.parametrize(("name", "age", "sex", "stage", "expected"), VALUES)
def test_a_set_gives_the_published_values(
    name: SetName, age: int | None, sex: Sex | None, stage: LifeStage, expected: tuple[float | None, ...]
) -> None:
    person = Person(age, sex, stage)
    assert tuple(wanted_of(INTAKES, name, key, person).amount for key in WANTED) == expected


# set, age, stage -> magnesium from supplements mg, vitamin D µg, calcium mg
LIMITS: list[tuple[SetName, int | None, LifeStage, tuple[float, float, float]]] = [
    ("documents", None, "general", (350, 100, 2500)),
    ("us", 1, "general", (65, 63, 2500)),
    ("us", 8, "general", (110, 75, 2500)),
    ("us", 9, "general", (350, 100, 3000)),
    ("us", 19, "general", (350, 100, 2500)),
    ("us", 51, "general", (350, 100, 2000)),
    ("us", 16, "pregnancy", (350, 100, 3000)),
    ("us", 40, "lactation", (350, 100, 2500)),
    ("fda", 30, "general", (350, 100, 2500)),
    ("efsa", 30, "general", (250, 100, 2500)),
    ("efsa", 30, "pregnancy", (250, 100, 2500)),
    ("efsa", 10, "general", (250, 50, 3000)),
    ("efsa", 11, "general", (250, 100, 3000)),
    # EFSA determined none below 4 years, so that of the US holds.
    ("efsa", 3, "general", (65, 50, 2500)),
    ("efsa", None, "general", (250, 100, 2500)),
]


@pytest.mark.parametrize(("name", "age", "stage", "expected"), LIMITS)
def test_the_limits_that_go_with_a_set(
    name: SetName, age: int | None, stage: LifeStage, expected: tuple[float, float, float]
) -> None:
    person = Person(age, "female", stage)
    assert tuple(limit_of(INTAKES, name, key, person).amount for key in LIMITED) == expected


def rows() -> list[dict[str, str]]:
    with (DATA_FOLDER / FILE_NAME).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def middle(row: dict[str, str]) -> int | None:
    """Return an age of full years inside the band of a row; None for infants."""
    first = max(MIN_AGE_YEARS, math.ceil(float(row["age_from"] or MIN_AGE_YEARS)))
    last = MAX_AGE_YEARS if not row["age_to"] else math.ceil(float(row["age_to"])) - 1
    return None if last < first else (first + last) // 2


@pytest.mark.parametrize(
    "row", [row for row in rows() if middle(row)], ids=lambda row: ",".join(list(row.values())[:7])
)
def test_every_row_is_what_its_people_are_told_with_its_source(row: dict[str, str]) -> None:
    for sex in ("female", "male") if row["sex"] == "any" else (row["sex"],):
        person = Person(middle(row), sex, row["life_stage"])  # type: ignore[arg-type]
        ask = limit_of if row["kind"] == "UL" else wanted_of
        answer = ask(INTAKES, row["set"], row["nutrient"], person)  # type: ignore[arg-type]
        if not row["amount"]:
            assert answer.amount is None or answer.intake is None or answer.intake.set == "us"
            continue
        assert answer.intake is not None
        assert (answer.amount, answer.intake.kind, answer.intake.source) == (
            float(row["amount"]),
            row["kind"],
            row["source"],
        )


@given(people)
def test_every_set_has_a_value_for_everybody_or_says_plainly_that_it_has_none(person: Person) -> None:
    for name in SETS:
        for key in WANTED:
            answer = wanted_of(INTAKES, name, key, person)
            if answer.amount is None:
                assert answer.why_none.startswith(SETS[name])
                assert answer.why_none.endswith(".")
            else:
                assert answer.intake is not None
                assert answer.intake.set == name
                assert answer.intake.age_from <= (person.age_years or 0) < answer.intake.age_to
                assert answer.intake.sex in {None, person.sex}
                assert answer.intake.life_stage == person.life_stage
                assert answer.intake.source


@given(people)
def test_everybody_has_limits_and_none_is_above_that_of_adults(person: Person) -> None:
    for name in SETS:
        magnesium_mg = limit_of(INTAKES, name, "magnesium_supplement_mg", person).amount
        vitamin_d_ug = limit_of(INTAKES, name, "vitamin_d_ug", person).amount
        assert magnesium_mg is not None
        assert vitamin_d_ug is not None
        assert 65 <= magnesium_mg <= (250 if name == "efsa" else 350)
        assert 50 <= vitamin_d_ug <= 100


@pytest.mark.parametrize("age", range(MIN_AGE_YEARS, MAX_AGE_YEARS + 1))
def test_the_us_has_every_value_for_either_sex_at_every_age(age: int) -> None:
    for sex in ("female", "male"):
        person = Person(age, sex)
        assert all(wanted_of(INTAKES, "us", key, person).amount for key in WANTED)


def test_targets_take_what_a_set_has_and_keep_the_rest() -> None:
    before = Targets(magnesium_mg=333, water=WaterRule(base_ml=1800, ml_per_fiber_g=10, fluid_limit_ml=1500))
    told = targets_of_set(INTAKES, "fda", Person(30, "female", "pregnancy"), before)
    assert told == Targets(
        magnesium_mg=400,
        vitamin_d_ug=15,
        water=before.water,
        calcium_mg=1300,
        reference_set="fda",
        person=Person(30, "female", "pregnancy"),
    )
    told = targets_of_set(INTAKES, "documents", Person(8, "male"), before)
    assert (told.magnesium_mg, told.magnesium_supplement_limit_mg, told.vitamin_d_limit_ug) == (333, 110, 75)


def test_the_set_the_app_starts_from_is_what_targets_are_without_a_choice() -> None:
    assert targets_of_set(INTAKES, "documents", Person(), Targets()) == Targets()


@pytest.mark.parametrize("age", [0, -1, 121, 1980])
def test_an_age_that_cannot_be_is_refused(age: int) -> None:
    with pytest.raises(PersonError, match="from 1 to 120 years"):
        Person(age)


def test_a_man_is_not_pregnant() -> None:
    with pytest.raises(PersonError):
        Person(30, "male", "pregnancy")


GOOD = "us,magnesium_mg,general,any,1,4,RDA,80,,https://example.org/"


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (GOOD.replace("us,", "uk,"), "is no set"),
        (GOOD.replace("magnesium_mg", "zinc_mg"), "is no nutrient"),
        (GOOD.replace("general", "old"), "is no life stage"),
        (GOOD.replace("any", "x"), "is no sex"),
        (GOOD.replace("RDA", "RDI"), "is no kind"),
        (GOOD.replace("80", "many"), "is no amount"),
        (GOOD.replace("80", "0"), "more than zero"),
        (GOOD.replace("80", "-1"), "is no amount"),
        (GOOD.replace("1,4", "x,4"), "is no age from"),
        (GOOD.replace("https://example.org/", ""), "has no source"),
        (GOOD.replace("any,1,4", "male,3,9"), "for people who have one already"),
    ],
)
def test_a_file_with_one_doubtful_row_is_not_used_at_all(tmp_path: Path, line: str, why: str) -> None:
    (tmp_path / FILE_NAME).write_text("\n".join([",".join(COLUMNS), GOOD, line]), encoding="utf-8")
    with pytest.raises(ReferenceFileError, match=f"line 3.*{why}"):
        load_reference_intakes(tmp_path)


def test_a_file_that_is_absent_or_another_is_explained(tmp_path: Path) -> None:
    with pytest.raises(ReferenceFileError, match="No such file"):
        load_reference_intakes(tmp_path)
    (tmp_path / FILE_NAME).write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(ReferenceFileError, match="columns must be"):
        load_reference_intakes(tmp_path)


def test_every_kind_has_a_name() -> None:
    assert {intake.kind for intake in INTAKES} <= set(KINDS)


@pytest.mark.skipif(not SCIENCE.is_file(), reason="the collected facts are not here")
def test_the_file_says_what_the_collected_facts_say() -> None:
    sets = {"US NASEM": "us", "EFSA": "efsa", "FDA DV (2016 rule)": "fda"}
    keys = {
        "magnesium": ("magnesium_mg", 1),
        "magnesium_supplemental": ("magnesium_supplement_mg", 1),
        "vitamin_d": ("vitamin_d_ug", 1),
        "total_water": ("water_ml", 1000),
        "fiber": ("fiber_g", 1),
        "calcium": ("calcium_mg", 1),
        "potassium": ("potassium_mg", 1),
    }
    sexes = {"M": "male", "F": "female", "any": "any"}
    ours = {tuple(row[name] for name in COLUMNS[:7]): row["amount"] for row in rows()}
    left_out = []
    with SCIENCE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["authority"] not in sets:
                continue
            key, scale = keys[row["nutrient"]]
            stages = {"general", "pregnancy", "lactation"} & {row["life_stage"].split(" ")[0]}
            stages = stages or {"pregnancy", "lactation"}
            for stage in stages:
                where = (
                    sets[row["authority"]],
                    key,
                    stage,
                    sexes[row["sex"]],
                    row["age_from"],
                    row["age_to"],
                    row["kind"],
                )
                if where not in ours:
                    left_out.append((where[0], key, row["age_from"]))
                    continue
                amount = row["amount"].partition("-")[0]
                assert ours[where] == ("" if amount == "ND" else f"{float(amount) * scale:g}"), where
    # Those that were written from memory and that no public page confirmed.
    assert sorted(set(left_out)) == sorted(
        {("efsa", "fiber_g", age) for age in ("1", "4", "7", "11", "15")}
        | {("fda", "fiber_g", ""), ("fda", "potassium_mg", "")}
    )
