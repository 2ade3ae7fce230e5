"""What the meters say of a day: worked out by hand from made-up entries."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from html import unescape

import pytest

from tests.builders import an_entry
from tracker.entries import Entry
from tracker.intake import Day, day_intake
from tracker.targets import Targets, WaterRule
from tracker.ui.meters import adds_html, meters_html, smaller_html

DAY = date(2026, 11, 22)


def day_of(*entries: Entry, targets: Targets | None = None) -> Day:
    return day_intake(DAY, entries, targets or Targets())


def shown(day: Day) -> str:
    """Return the text of the meters without its tags."""
    return unescape(" ".join(re.sub(r"<[^>]+>", " ", meters_html(day)).split()))


def entry(name: str = "Food", **amounts: float | None) -> Entry:
    known: dict[str, float | None] = {
        "water_g": 100.0,
        "energy_kcal": 100.0,
        "fiber_g": 0.0,
        "magnesium_mg": 0.0,
        "vitamin_d_ug": 0.0,
    }
    return an_entry(name=name, day=DAY, at=datetime(2026, 11, 22, 12, tzinfo=UTC), **(known | amounts))


def test_an_empty_day_shows_nothing_logged_and_no_zero():
    text = shown(day_of())
    assert text.count("nothing logged yet") == 3
    assert not re.search(r"\b0 (mL|mg|IU)\b", text)
    assert "2,000 mL (68 fl oz) to go" in text


def test_a_meter_shows_value_target_percent_state_and_what_is_left():
    text = shown(day_of(entry(magnesium_mg=100.0)))
    assert "Magnesium below target 100 mg of 400 mg 25 %" in text
    assert "300 mg to go" in text


def test_a_passed_minimum_is_reached_and_nothing_else():
    day = day_of(entry(magnesium_mg=900.0))
    assert "Magnesium target reached 900 mg of 400 mg 225 %" in shown(day)
    assert "above the limit" not in shown(day)
    assert not re.search(r"red|#d|#e|#f", meters_html(day).partition("magnesium_mg")[2].partition("vitamin_d_ug")[0])


def test_the_fiber_part_of_the_water_target_is_drawn_and_named_as_a_comfort_rule():
    # 25 mL for each of the 13 g above 25 g; 325 of 2,325 mL are 14 % of the bar.
    html = meters_html(day_of(entry(fiber_g=38.0)))
    assert "2,000 mL + 325 mL for 38 g fiber: a comfort rule, not a medical requirement" in html
    assert '<u style="left:86.0%;width:14.0%">' in html


@pytest.mark.parametrize(
    ("fiber_g", "free_g", "words"),
    [
        (24.6, 25.0, "Rises above 25 g fiber (24.6 g so far)"),
        (24.96, 25.0, "Rises above 25 g fiber (24.9 g so far)"),
        (25.0, 25.0, "Rises above 25 g fiber (25.0 g so far)"),
        (25.2, 25.4, "Rises above 25.4 g fiber (25.2 g so far)"),
    ],
)
def test_fiber_never_reads_as_reached_before_it_is(fiber_g: float, free_g: float, words: str):
    assert words in shown(day_of(entry(fiber_g=fiber_g), targets=Targets(water=WaterRule(fiber_free_g=free_g))))


def test_water_is_one_bar_of_drinks_and_food():
    day = day_of(entry(water_g=250.0), replace(entry("Tea", water_g=500.0), kind="drink"))
    html = meters_html(day)
    assert 'class="f" style="width:25.0%"' in html
    assert 'class="g" style="width:12.5%"' in html
    assert "drinks 500 mL" in shown(day)
    assert "food 250 mL" in shown(day)


def test_an_unknown_part_makes_a_total_at_least_and_says_how_much_is_known():
    day = day_of(
        entry("Known", magnesium_mg=300.0, energy_kcal=820.0),
        entry("Blank", magnesium_mg=None, energy_kcal=180.0),
    )
    text = shown(day)
    assert "at least 300 mg" in text
    assert "82 % of the day's energy has a value" in text
    assert "up to 100 mg to go" in text
    assert "Blank unknown" in text


def test_a_fluid_limit_has_no_parts_and_passing_it_is_above_the_limit():
    day = day_of(entry(water_g=1600.0, fiber_g=40.0), targets=Targets(water=WaterRule(fluid_limit_ml=1500.0)))
    assert "Water above the limit" in shown(day)
    assert "nothing is added to it" in shown(day)


def test_the_foods_behind_a_number_are_ranked_and_counted():
    day = day_of(
        entry("Beans", magnesium_mg=60.0),
        entry("Almonds", magnesium_mg=80.0),
        entry("Beans", magnesium_mg=60.0),
    )
    magnesium = meters_html(day).partition('class="magnesium_mg"')[2].partition("</details>")[0]
    assert re.findall(r"<li><span>(.*?)</span>(.*?)</li>", magnesium) == [
        ("Beans × 2", "120 mg · 60 %"),
        ("Almonds", "80 mg · 40 %"),
    ]


def test_a_name_is_text_wherever_it_stands():
    day = day_of(entry("<img src=x onerror=alert(1)>"))
    assert "<img" not in meters_html(day) + smaller_html(day)
    assert "&lt;img" in meters_html(day)


@pytest.mark.parametrize(
    ("magnesium_mg", "words"),
    [(95.0, "Magnesium: adds 95 mg, then 312 mg of 400 mg"), (None, "Magnesium: not known for this food")],
)
def test_the_preview_says_what_an_entry_adds(magnesium_mg: float | None, words: str):
    before = entry("Before", magnesium_mg=217.0)
    added = entry("Added", magnesium_mg=magnesium_mg)
    assert words in adds_html([added], day_of(before, added))


@pytest.mark.parametrize(
    ("drunk_ml", "words", "left"), [(1000.0, "within your limit", True), (1600.0, "above the limit", False)]
)
def test_a_fluid_limit_is_never_a_goal(drunk_ml: float, words: str, left: bool):
    limited = Targets(water=WaterRule(fluid_limit_ml=1500.0))
    drunk = replace(entry(), kind="drink", water_g=drunk_ml, grams=drunk_ml)
    water = meters_html(day_intake(DAY, [drunk], limited)).partition('class="w"')[2].partition("</details>")[0]
    assert words in water
    assert "below target" not in water
    assert "to go" not in water
    assert ("500 mL (17 fl oz) left of your limit" in water) is left
