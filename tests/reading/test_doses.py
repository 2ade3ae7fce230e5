"""Supplements in a line, and foods that only sound like one."""

import pytest

from tracker.quantities import read_quantity
from tracker.reading.doses import read_dose
from tracker.reading.tokens import tokens_of


def dose_of(text: str):
    return read_dose(read_quantity(tokens_of(text)))


# 1 µg of vitamin D = 40 IU.
@pytest.mark.parametrize(
    ("text", "name", "key", "gives", "amount", "measure"),
    [
        ("magnesium citrate 200 mg", "Magnesium citrate", "magnesium_mg", 200, 200, "mg"),
        ("200 mg of magnesium", "Magnesium", "magnesium_mg", 200, 200, "mg"),
        ("Magnesium Glycinate 300mg", "Magnesium glycinate", "magnesium_mg", 300, 300, "mg"),
        ("2 x 100 mg magnesium", "Magnesium", "magnesium_mg", 200, 200, "mg"),
        ("3x 100 mg magnesium", "Magnesium", "magnesium_mg", 300, 300, "mg"),
        ("magnesium 150 mg x 2", "Magnesium", "magnesium_mg", 300, 300, "mg"),
        ("2x magnesium 150 mg", "Magnesium", "magnesium_mg", 300, 300, "mg"),
        ("mag citrate 200 mg", "Magnesium citrate", "magnesium_mg", 200, 200, "mg"),
        ("1 magnesium tablet 250 mg", "Magnesium", "magnesium_mg", 250, 250, "mg"),
        ("2 tablets of 100 mg magnesium", "Magnesium", "magnesium_mg", 200, 200, "mg"),
        ("2 magnesium capsules 100 mg each", "Magnesium", "magnesium_mg", 200, 200, "mg"),
        ("3 magnesium tablets 100 mg per tablet", "Magnesium", "magnesium_mg", 300, 300, "mg"),
        ("2 magnesium pills, 100 mg a piece", "Magnesium", "magnesium_mg", 200, 200, "mg"),
        ("mag glycinate 2 caps 120mg each", "Magnesium glycinate", "magnesium_mg", 240, 240, "mg"),
        ("elemental magnesium 120 mg", "Magnesium elemental", "magnesium_mg", 120, 120, "mg"),
        ("vitamin D3 2000 IU", "Vitamin D3", "vitamin_d_ug", 50, 2000, "IU"),
        ("vit d 1,000 iu", "Vitamin D", "vitamin_d_ug", 25, 1000, "IU"),
        ("D3 800 IU", "Vitamin D3", "vitamin_d_ug", 20, 800, "IU"),
        ("vitamin d 25 mcg", "Vitamin D", "vitamin_d_ug", 25, 25, "µg"),
        ("vitamin d3 1000 IU (25 µg)", "Vitamin D3", "vitamin_d_ug", 25, 1000, "IU"),
        ("vitamin-d3 drops 400 iu", "Vitamin D3", "vitamin_d_ug", 10, 400, "IU"),
        ("calcium 500 mg", "Calcium", "calcium_mg", 500, 500, "mg"),
    ],
)
def test_a_dose_is_read_as_labels_state_it(
    text: str, name: str, key: str, gives: float, amount: float, measure: str
) -> None:
    dose = dose_of(text)
    assert dose is not None
    assert dose.question is None
    assert (dose.name, dose.key, dose.gives, dose.amount, dose.measure) == (name, key, gives, amount, measure)


@pytest.mark.parametrize(
    "text",
    [
        "magnesium",
        "1 magnesium tablet",
        "magnesium 200",
        "vitamin d",
        "vitamin d 1000",
        "2 magnesium tablets 200 mg",  # in all, or each?
        "2 vitamin d drops 400 iu",
        "vitamin D 1000 mg",
        "magnesium 400 IU",
        "magnesium 10 ml",
        "calcium magnesium 400 mg",
        "calcium carbonate 1250 mg",  # the salt, of which two fifths are calcium
        "magnesium 100 mg 300 mg",
        "vitamin c 500 mg",
        "1 multivitamin",
        "zinc 10 mg",
        "acme magnesium 200 mg",
        "1.000 IU vitamin d",
    ],
)
def test_a_supplement_that_is_not_plain_is_asked_about(text: str) -> None:
    reading = read_quantity(tokens_of(text))
    dose = read_dose(reading)
    assert dose is not None
    assert dose.question is not None or reading.question is not None


@pytest.mark.parametrize(
    "text",
    [
        "vitamin d milk 200 ml",
        "magnesium rich water 500 ml",
        "vitamin d mushrooms 100 g",
        "omega 3 egg",
        "30 g almonds",
        "7up 330ml",
        "calcium fortified soy milk 1 cup",
        "cod liver oil 5 ml",
        "200 g potatoes",
        "",
    ],
)
def test_a_food_that_sounds_like_a_supplement_is_a_food(text: str) -> None:
    assert dose_of(text) is None


@pytest.mark.parametrize(
    "text", ["magnesium 100 mg each", "magnesium pills 100 mg per pill", "vitamin d 400 iu apiece"]
)
def test_a_dose_of_each_without_a_number_of_them_is_asked_about(text: str) -> None:
    assert read_quantity(tokens_of(text)).question == "How many of them?"
