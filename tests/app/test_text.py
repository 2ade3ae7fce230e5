"""How amounts read, and that nobody's words become markup."""

from datetime import date

import pytest

from tracker.ui.text import amount, both_units, day_name, html, number, plain, typed

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("key", "value", "shown"),
    [
        ("water", 1480.4, "1,480 mL (49 fl oz)"),
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


def test_vitamin_d_is_shown_in_international_units():
    assert amount("vitamin_d_ug", 25.0) == "1,000 IU"


def test_what_rounds_to_nothing_has_no_sign():
    assert number(-0.2) == "0"


@pytest.mark.parametrize(("value", "shown"), [(2.0, "2"), (1.5, "1.5"), (0.3333333, "0.333"), (1000.0, "1000")])
def test_an_amount_is_written_as_a_person_types_it(value: float, shown: str):
    assert typed(value) == shown


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("<b>x</b>", r"\<b\>x\<\/b\>"),
        ("*x*", r"\*x\*"),
        ("$x$", r"\$x\$"),
        ("[a](javascript:1)", "\\[a\\]\\(javascript\\:\u20601\\)"),
        (":red[x]", "\\:\u2060red\\[x\\]"),
        ("a\nb", "a b"),
        ("Jalapeño, raw", r"Jalapeño\, raw"),
    ],
)
def test_markdown_shows_peoples_words_as_they_are(text: str, escaped: str):
    assert plain(text) == escaped


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
