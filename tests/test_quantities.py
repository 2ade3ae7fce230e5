"""Amounts and measures in a text, before any food is known."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.quantities import find_quantity, read_quantity
from tracker.reading.tokens import tokens_of


@pytest.mark.parametrize(
    ("text", "amount", "unit", "rest"),
    [
        ("30 g almonds", 30, "g", "almonds"),
        ("30g almonds", 30, "g", "almonds"),
        ("almonds 30 grams", 30, "g", "almonds"),
        ("salmon 150g", 150, "g", "salmon"),
        ("Rice: 1 cup", 1, "cup", "rice"),
        ("rice (1 cup)", 1, "cup", "rice"),
        ("1.5 l water", 1.5, "l", "water"),
        ("1,5 l water", 1.5, "l", "water"),
        ("1 000 ml water", 1000, "ml", "water"),
        ("½ cup edamame", 0.5, "cup", "edamame"),
        ("1 1/2 cups kale raw", 1.5, "cup", "kale raw"),
        ("one and a half cups of rice", 1.5, "cup", "rice"),
        ("a cup and a half of rice", 1.5, "cup", "rice"),
        ("2 x 250 ml milk", 500, "ml", "milk"),
        ("2x250ml milk", 500, "ml", "milk"),
        ("250 ml x 2 milk", 500, "ml", "milk"),
        ("3x 100 mg magnesium", 300, "mg", "magnesium"),
        ("8 fl oz juice", 8, "fl oz", "juice"),
        ("8 fl. oz. juice", 8, "fl oz", "juice"),
        ("3 oz trout", 3, "oz", "trout"),
        ("1 lb. beef", 1, "lb", "beef"),
        ("2 tbsp. of tahini", 2, "tbsp", "tahini"),
        ("2 tablespoons tahini", 2, "tbsp", "tahini"),
        ("2 dl oats", 2, "dl", "oats"),
        ("33 cl beer", 33, "cl", "beer"),
        ("a handful of walnuts", 1, "handful", "walnuts"),
        ("glass of milk", 1, "glass", "milk"),
        ("cup of coffee", 1, "cup", "coffee"),
        ("two slices of bread", 2, "slice", "bread"),
        ("1 tin sardines", 1, "can", "sardines"),
        ("1 small apple", 1, "small", "apple"),
        ("2 big apples", 2, "large", "apples"),
        ("half an avocado", 0.5, None, "avocado"),
        ("two eggs", 2, None, "eggs"),
        ("eggs x2", 2, None, "eggs"),
        ("2x eggs", 2, None, "eggs"),
        ("1,000 IU vitamin d", 1000, "iu", "vitamin d"),
        ("25 µg", 25, "ug", ""),
        ("2 500 ml bottles of water", 1000, "ml", "water"),
        ("two 12 oz cans of cola", 24, "oz", "cola"),
        ("a 500ml bottle of water", 500, "ml", "water"),
        ("two and half cups rice", 2.5, "cup", "rice"),
        ("400 g can tomatoes", 400, "g", "tomatoes"),
        ("150 g pot roast", 150, "g", "pot roast"),
        ("500 ml bottle of water", 500, "ml", "water"),
        ("1 whole egg", 1, "piece", "egg"),
        ("1 whole wheat roll", 1, None, "whole wheat roll"),
        ("2 chicken wings", 2, None, "chicken wings"),
        ("about 200 g yogurt", 200, "g", "yogurt"),
        ("0.5kg potatoes", 0.5, "kg", "potatoes"),
        ("1 c rice", 1, "cup", "rice"),
    ],
)
def test_an_amount_is_found_before_and_after_the_food(text: str, amount: float, unit: str | None, rest: str) -> None:
    quantity, words = find_quantity(text)
    assert quantity is not None
    assert quantity.amount == pytest.approx(amount)
    assert (quantity.unit, quantity.question, words) == (unit, None, rest)


@pytest.mark.parametrize(
    "text",
    [
        "3-4 eggs",
        "2 or 3 eggs",
        "between 100 and 150 g rice",
        "1,500 l water",
        "1,250 kg potatoes",
        "1.500 ml water",
        "2 500 ml water",
        "1/0 cup rice",
        "0 g rice",
        "-30 g rice",
        "1 heaped tbsp flour",
        "$5 coffee",
        "٣ eggs",
        "a few eggs",
        "2 eggs x",
        "chicken 100 g 200 g",
    ],
)
def test_what_is_open_is_asked(text: str) -> None:
    quantity, _ = find_quantity(text)
    reading = read_quantity(tokens_of(text))
    assert reading.vague or reading.question is not None or (quantity is not None and quantity.question is not None)


@pytest.mark.parametrize("text", ["", "almonds", "  ", "cooked spinach", "some spinach", "flurbs of spinach"])
def test_no_amount_is_no_amount(text: str) -> None:
    assert find_quantity(text)[0] is None


def test_the_same_words_can_be_a_measure_or_a_name() -> None:
    wings = read_quantity(tokens_of("2 chicken wings"))
    as_measure = wings.trailing()
    assert as_measure is not None
    assert (as_measure.quantities[0].unit, as_measure.words) == ("wing", ("chicken",))

    roast = read_quantity(tokens_of("1 pot roast"))
    as_name = roast.counted()
    assert as_name is not None
    assert (as_name.quantities[0].unit, as_name.words) == (None, ("pot", "roast"))

    fillets = read_quantity(tokens_of("2 fillets salmon"))
    in_front = fillets.leading()
    assert in_front is not None
    assert (in_front.quantities[0].unit, in_front.words) == ("fillet", ("salmon",))

    assert read_quantity(tokens_of("30 g salmon fillet")).trailing() is None


@given(st.text(alphabet="0123456789.,/ ½⅓x-gmlozcup of a half", max_size=30))
def test_any_text_is_read_without_an_error(text: str) -> None:
    quantity, _ = find_quantity(text)
    assert quantity is None or math.isfinite(quantity.amount)


@given(
    st.floats(min_value=0.001, max_value=99_999, allow_nan=False), st.sampled_from(("kg", "l", "cup", "oz", "slice"))
)
def test_an_amount_reads_back_as_the_computer_writes_it(amount: float, unit: str) -> None:
    quantity, words = find_quantity(f"{amount} {unit} of bread")
    assert quantity is not None
    assert (quantity.amount, quantity.unit, words) == (amount, unit, "bread")
