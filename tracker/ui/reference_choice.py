"""Which set of reference values, and for whom; a choice fills the numbers, each with its source beside it."""

from dataclasses import replace
from typing import Final

import streamlit as st

from tracker.errors import RefusedError, TrackerError
from tracker.person import LifeStage, Person, SetName
from tracker.reference_intakes import (
    KINDS,
    SETS,
    Answer,
    Intakes,
    ReferenceIntake,
    limit_of,
    load_reference_intakes,
    wanted_of,
)
from tracker.settings import whole
from tracker.targets import Targets
from tracker.ui import target_fields
from tracker.ui.figures import WHOLE, read_figure
from tracker.ui.notes import note
from tracker.ui.target_fields import BASE, NUTRIENTS, Field
from tracker.ui.text import WATER, amount, both_units, plain

_SET: Final = "targets.set"
_AGE: Final = "targets.age"
_SEX: Final = "targets.sex"
_STAGE: Final = "targets.stage"
_SEXES: Final = ("female", "male")
_STAGES: Final[dict[LifeStage, str]] = {
    "general": "Neither",
    "pregnancy": "Pregnant",
    "lactation": "Breastfeeding",
}
# Whom pregnancy is asked about, from and to, years; sets have values from 14 to 50, or for any age.
_PREGNANCY_YEARS: Final = (12, 60)
# What a field is called among the reference values.
_KEYS: Final = {field.key: field.unit_key for field in NUTRIENTS} | {BASE.key: "water_ml"}


@st.cache_resource(show_spinner=False)
def intakes() -> Intakes:
    """Return the reference values, which all share. Raises ReferenceFileError."""
    return load_reference_intakes()


def draw(targets: Targets) -> None:
    """Draw the set and the person, filled with what is saved."""
    person = targets.person
    for key, value in {
        _SET: targets.reference_set,
        _AGE: "" if person.age_years is None else str(person.age_years),
        _SEX: person.sex,
        _STAGE: person.life_stage,
    }.items():
        st.session_state.setdefault(key, value)
    st.selectbox(
        "Reference values", list(SETS), key=_SET, format_func=SETS.__getitem__, on_change=_fill, args=(targets,)
    )
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input("Age, years", key=_AGE, width=110, on_change=_fill, args=(targets,))
        st.segmented_control("Sex", _SEXES, key=_SEX, format_func=_sex_label, on_change=_fill, args=(targets,))
        if _may_be_asked():
            st.segmented_control(
                "Pregnant or breastfeeding",
                list(_STAGES),
                key=_STAGE,
                format_func=_stage_label,
                required=True,
                on_change=_fill,
                args=(targets,),
            )
    try:
        _person()
    except RefusedError as error:
        note(f"**{plain(str(error))}**")


def _may_be_asked() -> bool:
    """Whether pregnancy is asked about: a woman of an age for which sets have values, or of none that was said."""
    if st.session_state[_SEX] != "female":
        return False
    try:
        age_years = _person().age_years
    except RefusedError:
        return True
    return age_years is None or _PREGNANCY_YEARS[0] <= age_years <= _PREGNANCY_YEARS[1]


def chosen(before: Targets) -> Targets:
    """Return `before` with the set and the person as they are chosen. Raises RefusedError for an age that is none."""
    name: SetName = st.session_state.get(_SET, before.reference_set)
    return replace(before, reference_set=name, person=_person())


def chosen_without_age(before: Targets) -> Targets:
    """Return what `chosen` does as long as no age is typed, for words beside numbers while the age cannot be."""
    name: SetName = st.session_state.get(_SET, before.reference_set)
    return replace(before, reference_set=name, person=Person(None, st.session_state.get(_SEX)))


def source_words(field: Field, targets: Targets, value: float | None, problem: str | None) -> str:
    """Return what stands beside a number, as Markdown of ours: whose it is and where it is written.

    targets: with the set and the person that are chosen. value: what the field says, as it is stored; it does not count
    when there is a problem: why that cannot be saved.
    """
    answer = wanted_of(intakes(), targets.reference_set, _KEYS[field.key], targets.person)
    if answer.amount is None or answer.intake is None:
        if problem is not None:
            return f"{plain(problem)} {answer.why_none}"
        empty = "Nothing is aimed for." if value is None else "The number is your own."
        return f"{answer.why_none} {empty}" if field.optional else f"{answer.why_none} The number stays as it was."
    said = f"{_set_words(answer.intake)}: {both_units(field.unit_key, answer.amount)}, {_kind_words(answer.intake)}"
    if problem is not None:
        return f"{plain(problem)} {said}."
    if value is None or abs(value - answer.amount) > 1e-6 * answer.amount:
        return f"Your own number. {said}." if value is not None else f"Nothing is aimed for. {said}."
    return f"{said}."


def limits_words(targets: Targets) -> str:
    """Return the limits that go with the set and the person, as Markdown of ours, each with its source."""
    name, person = targets.reference_set, targets.person
    magnesium = limit_of(intakes(), name, "magnesium_supplement_mg", person)
    vitamin_d = limit_of(intakes(), name, "vitamin_d_ug", person)
    calcium = limit_of(intakes(), name, "calcium_mg", person)
    lines = [
        f"- Magnesium from supplements: {_limit_words('magnesium_mg', magnesium)}. Magnesium from food has none.",
        f"- Vitamin D from everything: {_limit_words('vitamin_d_ug', vitamin_d)}.",
        f"- Calcium from everything: {_limit_words('calcium_mg', calcium)}; the app does not watch it.",
    ]
    return "\n".join(lines)


def _limit_words(key: str, answer: Answer) -> str:
    if answer.intake is None:
        return f"none known. {answer.why_none.removesuffix('.')}"
    return f"at most {both_units(key, answer.amount)} a day, {_set_words(answer.intake)}"


def _set_words(intake: ReferenceIntake) -> str:
    name = SETS[intake.set]
    return f"[{name}]({intake.address})" if intake.address else name


def _kind_words(intake: ReferenceIntake) -> str:
    """Return what kind of value it is and for whom."""
    if intake.set == "documents":
        return intake.note
    ages = f"{intake.age_from:g} and over" if intake.age_to == float("inf") else _ages(intake)
    who = {"female": "women", "male": "men", None: "everybody"}[intake.sex]
    stage = {"pregnancy": "pregnant ", "lactation": "breastfeeding "}.get(intake.life_stage, "")
    if intake.age_from < 18:
        who = {"female": "girls and women", "male": "boys and men", None: "everybody"}[intake.sex]
    total = ", drinks and the water in food" if intake.key == "water_ml" else ""
    aged = "" if not intake.age_from and intake.age_to == float("inf") else f" aged {ages}"
    return f"{KINDS[intake.kind]} of {stage}{who}{aged}{total}"


def _ages(intake: ReferenceIntake) -> str:
    last = intake.age_to - 1
    return f"{intake.age_from:g}" if last == intake.age_from else f"{intake.age_from:g} to {last:g}"


def _person() -> Person:
    """Return the person as chosen. Raises RefusedError for an age that cannot be."""
    age = read_figure(str(st.session_state.get(_AGE) or ""), "Age", "years", example=WHOLE)
    sex = st.session_state.get(_SEX)
    stage: LifeStage = st.session_state.get(_STAGE) or "general"
    years = None if age is None else whole("The age", age)
    is_asked = sex == "female" and (years is None or _PREGNANCY_YEARS[0] <= years <= _PREGNANCY_YEARS[1])
    return Person(years, sex, stage if is_asked else "general")


def _fill(saved: Targets) -> None:
    """Put the values of the set into the fields; where it has none, numbers that must be there are those saved.

    Not those of a set that was looked at in between: they would be saved without anybody's word for them.
    """
    try:
        targets = chosen(saved)
        answers = {
            field: wanted_of(intakes(), targets.reference_set, _KEYS[field.key], targets.person).amount
            for field in (*NUTRIENTS, BASE)
        }
    except (RefusedError, TrackerError):
        return  # the page says why
    for field, value in answers.items():
        target_fields.fill(field, value if value is not None or field.optional else field.read(saved))


def _sex_label(sex: str) -> str:
    """Return the name in a blue that is readable in both themes, which that of a chosen segment is not."""
    return f":blue[{sex.capitalize()}]"


def _stage_label(stage: LifeStage) -> str:
    return f":blue[{_STAGES[stage]}]"


def water_mode_words(targets: Targets) -> str | None:
    """Return what to say when the base counts all water but the person counts drinks only; None otherwise."""
    answer = wanted_of(intakes(), targets.reference_set, "water_ml", targets.person)
    if targets.water_counts == "all" or answer.intake is None or answer.intake.set == "documents":
        return None
    return (
        f"The {amount(WATER, answer.amount)} of {SETS[answer.intake.set]} are drinks and the water in food together; "
        "you count drinks only, about four fifths of it."
    )
