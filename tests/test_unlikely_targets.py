"""Targets that are asked about before they are saved, and those that are not."""

from dataclasses import replace

import pytest

from tracker.person import Person
from tracker.reference_intakes import SETS, load_reference_intakes, targets_of_set
from tracker.targets import Targets, WaterRule
from tracker.unlikely_targets import USUAL, question_about

INTAKES = load_reference_intakes()


# Half the lowest and five quarters of the highest reference value, or the upper limit: 40 and 525 mg of magnesium, 7.5
# and 100 µg of vitamin D, 9.5 and 47.5 g of fiber, 225 and 3,000 mg of calcium, 400 and 5,875 mg of potassium, 550 and
# 4,750 mL of water.
@pytest.mark.parametrize(
    ("targets", "asked"),
    [
        (Targets(magnesium_mg=1.5), "Magnesium 1.5 mg a day is far from the usual: reference values of all ages run"),
        (Targets(magnesium_mg=39.9), "run from 80 mg to 420 mg. Is that right?"),
        (Targets(magnesium_mg=40), None),
        (Targets(magnesium_mg=525), None),
        (Targets(magnesium_mg=526), "Magnesium 526 mg a day"),
        (Targets(vitamin_d_ug=0.075), "Vitamin D 3 IU (0.075 µg) a day is far from the usual"),
        (Targets(vitamin_d_ug=7.5), None),
        (Targets(vitamin_d_ug=100), None),
        (Targets(vitamin_d_ug=101), "Vitamin D 4,040 IU (101 µg) a day"),
        (Targets(fiber_g=3), "Fiber 3 g a day"),
        (Targets(fiber_g=45), None),
        (Targets(calcium_mg=6000), "Calcium 6,000 mg a day"),
        (Targets(calcium_mg=3000), None),
        (Targets(potassium_mg=6000), "Potassium 6,000 mg a day"),
        (Targets(potassium_mg=4700), None),
        (Targets(water=WaterRule(base_ml=50)), "Water 50 mL (1.7 fl oz) a day"),
        (Targets(water=WaterRule(base_ml=550)), None),
        (Targets(water=WaterRule(base_ml=6000)), "Water 6,000 mL (203 fl oz) a day"),
        (Targets(water=WaterRule(fluid_limit_ml=1.5)), "A fluid limit of 1.5 mL (0.1 fl oz) a day is far from"),
        (Targets(water=WaterRule(fluid_limit_ml=500)), None),
        (Targets(water=WaterRule(fluid_limit_ml=4001)), "A fluid limit of 4,001 mL (135 fl oz)"),
        (Targets(), None),
    ],
)
def test_a_number_far_from_every_reference_value_is_asked_about(targets: Targets, asked: str | None):
    question = question_about(targets, Targets())
    if asked is None:
        assert question is None
    else:
        assert question is not None
        assert asked in question


def test_what_was_saved_before_is_not_asked_about_again():
    odd = Targets(magnesium_mg=1000, water=WaterRule(fluid_limit_ml=300))
    assert question_about(replace(odd, vitamin_d_ug=20), odd) is None
    both = question_about(replace(odd, vitamin_d_ug=1), odd)
    assert both is not None
    assert "Magnesium" not in both


def test_several_odd_numbers_are_one_question():
    question = question_about(Targets(magnesium_mg=1.5, vitamin_d_ug=0.1), Targets())
    assert question is not None
    assert ("Magnesium 1.5 mg" in question, "Vitamin D 4 IU" in question) == (True, True)
    assert question.count("Is that right?") == 1


@pytest.mark.parametrize("key", USUAL)
def test_the_usual_range_is_that_of_the_reference_values_from_one_year_on(key: str):
    of_key = [each for each in INTAKES if each.key == key and each.amount is not None and each.age_to > 1]
    amounts = [each.amount or 0.0 for each in of_key if each.kind != "UL"]
    limits = [each.amount or 0.0 for each in of_key if each.kind == "UL"]
    assert (USUAL[key].lowest, USUAL[key].highest) == (min(amounts), max(amounts))
    assert USUAL[key].limit == max(limits, default=None)


def test_no_value_of_any_set_is_asked_about():
    for name in SETS:
        for age in range(1, 100):
            people = [Person(age, "male"), Person(age, "female")]
            people += [Person(age, "female", "pregnancy"), Person(age, "female", "lactation")]
            for person in people:
                targets = targets_of_set(INTAKES, name, person, Targets())
                assert question_about(targets, Targets()) is None, (name, person)
