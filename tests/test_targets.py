"""The water rule case by case, and the three states."""

import csv
import math
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.store.records import record_of
from tracker.targets import (
    HEAT_ML,
    Intensity,
    State,
    TargetError,
    Targets,
    WaterRule,
    activity_water_ml,
    fiber_curve,
    state_of,
    water_target,
)

CASES = Path(__file__).resolve().parent / "cases" / "water_rule.csv"
LEVELS: dict[str, Intensity] = {"light": "light", "mod": "moderate", "vig": "vigorous"}
amounts = st.floats(0, 1e5)


def cases() -> list[dict[str, str]]:
    with CASES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


def test_there_are_35_worked_cases() -> None:
    assert len(cases()) == 35


@pytest.mark.parametrize("case", cases(), ids=lambda case: ",".join(case.values()))
def test_the_water_rule_gives_the_worked_case(case: dict[str, str]) -> None:
    target = water_target(
        WaterRule(ml_per_fiber_g=float(case["k"])),
        float(case["fiber_g"]),
        activity_water_ml(float(case["hours"]), LEVELS[case["level"]]),
        HEAT_ML if case["hot"] == "1" else 0.0,
    )
    parts = (target.fiber_ml, target.activity_ml, target.heat_ml, target.target_ml)
    assert parts == tuple(float(case[column]) for column in ("fiber_extra", "act_extra", "heat_extra", "target_ml"))
    assert target.base_ml == 2000
    assert not target.is_limit


def test_nothing_known_of_fiber_adds_nothing() -> None:
    assert water_target(WaterRule(), None).target_ml == 2000


@given(fiber_g=st.none() | amounts, activity_ml=amounts, heat_ml=amounts, limit_ml=st.floats(0, 1e4))
def test_nothing_is_ever_added_to_a_fluid_limit(
    fiber_g: float | None, activity_ml: float, heat_ml: float, limit_ml: float
) -> None:
    target = water_target(WaterRule(fluid_limit_ml=limit_ml), fiber_g, activity_ml, heat_ml)
    assert target.target_ml == limit_ml
    assert (target.base_ml, target.fiber_ml, target.activity_ml, target.heat_ml) == (None, None, None, None)
    assert target.is_limit


def test_every_number_of_the_rule_is_a_setting() -> None:
    rule = WaterRule(base_ml=1500, fiber_free_g=30, ml_per_fiber_g=10, max_fiber_ml=150)
    assert water_target(rule, 40).target_ml == 1500 + 100
    assert water_target(rule, 60).target_ml == 1500 + 150


def test_the_line_of_the_rule_has_its_corners_and_the_point_of_the_day() -> None:
    # Rises from 25 g on, 25 mL a gram, by 1,000 mL.
    assert fiber_curve(WaterRule(), 0.0, 0.0, 40.0) == ((0, 2000), (25, 2000), (40, 2375), (65, 3000), (80, 3000))
    # 1,750 mL of activity and heat leave 250 mL below the cap of 4,000.
    assert fiber_curve(WaterRule(), 1250.0, 500.0, 10.0) == (
        (0, 3750), (10, 3750), (25, 3750), (35, 4000), (65, 4000), (80, 4000),
    )  # fmt: skip
    assert fiber_curve(WaterRule(fluid_limit_ml=1500.0), 500.0, 500.0, 90.0)[-1] == (100, 1500)
    assert fiber_curve(WaterRule(ml_per_fiber_g=0.0), 0.0, 0.0, 0.0) == ((0, 2000), (25, 2000), (80, 2000))


@given(
    rule=st.builds(
        WaterRule,
        st.floats(1, 1e4),
        st.floats(0, 200),
        st.floats(0, 100),
        st.floats(0, 4000),
        st.none() | st.floats(0, 1e4),
    ),
    more_ml=st.floats(0, 4000),
    fiber_g=st.floats(0, 300),
)
def test_every_point_of_the_line_is_what_the_rule_gives(rule: WaterRule, more_ml: float, fiber_g: float) -> None:
    points = fiber_curve(rule, more_ml, 0.0, fiber_g)
    assert fiber_g in [at_g for at_g, _ in points]
    assert [at_g for at_g, _ in points] == sorted({at_g for at_g, _ in points})
    assert all(target_ml == water_target(rule, at_g, more_ml).target_ml for at_g, target_ml in points)


@pytest.mark.parametrize("what", ["fiber_g", "calcium_mg", "potassium_mg"])
@pytest.mark.parametrize("value", [-1.0, 0.0, math.nan, math.inf, 1e5])
def test_a_target_that_may_be_absent_cannot_be_anything(what: str, value: float) -> None:
    with pytest.raises(TargetError, match=REFUSED):
        Targets(**{what: value})  # type: ignore[arg-type]


@given(less=amounts, more=amounts)
def test_more_fiber_never_lowers_the_target(less: float, more: float) -> None:
    less, more = sorted((less, more))
    assert water_target(WaterRule(), less).target_ml <= water_target(WaterRule(), more).target_ml


REFUSED = "cannot be|can be at most|must be more than zero"


@pytest.mark.parametrize("value", [-1.0, math.nan, math.inf, -math.inf])
@pytest.mark.parametrize("what", ["base_ml", "fiber_free_g", "ml_per_fiber_g", "max_fiber_ml", "fluid_limit_ml"])
def test_a_number_of_the_rule_that_cannot_be_is_refused(what: str, value: float) -> None:
    with pytest.raises(TargetError, match=REFUSED):
        WaterRule(**{what: value})


@pytest.mark.parametrize("value", [-1.0, math.nan, math.inf])
@pytest.mark.parametrize(
    "what", ["magnesium_mg", "vitamin_d_ug", "magnesium_supplement_limit_mg", "vitamin_d_limit_ug"]
)
def test_a_target_that_cannot_be_is_refused(what: str, value: float) -> None:
    with pytest.raises(TargetError, match=REFUSED):
        Targets(**{what: value})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("record", "what", "most", "sentence"),
    [
        (Targets, "magnesium_mg", 5000.0, "The magnesium target can be at most 5,000 mg."),
        (Targets, "vitamin_d_ug", 2500.0, "The vitamin D target can be at most 100,000 IU (2,500 µg)."),
        (
            Targets,
            "magnesium_supplement_limit_mg",
            5000.0,
            "The limit of magnesium from supplements can be at most 5,000 mg.",
        ),
        (Targets, "vitamin_d_limit_ug", 2500.0, "The limit of vitamin D can be at most 100,000 IU (2,500 µg)."),
        (WaterRule, "base_ml", 10000.0, "The base can be at most 10,000 mL."),
        (WaterRule, "fiber_free_g", 200.0, "The fiber that the base covers can be at most 200 g."),
        (WaterRule, "ml_per_fiber_g", 100.0, "The water for a gram of fiber can be at most 100 mL."),
        (WaterRule, "max_fiber_ml", 4000.0, "The most for fiber can be at most 4,000 mL."),
        (WaterRule, "fluid_limit_ml", 10000.0, "The fluid limit can be at most 10,000 mL."),
    ],
)
def test_every_number_has_a_most_and_a_sentence(
    record: Callable[..., Targets | WaterRule], what: str, most: float, sentence: str
) -> None:
    assert getattr(record(**{what: most}), what) == most
    for more in (math.nextafter(most, math.inf), 1e99):
        with pytest.raises(TargetError) as refused:
            record(**{what: more})
        assert str(refused.value) == sentence


@pytest.mark.parametrize(
    ("record", "what", "sentence"),
    [
        (Targets, "magnesium_mg", "The magnesium target must be more than zero."),
        (Targets, "vitamin_d_ug", "The vitamin D target must be more than zero."),
        (WaterRule, "base_ml", "The base must be more than zero."),
    ],
)
def test_a_target_of_zero_is_refused(record: Callable[..., Targets | WaterRule], what: str, sentence: str) -> None:
    with pytest.raises(TargetError) as refused:
        record(**{what: 0.0})
    assert str(refused.value) == sentence


@pytest.mark.parametrize("what", ["fiber_free_g", "ml_per_fiber_g", "max_fiber_ml"])
def test_a_part_of_the_rule_can_be_switched_off_with_zero(what: str) -> None:
    assert getattr(WaterRule(**{what: 0.0}), what) == 0


def test_saved_targets_beyond_the_bounds_load_with_the_default_for_that_number_alone() -> None:
    text = '{"magnesium_mg": 1e99, "vitamin_d_ug": 50, "water": {"base_ml": 0, "fiber_free_g": 30, "slope": 1}}'
    assert record_of(Targets(), text) == Targets(vitamin_d_ug=50, water=WaterRule(fiber_free_g=30))


@pytest.mark.parametrize("value", [-1.0, math.nan, math.inf])
def test_amounts_of_a_day_that_cannot_be_are_refused(value: float) -> None:
    for arguments in ((value, 0.0, 0.0), (0.0, value, 0.0), (0.0, 0.0, value)):
        with pytest.raises(TargetError):
            water_target(WaterRule(), *arguments)
    with pytest.raises(TargetError):
        activity_water_ml(value, "light")


@pytest.mark.parametrize(
    ("amount", "target", "against_limit", "limit", "state"),
    [
        (None, 400, None, 350, "below"),
        (0, 400, None, 350, "below"),
        (399.999, 400, None, 350, "below"),
        (400, 400, None, 350, "reached"),
        # Food alone may give any amount.
        (900, 400, None, 350, "reached"),
        (900, 400, 350, 350, "reached"),
        (900, 400, 350.001, 350, "above_limit"),
        # A limit passed counts before a target not reached.
        (360, 400, 360, 350, "above_limit"),
        (900, 400, 900, None, "reached"),
        (0, 0, None, None, "reached"),
    ],
)
def test_there_are_three_states(
    amount: float | None, target: float, against_limit: float | None, limit: float | None, state: State
) -> None:
    assert state_of(amount, target, against_limit=against_limit, limit=limit) == state


def test_the_advice_the_app_starts_from_is_the_default() -> None:
    targets = Targets()
    assert (targets.water.base_ml, targets.magnesium_mg, targets.vitamin_d_ug) == (2000, 400, 25)
    assert (targets.magnesium_supplement_limit_mg, targets.vitamin_d_limit_ug) == (350, 100)
    assert (targets.water_counts, targets.alcoholic_drinks_count) == ("all", False)
