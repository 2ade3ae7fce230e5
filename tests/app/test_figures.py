"""Figures typed from a label: decimal commas, units of their own, blank, and what is no figure."""

import pytest

from tracker.errors import RefusedError
from tracker.ui import figures
from tracker.ui.figures import IU, UG, read_figure, read_nutrient, read_vitamin_d, shown, vitamin_d_shown
from tracker.units import Units, VitaminDUnit


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("", None), ("  ", None), ("0", 0.0), ("0,0", 0.0), ("12", 12.0), (" 1.5 ", 1.5), ("1,5", 1.5),
        (".5", 0.5), (",5", 0.5),
        ("0,123", 0.123), ("1.234", 1.234), ("1234,5", 1234.5), ("1/2", 0.5), ("½", 0.5), ("12 000", 12_000.0),
        ("30 mg", 30.0), ("30mg", 30.0), ("-1", -1.0), ("1e3", 1000.0),
    ],
)  # fmt: skip
def test_a_figure_is_read_as_people_write_it_and_blank_is_unknown(text: str, figure: float | None):
    assert read_figure(text, "Magnesium", "mg") == figure


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<0.5", "“<0.5” is not a figure in mg"),
        ("traces", "“traces” is not a figure"),
        ("30 g", "“30 g” is not a figure in mg"),
        ("2-3", "is not a figure"),
        ("1,234", "is “1,234” 1234 or 1.234"),
        ("12,000 mg", "is “12,000” 12000 or 12.000"),
    ],
)
def test_what_is_no_figure_or_could_be_two_is_refused_by_name(text: str, said: str):
    with pytest.raises(RefusedError, match=f"^Magnesium: .*{said}"):
        read_figure(text, "Magnesium", "mg")


@pytest.mark.parametrize(
    ("value", "text"), [(None, ""), (0.0, "0"), (33.333333, "33.3333"), (38_758.0, "38758"), (7.25, "7.25")]
)
def test_a_figure_is_shown_with_six_digits_and_unknown_as_blank(value: float | None, text: str):
    assert shown(value) == text


@pytest.mark.parametrize(
    ("text", "unit", "ug"),
    [("1000", IU, 25.0), ("25", UG, 25.0), ("1000 IU", IU, 25.0), ("2,5", UG, 2.5), ("", IU, None), ("", "", None)],
)
def test_vitamin_d_is_read_in_the_unit_chosen_beside_it(text: str, unit: str, ug: float | None):
    assert read_vitamin_d(text, unit) == ug


def test_vitamin_d_without_a_unit_is_refused():
    with pytest.raises(RefusedError, match="choose whether the figure is in IU or in µg"):
        read_vitamin_d("1000", "")


@pytest.mark.parametrize(("unit", "text"), [("IU", "50"), ("µg", "1.25")])
def test_vitamin_d_stands_in_its_field_in_the_unit_the_person_wants_first(
    monkeypatch: pytest.MonkeyPatch, unit: VitaminDUnit, text: str
):
    monkeypatch.setattr(figures, "shown_in", lambda: Units(vitamin_d=unit))
    assert vitamin_d_shown(1.25) == (text, unit)
    assert read_nutrient("vitamin_d_ug", text, unit) == 1.25


def test_a_nutrient_is_read_in_its_own_unit_whatever_vitamin_d_is_in():
    assert read_nutrient("magnesium_mg", "12,5 mg", IU) == 12.5
