"""Amounts as they are read, in the units a person chose: the same words on the pages and in the command line."""

from decimal import Decimal
from typing import Final

from tracker.nutrients import NUTRIENTS
from tracker.units import OTHER_UNIT, Unit, Units, in_unit

WATER: Final = "water"
# Measures of data/portions.csv, and of supplements, that are counted in the plural. Sizes ("2 medium") and
# abbreviations ("2 tbsp") stay; so does a word that is not here, as a plural made by rule can be wrong.
_COUNTED: Final = frozenset(
    """bag bagel bar biscuit block bottle bowl breast brownie burger burrito cake can capsule chip chop container cookie
    cracker croissant cube cup dose drop drumstick egg fillet frankfurter glass gummy half handful head jar leaf leg
    link meal muffin mug nut package packet pancake pastry patty pepper pie piece pill pizza plate portion pot quart
    roll sandwich sausage scoop serving shot slice softgel spear splash sprig stalk steak stick strip tablet taco thigh
    waffle wedge wing""".split()
)
_ODD_PLURALS: Final = {"half": "halves", "leaf": "leaves"}
# From here on an ounce more or less is within what anybody pours.
_MANY_OUNCES: Final = 20.0
# Below this, three decimals would read as nothing.
_SMALL: Final = 0.0005


def number(value: float, decimals: int = 0) -> str:
    """Return a number with a thousands comma; what rounds to nothing is 0, never -0."""
    return f"{round(value, decimals) + 0.0:,.{decimals}f}"


def typed(value: float) -> str:
    """Return an amount as a person types it: at most three decimals, none that are zero.

    What is smaller than that is not nothing: it has as many decimals as its first digit needs.
    """
    if 0 < abs(value) < _SMALL:
        return f"{Decimal(f'{value:.1g}'):f}"
    return f"{value:.3f}".rstrip("0").rstrip(".") if abs(value) < 1e15 else f"{value:g}"


def measure_words(measure: str) -> str:
    """Return a measure as it is read: millilitres as in the meters."""
    return "mL" if measure == "ml" else measure


def said(amount: float, measure: str, units: Units) -> str:
    """Return an amount with its measure as it is read: "1 cup", "2 cups, sliced", "250 mL", "2 tbsp"."""
    if measure == "ml" and units.volume != "mL":
        return in_words(amount, units.volume)
    if measure == "g" and units.weight != "g":
        return weight_words(amount, units)
    noun, comma, rest = measure.partition(",")
    words = _plural(noun) + comma + rest if amount > 1 and noun in _COUNTED else measure_words(measure)
    return f"{typed(amount)} {words}"


def food_said(amount: float, measure: str, name: str, units: Units) -> str:
    """Return how much of a food, in the order people say it: "1 tbsp Flaxseed, whole", "2 servings of 3 oz Beef"."""
    noun, _, how = measure.partition(",")
    how, counted = how.strip(), said(amount, noun, units)
    if not how:
        return f"{counted} {name}"
    return f"{counted} of {how} {name}" if how[0].isdigit() else f"{counted} {name}, {how}"


def unit_of(key: str, units: Units) -> Unit | None:
    """Return the unit that WATER or a nutrient is read in, when a person can choose it; else None."""
    if key == WATER:
        return units.volume
    return units.vitamin_d if key == "vitamin_d_ug" else None


def amount_words(key: str, value: float | None, units: Units) -> str:
    """Return an amount of a nutrient, or of WATER in mL, with the unit it is read in; unknown is said, never 0."""
    if value is None:
        return "unknown"
    unit = unit_of(key, units)
    if unit is not None:
        return in_words(value, unit)
    nutrient = NUTRIENTS[key]
    return f"{number(value, nutrient.decimals)} {nutrient.unit}"


def second_unit(key: str, value: float, units: Units) -> str:
    """Return the same amount in its other unit, in brackets, where it has two: fl oz beside mL, µg beside IU."""
    unit = unit_of(key, units)
    if unit is None:
        return ""
    other = OTHER_UNIT[unit]
    return f"({number(in_unit(value, other), 1 if other == 'µg' else 0)} {other})"


def both_units(key: str, value: float | None, units: Units) -> str:
    """Return an amount in both of its units, where it has two."""
    if value is None:
        return "unknown"
    return f"{amount_words(key, value, units)} {second_unit(key, value, units)}".rstrip()


def weight_words(grams: float, units: Units, decimals: int = 0) -> str:
    """Return what something weighs, in the unit weights are read in: "30 g", "1.1 oz". decimals: of grams, at most."""
    if units.weight == "oz":
        return in_words(grams, units.weight)
    return f"{number(grams, decimals).removesuffix('.0')} g"


def in_words(value: float, unit: Unit) -> str:
    """Return an amount, as it is stored, in a unit: few of the larger ounces have a decimal."""
    shown = in_unit(value, unit)
    if unit in {"fl oz", "oz"}:
        return f"{number(shown, 0 if abs(shown) >= _MANY_OUNCES else 1).removesuffix('.0')} {unit}"
    return f"{number(shown, 1 if unit == 'µg' else 0)} {unit}"


def _plural(noun: str) -> str:
    if noun in _ODD_PLURALS:
        return _ODD_PLURALS[noun]
    if noun.endswith("y"):
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "ch")) else f"{noun}s"
