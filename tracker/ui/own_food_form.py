"""The fields of an own food: what its label says, and the portions it is had in.

Fields stand in a form that Enter does not send, so that a food is not saved half typed. They are text, see `figures`.
"""

from typing import Final

import streamlit as st

from tracker.errors import RefusedError
from tracker.foods import GROUPS, Food, Portion
from tracker.nutrients import NUTRIENTS
from tracker.own_food import OwnFood, own_food, own_portion, per_100_g_of_label
from tracker.quantities import Quantity, grams_of
from tracker.ui.figures import IU, UG, read_figure, read_nutrient, shown, vitamin_d_shown
from tracker.ui.notes import note
from tracker.ui.text import typed

_UNITS: Final = {"g": "g", "ml": "mL"}
_PER: Final = "100"
# In the order of the form: what most foods with a label are comes first.
GROUP_WORDS: Final = {
    "other": "Other food",
    "drinks": "Drinks, also milk and plant milk",
    "grains": "Bread, cereal, rice, pasta",
    "sweets": "Sweets, cookies, bars",
    "dairy": "Yogurt, cheese, cream",
    "dishes": "Dishes and soups",
    "fruit": "Fruit",
    "vegetables": "Vegetables",
    "greens": "Leafy greens",
    "mushrooms": "Mushrooms",
    "legumes": "Beans, lentils, peas, tofu",
    "nuts": "Nuts",
    "seeds": "Seeds",
    "fish": "Fish",
    "seafood": "Shellfish and other seafood",
    "meat": "Meat and poultry",
    "eggs": "Eggs",
    "fats": "Oil, butter, fats",
}
_FIGURES: Final = (
    "energy_kcal",
    "water_g",
    "fiber_g",
    "magnesium_mg",
    "vitamin_d_ug",
    "calcium_mg",
    "potassium_mg",
    "sodium_mg",
    "protein_g",
    "alcohol_g",
    "caffeine_mg",
)
_BLANK: Final = (
    "**Leave blank what the label does not say: blank is unknown, never zero.** Most labels print no magnesium and no "
    "water, and that is fine: a day with this food then reads “at least”."
)
# 1 g salt = 400 mg sodium: Regulation (EU) No 1169/2011, annex I: salt is sodium x 2.5.
_HELP: Final = {
    "water_g": "Of a drink, about what is left without its fat, carbohydrate, protein and alcohol.",
    "sodium_mg": "A label that gives salt: 1 g of salt is 400 mg of sodium.",
}


def draw(place: str, food: OwnFood | None) -> None:
    """Draw the fields inside a form, filled with what is saved of `food`; empty for a new one.

    place: names the form; another place is a form anew. What is being typed stays.
    """
    for field, saved in _seeds(food).items():
        st.session_state.setdefault(_key(field, place), saved)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input("Name", key=_key("name", place), placeholder="as you will look for it", width=290)
        st.selectbox(
            "Kind of food", list(GROUP_WORDS), key=_key("group", place), format_func=GROUP_WORDS.__getitem__, width=290
        )
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input("The figures are for", key=_key("per", place), width=150)
        st.selectbox("Unit", list(_UNITS), key=_key("unit", place), format_func=_UNITS.__getitem__, width=100)
    note("Take 100, or the serving your label speaks of: 30 g, 250 mL. " + _BLANK)
    with st.grid(3, min_column_width=135, vertical_alignment="bottom"):
        for key in _FIGURES:
            _draw_figure(key, place)
    _draw_portions(place, food)


def _draw_figure(key: str, place: str) -> None:
    if key == "vitamin_d_ug":
        st.text_input("Vitamin D", key=_key(key, place))
        st.selectbox("Vitamin D is in", [IU, UG], index=None, key=_key("unit_d", place), placeholder="IU or µg?")
    else:
        nutrient = NUTRIENTS[key]
        st.text_input(f"{nutrient.label}, {nutrient.unit}", key=_key(key, place), help=_HELP.get(key))


def _draw_portions(place: str, food: OwnFood | None) -> None:
    note(
        "**Portions**, as many as you like: what you call one, and what it weighs (of a drink, mL will do). The first "
        "is the usual one."
    )
    with st.grid(2, min_column_width=120, gap="xsmall"):
        for index in range(_portion_rows(place, food)):
            st.text_input(f"Portion {index + 1}", key=_key(f"measure.{index}", place), placeholder="slice")
            st.text_input(f"Portion {index + 1} weighs, g", key=_key(f"grams.{index}", place), placeholder="28")
    st.form_submit_button(
        "Another portion", key=_key("more", place), icon=":material/add:", on_click=_add_row, args=(place, food)
    )


def read(place: str, food: OwnFood | None) -> OwnFood:
    """Return the food as the form shows it: `food` changed, or a new one.

    Raises RefusedError, in one sentence, when a field says nothing that can be.
    """
    portions = _read_portions(place, food)
    amounts = {key: read_nutrient(key, _typed(key, place), _typed("unit_d", place)) for key in _FIGURES}
    name, group = _typed("name", place), _typed("group", place)
    # Not by name alone: what a millilitre weighs depends on the kind of food and its portions.
    as_typed = OwnFood("", name, {}, group, portions).as_food()
    per_100_g = per_100_g_of_label(amounts, _read_grams(place, as_typed))
    if food is None:
        return own_food(name, per_100_g, group=group, portions=portions)
    if (_typed("per", place), _typed("unit", place)) == (_PER, "g"):
        # A figure shows six digits; one that was left alone keeps all it has.
        seeds = _seeds(food)
        unit_kept = _typed("unit_d", place) == seeds["unit_d"]
        for key in _FIGURES:
            if _typed(key, place) == seeds[key] and (key != "vitamin_d_ug" or unit_kept):
                per_100_g[key] = food.per_100_g.get(key)
    return OwnFood(food.id, name, per_100_g, group, portions, food.version, food.updated_at)


def changed_words(place: str, food: OwnFood) -> str:
    """Return what was typed over what is saved, to be typed again: "name Oat bar, magnesium 75"."""
    saved = _seeds(food)
    saved |= {field: saved.get(field) for field in _portion_fields(place, food)}
    names = {key: NUTRIENTS[key].label.lower() for key in _FIGURES}
    names |= {"per": "figures for", "unit_d": "vitamin D in", "measure": "portion", "grams": "weighing"}
    heads = {field: field.partition(".")[0] for field in saved}
    changed = [
        f"{names.get(heads[field], heads[field])} {_typed(field, place) or 'blank'}"
        for field, was in saved.items()
        if _typed(field, place) != (was or "")
    ]
    return ", ".join(changed) or "nothing new"


def _seeds(food: OwnFood | None) -> dict[str, str | None]:
    """Return by field what it shows before anything is typed."""
    seeds: dict[str, str | None] = dict.fromkeys(_FIGURES, "")
    seeds |= {"name": "", "group": GROUPS[-1], "per": _PER, "unit": "g", "unit_d": None}
    if food is None:
        return seeds
    seeds |= {key: shown(food.per_100_g.get(key)) for key in _FIGURES} | {"name": food.name, "group": food.group}
    vitamin_d_ug = food.per_100_g.get("vitamin_d_ug")
    if vitamin_d_ug is not None:
        seeds["vitamin_d_ug"], seeds["unit_d"] = vitamin_d_shown(vitamin_d_ug)
    for index, portion in enumerate(food.portions):
        seeds |= {f"measure.{index}": portion.measure, f"grams.{index}": shown(portion.grams_each)}
    return seeds


def _read_grams(place: str, food: Food) -> float:
    """Return what the amount weighs that the label's figures are for, g."""
    unit = _typed("unit", place)
    amount = read_figure(_typed("per", place), "The figures are for", _UNITS[unit])
    if amount is None:
        raise RefusedError("Say what the figures are for: 100 g, or the serving the label speaks of.")
    if unit == "g":
        return amount
    # Of one, so that what cannot be (0, less than that) is refused by the domain and not taken for an unknown weight.
    grams_each = grams_of(Quantity(1.0, unit), food).grams
    if grams_each is None:
        raise RefusedError(
            "What a mL of this weighs is not known. If it is drunk, choose “Drinks”; otherwise give the figures for "
            "grams, or add a portion “tbsp” or “cup” with its weight."
        )
    return amount * grams_each


def _read_portions(place: str, food: OwnFood | None) -> tuple[Portion, ...]:
    """Return the portions; a row with neither name nor weight is none."""
    portions = []
    saved = food.portions if food is not None else ()
    for index in range(_portion_rows(place, food)):
        measure, weight = _typed(f"measure.{index}", place).strip(), _typed(f"grams.{index}", place)
        grams = read_figure(weight, f"Portion {index + 1} weighs", "g")
        if not measure and grams is None:
            continue
        if grams is None:
            raise RefusedError(f"Say what one “{measure[:40]}” weighs, or empty its name.")
        if not measure:
            raise RefusedError(
                f"Say what the portion of {typed(grams)} g is called, such as slice, or empty its weight."
            )
        if index < len(saved) and weight == shown(saved[index].grams_each):
            grams = saved[index].grams_each
        portions.append(own_portion(measure, grams))
    return tuple(portions)


def _portion_rows(place: str, food: OwnFood | None) -> int:
    """Return how many rows the form has for portions: one more than there are, until more are asked for."""
    asked: int = st.session_state.get(_key("rows", place), 0)
    return max(asked, 1 + (len(food.portions) if food is not None else 0))


def _portion_fields(place: str, food: OwnFood | None) -> list[str]:
    return [f"{part}.{index}" for index in range(_portion_rows(place, food)) for part in ("measure", "grams")]


def _add_row(place: str, food: OwnFood | None) -> None:
    st.session_state[_key("rows", place)] = _portion_rows(place, food) + 1


def _typed(field: str, place: str) -> str:
    """Return what a field of the form says; blank when nothing is chosen."""
    return str(st.session_state.get(_key(field, place)) or "")


def _key(field: str, place: str) -> str:
    return f"label.{field}.{place}"
