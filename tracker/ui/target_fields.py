"""The numbers of the Targets page: what each is called, what it shows, and what was typed into it.

They are text, see `figures`; an amount that can be shown in two units has a field for each. A field shows few digits:
one that was left alone keeps all its amount has.
"""

from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Any, Final

import streamlit as st

from tracker.errors import RefusedError
from tracker.reference_intakes import LIMITED, Intakes, limit_of
from tracker.targets import TargetError, Targets
from tracker.ui.figures import read_figure, shown
from tracker.ui.text import WATER, amount, in_shown_unit, shown_in, unit_of, unit_words
from tracker.units import Units, from_unit

_PLACE: Final = "targets"
_IN_WATER: Final = "water."
_TYPED: Final = "target_fields.typed"


@dataclass(frozen=True, slots=True)
class Field:
    """One number of the page.

    unit_key: WATER or the nutrient it is an amount of. name: with "{}" for the unit. what: it in a sentence about a
    change. path: where Targets has it, "water." for the rule. optional: it may be left empty.
    """

    key: str
    unit_key: str
    name: str
    what: str
    path: str
    optional: bool = False

    @property
    def label(self) -> str:
        """What stands above it, with the unit."""
        return self.name.format(unit_words(self.unit_key))

    def read(self, targets: Targets) -> float | None:
        """Return its value, as it is stored."""
        value: float | None = attrgetter(self.path)(targets)
        return value

    def put(self, targets: Targets, value: float | None) -> Targets:
        """Return the targets with another value of it. Raises TargetError for one that cannot be."""
        name = self.path.removeprefix(_IN_WATER)
        changed: dict[str, Any] = {name: value}
        if name == self.path:
            return replace(targets, **changed)
        return replace(targets, water=replace(targets.water, **changed))


NUTRIENTS: Final = (
    Field("magnesium", "magnesium_mg", "Magnesium, {} a day", "Magnesium", "magnesium_mg"),
    Field("vitamin_d", "vitamin_d_ug", "Vitamin D, {} a day", "Vitamin D", "vitamin_d_ug"),
    Field("fiber", "fiber_g", "Fiber, {} a day", "Fiber", "fiber_g", optional=True),
    Field("calcium", "calcium_mg", "Calcium, {} a day", "Calcium", "calcium_mg", optional=True),
    Field("potassium", "potassium_mg", "Potassium, {} a day", "Potassium", "potassium_mg", True),
)
BASE: Final = Field("base", WATER, "Water base, {} a day", "Water base", "water.base_ml")
RULE: Final = (
    Field(
        "fiber_free",
        "fiber_g",
        "Fiber the base already covers, {}",
        "Fiber the base covers",
        "water.fiber_free_g",
    ),
    Field(
        "slope",
        WATER,
        "Water for each further gram of fiber, {}",
        "Water for a gram of fiber",
        "water.ml_per_fiber_g",
    ),
    Field("most_fiber", WATER, "At most for fiber, {}", "Most for fiber", "water.max_fiber_ml"),
)
LIMIT: Final = Field(
    "limit",
    WATER,
    "Fluid limit, {} (leave empty without one)",
    "Fluid limit",
    "water.fluid_limit_ml",
    optional=True,
)
FIELDS: Final = (*NUTRIENTS, BASE, *RULE, LIMIT)


def draw(field: Field, targets: Targets) -> None:
    """Draw a field, filled with what is saved; what is being typed stays."""
    st.session_state.setdefault(key_of(field), _seed(field, targets))
    st.text_input(field.label, key=key_of(field))


def fill(field: Field, value: float | None) -> None:
    """Put an amount, as it is stored, into a field; from a callback."""
    st.session_state[key_of(field)] = _shown(field, value)


def typed(field: Field, targets: Targets) -> float | None:
    """Return the amount in a field, as it is stored; None when it is left empty, which an optional one may be.

    targets: what the field began with. Raises RefusedError when it says nothing that can be.
    """
    text = str(st.session_state.get(key_of(field), _seed(field, targets)))
    if text == _seed(field, targets):
        return field.read(targets)
    value = read_figure(text, field.label.partition(",")[0], unit_words(field.unit_key))
    if value is None and not field.optional:
        raise TargetError(f"The field “{field.label}” is empty: type a number.")
    unit = unit_of(field.unit_key)
    return value if value is None or unit is None else from_unit(value, unit)


def problem_of(field: Field, targets: Targets) -> str | None:
    """Return why what is in a field cannot be saved, as Save would say it; None when it can.

    targets: what the field began with.
    """
    try:
        field.put(targets, typed(field, targets))
    except RefusedError as error:
        return str(error)
    return None


def typed_targets(before: Targets, intakes: Intakes) -> Targets:
    """Return the targets as all fields show them; limits follow the set and the person.

    before: what the fields began with, already with the set, the person and the choices that are no numbers. Raises
    RefusedError in one sentence.
    """
    wanted = before
    for field in FIELDS:
        wanted = field.put(wanted, typed(field, before))
    limits = {key: limit_of(intakes, before.reference_set, key, before.person).amount for key in LIMITED}
    return replace(
        wanted,
        magnesium_supplement_limit_mg=limits["magnesium_supplement_mg"] or before.magnesium_supplement_limit_mg,
        vitamin_d_limit_ug=limits["vitamin_d_ug"] or before.vitamin_d_limit_ug,
    )


def carry_over(targets: Targets) -> None:
    """Put what is typed and not saved into the fields of other units, when those shown were changed since the last run.

    targets: what the fields began with. Call it before any field is drawn.
    """
    was: tuple[Units, dict[str, float | None]] | None = st.session_state.get(_TYPED)
    if was is not None and was[0] != shown_in():
        for field in FIELDS:
            if field.key in was[1] and key_of(field) not in st.session_state:
                fill(field, was[1][field.key])
    unsaved = {
        field.key: value
        for field in FIELDS
        if problem_of(field, targets) is None and (value := typed(field, targets)) != field.read(targets)
    }
    st.session_state[_TYPED] = (shown_in(), unsaved)


def changes(before: Targets, after: Targets) -> list[str]:
    """Return what differs, in words: "Magnesium 400 mg → 310 mg"."""
    pairs = [(field.what, _words(field, before), _words(field, after)) for field in FIELDS]
    pairs += [
        (what, amount(key, was), amount(key, will))
        for what, key, was, will in (
            (
                "Most magnesium from supplements",
                "magnesium_mg",
                before.magnesium_supplement_limit_mg,
                after.magnesium_supplement_limit_mg,
            ),
            ("Most vitamin D", "vitamin_d_ug", before.vitamin_d_limit_ug, after.vitamin_d_limit_ug),
        )
    ]
    pairs.append(("Water that counts", _counts_words(before), _counts_words(after)))
    return [f"{what} {was} → {will}" for what, was, will in pairs if was != will]


def _counts_words(targets: Targets) -> str:
    drinks = "drinks" if targets.water_counts == "drinks" else "drinks and the water in food"
    return f"{drinks}, alcoholic ones too" if targets.alcoholic_drinks_count else drinks


def forget() -> None:
    """Let all fields begin anew with what is saved."""
    for key in [key for key in st.session_state if str(key).startswith(f"{_PLACE}.")]:
        del st.session_state[key]


def key_of(field: Field) -> str:
    """Return the key of a field; another unit is another field."""
    unit = unit_of(field.unit_key)
    return f"{_PLACE}.{field.key}" if unit in {None, "mL", "IU"} else f"{_PLACE}.{field.key}.{unit}"


def _seed(field: Field, targets: Targets) -> str:
    return _shown(field, field.read(targets))


def _shown(field: Field, value: float | None) -> str:
    if value is None:
        return ""
    in_unit = in_shown_unit(field.unit_key, value)
    return shown(float(f"{in_unit:.4g}")) if unit_of(field.unit_key) == "fl oz" else shown(in_unit)


def _words(field: Field, targets: Targets) -> str:
    """Return what a field says, with its unit; not rounded as amounts are, or a small change would not be seen."""
    value = field.read(targets)
    if value is None:
        return "none"
    return f"{float(_shown(field, value)):,.6g} {unit_words(field.unit_key)}"
