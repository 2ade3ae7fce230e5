"""The numbers of the Targets page: what each is called, what it shows, and what was typed into it.

They are text, see `figures`; an amount that can be shown in two units has a field for each. A field shows few digits:
one that was left alone keeps all its amount has.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

import streamlit as st

from tracker.reference_intakes import LIMITED, Intakes, limit_of
from tracker.targets import TargetError, Targets
from tracker.ui.figures import read_figure, shown
from tracker.ui.text import WATER, amount, in_shown_unit, unit_of, unit_words
from tracker.units import from_unit

_PLACE: Final = "targets"


@dataclass(frozen=True, slots=True)
class Field:
    """One number of the page.

    unit_key: WATER or the nutrient it is an amount of. name: with "{}" for the unit. optional: it may be left empty.
    read: its value as it is stored. what: it in a sentence about a change.
    """

    key: str
    unit_key: str
    name: str
    what: str
    read: Callable[[Targets], float | None]
    optional: bool = False

    @property
    def label(self) -> str:
        """What stands above it, with the unit."""
        return self.name.format(unit_words(self.unit_key))


NUTRIENTS: Final = (
    Field("magnesium", "magnesium_mg", "Magnesium, {} a day", "Magnesium", lambda targets: targets.magnesium_mg),
    Field("vitamin_d", "vitamin_d_ug", "Vitamin D, {} a day", "Vitamin D", lambda targets: targets.vitamin_d_ug),
    Field("fiber", "fiber_g", "Fiber, {} a day", "Fiber", lambda targets: targets.fiber_g, optional=True),
    Field("calcium", "calcium_mg", "Calcium, {} a day", "Calcium", lambda targets: targets.calcium_mg, optional=True),
    Field("potassium", "potassium_mg", "Potassium, {} a day", "Potassium", lambda targets: targets.potassium_mg, True),
)
BASE: Final = Field("base", WATER, "Base, {} a day", "Water to start from", lambda targets: targets.water.base_ml)
RULE: Final = (
    Field(
        "fiber_free",
        "fiber_g",
        "Fiber the base already covers, {}",
        "Fiber the base covers",
        lambda targets: targets.water.fiber_free_g,
    ),
    Field(
        "slope",
        WATER,
        "Water for each further gram of fiber, {}",
        "Water for a gram of fiber",
        lambda targets: targets.water.ml_per_fiber_g,
    ),
    Field("most_fiber", WATER, "At most for fiber, {}", "Most for fiber", lambda targets: targets.water.max_fiber_ml),
)
LIMIT: Final = Field(
    "limit",
    WATER,
    "Fluid limit, {} (leave empty without one)",
    "Fluid limit",
    lambda targets: targets.water.fluid_limit_ml,
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
    """Return the amount in a field, as it is stored; None when it is left empty.

    targets: what the field began with. Raises RefusedError when it says nothing that can be.
    """
    text = str(st.session_state.get(key_of(field), _seed(field, targets)))
    if text == _seed(field, targets):
        return field.read(targets)
    value = read_figure(text, field.label.partition(",")[0], unit_words(field.unit_key))
    unit = unit_of(field.unit_key)
    return value if value is None or unit is None else from_unit(value, unit)


def _typed_number(field: Field, targets: Targets) -> float:
    value = typed(field, targets)
    if value is None:
        raise TargetError(f"The field “{field.label}” is empty: type a number.")
    return value


def typed_targets(before: Targets, intakes: Intakes) -> Targets:
    """Return the targets as all fields show them; limits follow the set and the person.

    before: what the fields began with, already with the set, the person and the choices that are no numbers. Raises
    RefusedError in one sentence.
    """
    must = {field.key: _typed_number(field, before) for field in FIELDS if not field.optional}
    may = {field.key: typed(field, before) for field in FIELDS if field.optional}
    water = replace(
        before.water,
        base_ml=must["base"],
        fiber_free_g=must["fiber_free"],
        ml_per_fiber_g=must["slope"],
        max_fiber_ml=must["most_fiber"],
        fluid_limit_ml=may["limit"],
    )
    limits = {key: limit_of(intakes, before.reference_set, key, before.person).amount for key in LIMITED}
    return replace(
        before,
        magnesium_mg=must["magnesium"],
        vitamin_d_ug=must["vitamin_d"],
        fiber_g=may["fiber"],
        calcium_mg=may["calcium"],
        potassium_mg=may["potassium"],
        water=water,
        magnesium_supplement_limit_mg=limits["magnesium_supplement_mg"] or before.magnesium_supplement_limit_mg,
        vitamin_d_limit_ug=limits["vitamin_d_ug"] or before.vitamin_d_limit_ug,
    )


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
