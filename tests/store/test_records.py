"""Settings and targets written as text come back, and nothing in the text can keep a person out."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.person import Person
from tracker.settings import Settings
from tracker.store.records import json_of, record_of
from tracker.targets import Targets, WaterRule

amounts = st.floats(0, 100)
positive = st.floats(0, 100, exclude_min=True)


@given(
    st.builds(
        Targets, positive, positive, st.builds(WaterRule, positive, amounts, amounts, amounts, st.none() | amounts)
    )
)
def test_what_is_written_comes_back(targets: Targets) -> None:
    assert record_of(Targets(), json_of(targets)) == targets


@pytest.mark.parametrize("text", ["", "{", "null", "[]", "3", '"text"', "{}", '{"unknown": 1}'])
def test_a_text_that_says_nothing_gives_the_default(text: str) -> None:
    assert record_of(Targets(), text) == Targets()


@pytest.mark.parametrize(
    "values",
    [
        {"magnesium_mg": "420"},
        {"magnesium_mg": True},
        {"magnesium_mg": None},
        {"magnesium_mg": -1},
        {"magnesium_mg": float("nan")},
        {"water_counts": "some"},
        {"water_counts": ["all"]},
        {"alcoholic_drinks_count": 1},
        {"water": 5},
        {"water": {"base_ml": -5}},
    ],
)
def test_a_value_that_cannot_be_falls_back_alone(values: dict[str, Any]) -> None:
    text = json.dumps({**values, "vitamin_d_ug": 50})
    assert record_of(Targets(), text) == Targets(vitamin_d_ug=50)


@pytest.mark.parametrize(
    ("text", "person"),
    [
        (
            '{"person": {"age_years": 30, "sex": "female", "life_stage": "pregnancy"}}',
            Person(30, "female", "pregnancy"),
        ),
        ('{"person": {"age_years": 30.5, "sex": "male", "life_stage": "pregnancy"}}', Person(None, "male")),
        ('{"person": {"age_years": 300, "sex": "x", "life_stage": null}}', Person()),
        ('{"person": null}', Person()),
    ],
)
def test_whose_targets_they_are_comes_back_as_far_as_it_can_be(text: str, person: Person) -> None:
    assert record_of(Targets(), text).person == person


@pytest.mark.parametrize(
    ("text", "glasses_ml"),
    [
        ('{"more_glasses_ml": [250, 330.5]}', (250, 330.5)),
        ('{"more_glasses_ml": []}', ()),
        ('{"more_glasses_ml": [250, "330"]}', ()),
        ('{"more_glasses_ml": [0]}', ()),
        ('{"more_glasses_ml": 250}', ()),
    ],
)
def test_a_row_of_numbers_comes_back_or_falls_back_whole(text: str, glasses_ml: tuple[float, ...]) -> None:
    assert record_of(Settings(), text).more_glasses_ml == glasses_ml
    assert record_of(Settings(), json_of(Settings(more_glasses_ml=glasses_ml))).more_glasses_ml == glasses_ml


def test_a_value_that_may_be_absent_can_be_a_number_or_null() -> None:
    limited = Targets(water=WaterRule(fluid_limit_ml=1500))
    assert record_of(Targets(), '{"water": {"fluid_limit_ml": 1500}}') == limited
    assert record_of(limited, '{"water": {"fluid_limit_ml": null}}') == Targets()
    assert record_of(limited, '{"water": {"fluid_limit_ml": "none"}}') == limited
