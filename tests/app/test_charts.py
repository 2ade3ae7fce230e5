"""The rows of charts: their amounts are in the units that the person chose, as the words beside them."""

from datetime import UTC, date, datetime

import pytest

from tests.builders import an_entry
from tracker.days import Week
from tracker.history import History
from tracker.intake import Day, day_intake
from tracker.targets import Targets
from tracker.ui import long_legend, long_table, text, week_legend, week_table
from tracker.ui.charts import fiber_chart, long_chart, week_chart
from tracker.units import Units
from tracker.weeks import WeekComparison, compare, summarise_week

MONDAY = date(2026, 11, 16)
WEEK = Week.of(MONDAY, 0)
# The US fluid ounce, NIST Handbook 44, appendix C.
ML_IN_FL_OZ = 29.57353


@pytest.fixture
def ounces(monkeypatch: pytest.MonkeyPatch) -> None:
    """Show everything in the other units."""
    monkeypatch.setattr(text, "shown_in", lambda: Units("fl oz", "µg", "oz"))


def days() -> tuple[Day, ...]:
    """Return a week with one day on it: 600 mL of water and 10 µg of vitamin D, of 2,000 mL and 25 µg."""
    noon = datetime(2026, 11, 16, 12, tzinfo=UTC)
    entry = an_entry(day=MONDAY, at=noon, kind="food", energy_kcal=100.0, water_g=600.0, vitamin_d_ug=10.0)
    return tuple(day_intake(day, [entry] if day == MONDAY else [], Targets()) for day in WEEK.days)


def comparison() -> WeekComparison:
    summary = summarise_week(WEEK, days(), WEEK.end)
    return compare(summary, summary)


@pytest.mark.usefixtures("ounces")
@pytest.mark.parametrize(
    ("key", "unit", "amount", "target", "words", "target_words"),
    [
        ("water", "fl oz", 600 / ML_IN_FL_OZ, 2000 / ML_IN_FL_OZ, "20 fl oz", "68 fl oz"),
        ("vitamin_d_ug", "µg", 10.0, 25.0, "10.0 µg", "25.0 µg"),
    ],
)
def test_weeks_are_drawn_and_told_in_the_units_of_the_person(
    key: str, unit: str, amount: float, target: float, words: str, target_words: str
):
    (bar,) = week_chart.rows(comparison(), key)
    points = History(days(), WEEK.end, 0).weeks(key)
    (mean,) = long_chart.rows(points, key)
    for drawn in (bar["amount"], mean["mean"]):
        assert drawn == pytest.approx(amount)
    for row in (bar, mean):
        assert row["target"] == pytest.approx(target)
        assert (row["words"], row["target_words"]) == (words, target_words)
    assert f", {unit} by day" in week_legend.legend_html(comparison(), key)
    assert f", {unit} a day" in long_legend.legend_html(points, key)
    for table in (week_table.days_html(comparison(), key), long_table.table_html(points, key)):
        assert words in table
        assert " mL" not in table
        assert " IU" not in table


CORNERS = ((0.0, 2000.0), (25.0, 2000.0), (65.0, 3000.0))


def test_the_line_of_fiber_keeps_its_corners_and_the_point_comes_last_with_its_words():
    *line, point = fiber_chart.rows(CORNERS, (35.0, 2250.0), "here")
    assert [(row["fiber"], row["target"], row["words"]) for row in line] == [(*corner, None) for corner in CORNERS]
    assert (point["fiber"], point["target"], point["words"]) == (35.0, 2250.0, "here")
    assert (point["least"], point["most"]) == pytest.approx((1800.0, 3300.0))


@pytest.mark.usefixtures("ounces")
def test_the_line_of_fiber_is_in_the_units_of_the_person():
    first, *_, point = fiber_chart.rows(CORNERS, (35.0, 2250.0), "here")
    assert first["target"] == pytest.approx(2000 / ML_IN_FL_OZ)
    assert point["target"] == pytest.approx(2250 / ML_IN_FL_OZ)
    assert "Water target, fl oz" in str(fiber_chart.spec("fl oz"))


def test_the_chart_of_fiber_is_built_once_a_unit_and_without_rows():
    assert fiber_chart.spec("mL") is fiber_chart.spec("mL")
    assert "data" not in fiber_chart.spec("mL")
