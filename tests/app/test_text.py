"""How amounts read, and that nobody's words become markup."""

import csv
from datetime import date
from pathlib import Path

import pytest

from tracker import amount_words
from tracker.ui import text
from tracker.ui.text import amount, both_units, day_called, day_name, html, number, plain, said, shortened, typed
from tracker.units import Units

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("key", "value", "shown"),
    [
        ("water", 1480.4, "1,480 mL (50 fl oz)"),
        ("water", 0.0, "0 mL (0 fl oz)"),
        ("vitamin_d_ug", 16.0, "640 IU (16.0 µg)"),
        ("magnesium_mg", 312.4, "312 mg"),
        ("fiber_g", 28.46, "28.5 g"),
        ("magnesium_mg", None, "unknown"),
        ("water", None, "unknown"),
    ],
)
def test_an_amount_reads_in_both_of_its_units_and_unknown_is_no_zero(key: str, value: float | None, shown: str):
    assert both_units(key, value) == shown


@pytest.mark.parametrize(
    ("key", "value", "shown"),
    [
        ("water", 236.6, "8 fl oz (237 mL)"),
        ("water", 250.0, "8.5 fl oz (250 mL)"),
        ("water", 2000.0, "68 fl oz (2,000 mL)"),
        ("water", 0.0, "0 fl oz (0 mL)"),
        ("vitamin_d_ug", 25.0, "25.0 µg (1,000 IU)"),
        ("magnesium_mg", 312.4, "312 mg"),
        ("fiber_g", 28.46, "28.5 g"),
        ("water", None, "unknown"),
    ],
)
def test_a_person_may_want_the_other_unit_first(
    monkeypatch: pytest.MonkeyPatch, key: str, value: float | None, shown: str
):
    monkeypatch.setattr(text, "shown_in", lambda: Units("fl oz", "µg", "oz"))
    assert both_units(key, value) == shown


@pytest.mark.parametrize(
    ("value", "measure", "shown"),
    [(30.0, "g", "1.1 oz"), (1000.0, "g", "35 oz"), (250.0, "ml", "8.5 fl oz"), (2.0, "cup", "2 cups")],
)
def test_an_amount_by_weight_or_volume_reads_in_the_unit_a_person_wants(
    monkeypatch: pytest.MonkeyPatch, value: float, measure: str, shown: str
):
    monkeypatch.setattr(text, "shown_in", lambda: Units("fl oz", "µg", "oz"))
    assert said(value, measure) == shown


@pytest.mark.parametrize(("grams", "decimals", "shown"), [(28.35, 0, "28 g"), (28.35, 1, "28.4 g"), (28.0, 1, "28 g")])
def test_a_weight_has_no_more_decimals_than_asked_for(grams: float, decimals: int, shown: str):
    assert text.weight_words(grams, decimals) == shown


@pytest.mark.parametrize(
    ("grams", "measure", "in_grams", "in_ounces"),
    [
        (180.0, "cup", " (180 g)", " (6.3 oz)"),
        (56.7, "oz", " (57 g)", ""),
        (473.2, "fl oz", "", ""),
        (250.0, "ml", "", ""),
        (30.0, "g", "", ""),
        (None, "cup", "", ""),
    ],
)
def test_a_weight_stands_behind_an_amount_that_does_not_say_it_already(
    monkeypatch: pytest.MonkeyPatch, grams: float | None, measure: str, in_grams: str, in_ounces: str
):
    assert text.weight_beside(grams, measure) == in_grams
    monkeypatch.setattr(text, "shown_in", lambda: Units("fl oz", "µg", "oz"))
    assert text.weight_beside(grams, measure) == in_ounces


def test_vitamin_d_is_shown_in_international_units():
    assert amount("vitamin_d_ug", 25.0) == "1,000 IU"


def test_what_rounds_to_nothing_has_no_sign():
    assert number(-0.2) == "0"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (2.0, "2"),
        (1.5, "1.5"),
        (0.3333333, "0.333"),
        (1000.0, "1000"),
        (0.0005, "0.001"),
        (0.00014, "0.0001"),
        (2e-7, "0.0000002"),
        (0.0, "0"),
    ],
)
def test_an_amount_is_written_as_a_person_types_it(value: float, shown: str):
    assert typed(value) == shown


@pytest.mark.parametrize(
    ("value", "measure", "shown"),
    [
        (1.0, "cup", "1 cup"),
        (2.0, "cup", "2 cups"),
        (1.5, "cup", "1.5 cups"),
        (0.5, "cup", "0.5 cup"),
        (2.0, "cup, chopped or diced", "2 cups, chopped or diced"),
        (2.0, "glass", "2 glasses"),
        (2.0, "patty", "2 patties"),
        (3.0, "leaf, large", "3 leaves, large"),
        (2.0, "half", "2 halves"),
        (2.0, "sandwich", "2 sandwiches"),
        (2.0, "tbsp", "2 tbsp"),
        (2.0, "fl oz", "2 fl oz"),
        (2.0, "medium", "2 medium"),
        (2.0, "extra large", "2 extra large"),
        (2.0, "fruit without skin and seeds", "2 fruit without skin and seeds"),
        (30.0, "g", "30 g"),
        (250.0, "ml", "250 mL"),
        (200.0, "mg", "200 mg"),
        (2.0, "my <b>own</b> thing", "2 my <b>own</b> thing"),
    ],
)
def test_an_amount_with_its_measure_reads_as_people_say_it(value: float, measure: str, shown: str):
    assert said(value, measure) == shown


def test_every_measure_that_is_counted_is_one_the_foods_or_supplements_have():
    rows = (Path(__file__).resolve().parents[2] / "data" / "portions.csv").read_text(encoding="utf-8").splitlines()
    nouns = {row[1].partition(",")[0] for row in csv.reader(rows)}
    assert amount_words._COUNTED - nouns <= {"dose", "drop", "gummy", "pill", "softgel"}


@pytest.mark.parametrize(
    ("long", "most", "short"),
    [("Oats", 4, "Oats"), ("Oatmeal, cooked", 9, "Oatmeal…"), ("a\n b", 5, "a b"), ("abcdef", 4, "abc…")],
)
def test_a_long_text_is_cut_to_what_there_is_room_for(long: str, most: int, short: str):
    assert shortened(long, most) == short


@pytest.mark.parametrize(
    ("day", "called"),
    [
        (date(2026, 11, 21), "yesterday"),
        (TODAY, "today"),
        (date(2026, 11, 23), "tomorrow"),
        (date(2026, 11, 16), "Monday"),
        (date(2026, 11, 15), "15 November"),
    ],
)
def test_a_day_near_today_is_called_as_people_do(day: date, called: str):
    assert day_called(day, TODAY) == called


@pytest.mark.parametrize(
    ("words", "escaped"),
    [
        ("<b>x</b>", r"\<b\>x\<\/b\>"),
        ("*x*", r"\*x\*"),
        ("$x$", r"\$x\$"),
        ("[a](javascript:1)", "\\[a\\]\\(javascript\\:\u20601\\)"),
        (":red[x]", "\\:\u2060red\\[x\\]"),
        ("a\nb", "a b"),
        ("Jalapeño, raw; 50 %", "Jalapeño, raw; 50 %"),
    ],
)
def test_markdown_shows_peoples_words_as_they_are(words: str, escaped: str):
    assert plain(words) == escaped


def test_html_shows_peoples_words_as_they_are():
    assert html("<b>\"x\"</b> & 'y'") == "&lt;b&gt;&quot;x&quot;&lt;/b&gt; &amp; &#x27;y&#x27;"


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (TODAY, "Today, Sunday 22 November"),
        (date(2026, 11, 21), "Yesterday, Saturday 21 November"),
        (date(2026, 11, 1), "Sunday 1 November 2026"),
        (date(2026, 11, 23), "Monday 23 November 2026"),
    ],
)
def test_a_day_is_named(day: date, name: str):
    assert day_name(day, TODAY) == name
