"""What is typed beside a measure: numbers, fractions, units of their own, and what cannot be."""

import pytest

from tests.builders import an_entry
from tracker.errors import RefusedError
from tracker.foods import Food, Portion
from tracker.nutrients import NUTRIENTS
from tracker.ui.amounts import measures_of, measures_of_entry, weigh


def a_food(group: str = "nuts", *portions: Portion) -> Food:
    per_100_g = dict.fromkeys(NUTRIENTS, 1.0)
    return Food("x:1", "Almonds", (), group, "made up", "Almonds", 2, per_100_g, portions)


CUP = Portion("cup", 1.0, 140.0, False, "made up")
ALMONDS = a_food("nuts", CUP)


def test_a_food_offers_its_portions_first_and_always_grams_and_ounces():
    assert list(measures_of(ALMONDS)) == ["cup", "g", "oz"]
    assert measures_of(ALMONDS)["oz"] == pytest.approx(28.35, abs=0.01)


def test_a_drink_offers_millilitres_and_fluid_ounces_by_its_own_weight():
    milk = a_food("drinks", Portion("cup", 1.0, 244.0, False, "made up"))
    assert list(measures_of(milk)) == ["cup", "ml", "fl oz", "g"]
    # 244 g in a cup of 236.6 mL.
    assert measures_of(milk)["ml"] == pytest.approx(1.03, abs=0.005)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2", (2.0, "cup", 280.0)),
        ("1.5", (1.5, "cup", 210.0)),
        ("1,5", (1.5, "cup", 210.0)),
        ("½", (0.5, "cup", 70.0)),
        ("1 1/2", (1.5, "cup", 210.0)),
        ("30 g", (30.0, "g", 30.0)),
        (" 30g ", (30.0, "g", 30.0)),
    ],
)
def test_an_amount_is_weighed_in_the_measure_chosen_or_in_its_own_unit(text: str, said: tuple[float, str, float]):
    weighed = weigh(text, "cup", measures_of(ALMONDS), ALMONDS)
    assert (weighed.amount, weighed.measure, weighed.grams) == said


@pytest.mark.parametrize("text", ["", "-3", "-0.5 cup", "0", "nan", "inf", "1e99", "30000 kg", "much", "3 of them"])
def test_what_is_no_amount_is_refused_with_a_sentence(text: str):
    with pytest.raises(RefusedError, match=r"[.?]$"):
        weigh(text, "cup", measures_of(ALMONDS), ALMONDS)


def test_an_entry_keeps_the_measure_it_was_logged_with_as_it_weighed_then():
    logged = an_entry(amount=2.0, measure="bowl", grams=500.0)
    assert measures_of_entry(logged, ALMONDS)["bowl"] == 250.0
    assert measures_of_entry(logged, None) == {"bowl": 250.0, "g": 1.0}


def test_an_entry_without_a_weight_has_no_measures():
    assert measures_of_entry(an_entry(grams=None), ALMONDS) == {}


@pytest.mark.parametrize(("pint_ml", "grams"), [(473.2, 473.2), (568.3, 568.3)])
def test_a_pint_is_the_persons_own(pint_ml: float, grams: float):
    water = a_food("drinks", Portion("cup", 1.0, 236.6, False, "made up"))
    assert weigh("1 pint", "cup", measures_of(water), water, pint_ml).grams == pytest.approx(grams, abs=0.5)
