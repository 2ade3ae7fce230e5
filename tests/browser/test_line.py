"""A day logged through the line in Chromium, by keyboard; what it costs is counted by pressing the keys."""

import time

import pytest
from playwright.sync_api import expect

from tests.browser.app_server import Server, save_by_shortcut
from tests.browser.test_a_day import foods, portions, rows, totals  # noqa: F401  # fixtures among them
from tests.browser.today_page import TodayPage

# The twelve items and the water of the day in test_a_day, as people write them at four sittings.
SITTINGS = (
    "1 cup oatmeal, 250 ml whole milk, 1 banana, 30 g almonds; 2 cups coffee",
    "500 ml water, 150 g cooked spinach, 120 g baked salmon, 1 cup brown rice",
    "100 g black beans, 1 tbsp pumpkin seeds, 20 g dark chocolate",
    "500 ml water; 500 ml water",
)
ENTRIES = 14


def test_the_twelve_item_day_is_logged_by_keyboard_through_the_line(
    today: TodayPage,
    server: Server,
    foods: dict[str, dict[str, str]],  # noqa: F811
    portions: dict[tuple[str, str], float],  # noqa: F811
    capsys: pytest.CaptureFixture[str],
):
    keys, began = 0, time.monotonic()
    today.line_field.click()
    for sitting in SITTINGS:
        today.page.keyboard.type(sitting)
        today.page.keyboard.press("Enter")
        expect(today.save_button("Save all")).to_be_visible()
        save_by_shortcut(today.page)
        expect(today.save_button("Save all")).to_have_count(0)
        expect(today.confirmation).to_contain_text("Added")
        keys += len(sitting) + 2
    seconds = time.monotonic() - began
    with capsys.disabled():
        print(f"\n{ENTRIES} entries through the line: {keys} keystrokes, 1 click, {seconds:.1f} s in Chromium")
    assert len(server.sql("select id from entry")) == ENTRIES
    # Both cups of coffee are one entry here; its banana and its rice are the table's, as in the other test.
    expected = totals(foods, portions)
    assert today.value("magnesium") == pytest.approx(expected["magnesium_mg"], abs=1)
    assert today.value("vitamin D") == pytest.approx(expected["vitamin_d_ug"] * 40, abs=2)
    assert today.value("water") == pytest.approx(expected["water_g"], abs=3)
    for _ in SITTINGS:
        today.undo()
    expect(today.meter("water")).to_contain_text("nothing logged yet")
    assert server.sql("select id from entry") == []


def test_a_question_is_answered_in_its_row_with_the_keyboard(today: TodayPage, server: Server):
    today.line_field.fill("30 g almonds, some cooked spinach")
    today.line_field.press("Enter")
    expect(today.save_button("Save 1 of 2")).to_be_visible()
    today.amount_field.fill("90 g")
    today.amount_field.press("Enter")
    expect(today.save_button("Save all 2")).to_be_visible()
    save_by_shortcut(today.page)
    expect(today.confirmation).to_contain_text("Added 2 entries")
    assert server.sql("select name, grams from entry order by grams") == [("Almonds", 30.0), ("Spinach, cooked", 90.0)]


def test_lines_pasted_together_are_items_of_their_own(today: TodayPage):
    today.line_field.fill("30 g almonds\n2 cups cooked spinach\n500 ml water")
    today.line_field.press("Enter")
    expect(today.save_button("Save all 3")).to_be_visible()


def test_the_words_come_back_into_the_field(today: TodayPage):
    today.line_field.fill("30 g almonds, 20 g walnuts")
    today.line_field.press("Enter")
    today.save_button("Change the words").click()
    expect(today.line_field).to_have_value("30 g almonds\n20 g walnuts")


def test_the_first_action_moves_nothing_below_it(today: TodayPage):
    button = today.page.get_by_role("button", name="+250 mL")
    before = button.bounding_box()
    today.tap_water("+250 mL")
    expect(today.confirmation).to_be_visible()
    after = button.bounding_box()
    assert before is not None
    assert after is not None
    # The meters may gain a line; the place of the tap stays under the finger.
    assert abs(after["y"] - before["y"]) < before["height"] / 2
