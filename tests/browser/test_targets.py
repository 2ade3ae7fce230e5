"""A new person says who they are on the Targets page, in a real Chromium."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from playwright.sync_api import Page, expect

from tests.browser.app_server import Server, settle
from tests.browser.test_the_frame import harms
from tests.browser.today_page import TodayPage

OpenPage = Callable[..., Page]


def choose(page: Page, label: str, option: str) -> None:
    page.get_by_label(label, exact=True).click()
    page.get_by_role("option", name=option).click()
    settle(page)


def type_in(page: Page, label: str, text: str) -> None:
    page.get_by_label(label, exact=True).fill(text)
    page.get_by_label(label, exact=True).press("Tab")
    settle(page)


def test_a_new_person_sets_age_and_sex_and_the_targets_change_from_today_on(server: Server, open_page: OpenPage):
    page = open_page(f"{server.url}/targets")
    choose(page, "Reference values", "United States (National Academies)")
    type_in(page, "Age, years", "34")
    page.get_by_role("radio", name="Female").click()
    expect(page.get_by_label("Magnesium, mg a day")).to_have_value("320")
    expect(page.get_by_text("Magnesium 400 mg → 320 mg")).to_be_visible()
    assert server.sql("SELECT count(*) FROM target") == [(0,)]
    page.get_by_role("button", name="Save", exact=True).click()
    said = page.get_by_role("status").filter(has_text="Targets changed from today on")
    expect(said).to_contain_text("Magnesium 400 mg → 320 mg")

    page.goto(server.url)
    settle(page)
    today = TodayPage(page)
    expect(today.meter("magnesium")).to_contain_text("of 320 mg")
    expect(today.meter("water")).to_contain_text("of 2,700 mL")
    day = date.fromisoformat(server.sql("SELECT valid_from FROM target")[0][0])
    page.goto(f"{server.url}/?day={day - timedelta(days=1)}")
    settle(page)
    expect(today.meter("magnesium")).to_contain_text("of 400 mg")
    expect(today.meter("water")).to_contain_text("of 2,000 mL")

    page.goto(f"{server.url}/targets")
    settle(page)
    expect(page.get_by_label("Age, years")).to_have_value("34")
    expect(page.get_by_role("radio", name="Female")).to_be_checked()


def test_a_decimal_comma_typed_and_saved_with_one_click_is_a_decimal_comma(server: Server, open_page: OpenPage):
    page = open_page(f"{server.url}/targets")
    # Straight from the field to the button: what was typed is sent by leaving the field.
    page.get_by_label("Magnesium, mg a day").fill("312,5")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("status").filter(has_text="400 mg → 312.5 mg")).to_be_visible()
    page.get_by_role("button", name="Undo").first.click()
    expect(page.get_by_label("Magnesium, mg a day")).to_have_value("400")
    assert server.sql("SELECT count(*) FROM target") == [(0,)]


def test_activity_and_a_hot_day_are_two_taps_and_undone(server: Server, open_page: OpenPage):
    page = open_page(server.url, width=390, height=844)
    today = TodayPage(page)
    page.get_by_role("button", name="Hot day").click()
    expect(today.meter("water")).to_contain_text("of 2,500 mL")
    page.get_by_role("button", name="Activity").click()
    page.get_by_label("Minutes").fill("90")
    page.get_by_role("radio", name="Vigorous").click()
    page.get_by_role("button", name="Set", exact=True).click()
    # An hour and a half at 750 mL.
    expect(today.meter("water")).to_contain_text("of 3,625 mL")
    expect(page.get_by_role("button", name="90 min vigorous, +1,125 mL")).to_be_visible()
    today.undo()
    expect(today.meter("water")).to_contain_text("of 2,500 mL")
    today.undo()
    expect(today.meter("water")).to_contain_text("of 2,000 mL")


def test_fluid_ounces_and_micrograms_are_shown_from_the_next_page_on(server: Server, open_page: OpenPage):
    page = open_page(f"{server.url}/targets", width=390, height=844)
    page.get_by_text("Units, glasses, clock").click()
    for unit in ("fl oz", "µg"):
        page.locator("label").filter(has_text=re.compile(f"^{unit}$")).click()
        expect(page.get_by_role("radio", name=unit)).to_be_checked()
    settle(page)
    page.get_by_role("button", name="Set units and clock").click()
    expect(page.get_by_role("status").filter(has_text="Saved: volumes mL → fl oz")).to_be_visible()
    expect(page.get_by_label("Vitamin D, µg a day")).to_have_value("25")
    page.goto(server.url)
    settle(page)
    today = TodayPage(page)
    page.get_by_role("button", name="+8 fl oz").click()
    expect(today.meter("water")).to_contain_text("8 fl oz (237 mL)")
    expect(today.meter("vitamin D")).to_contain_text("of 25.0 µg")
    ((amount, measure, water_g),) = server.sql("SELECT amount, measure, water_g FROM entry")
    assert (amount, measure, round(water_g, 2)) == (8.0, "fl oz", 236.59)


def test_what_is_typed_in_a_part_that_is_closed_again_is_kept_and_told(server: Server, open_page: OpenPage):
    page = open_page(f"{server.url}/targets", width=390, height=844)
    rules = page.get_by_text("Water rule, fluid limit, what counts")
    rules.click()
    type_in(page, "Fluid limit, mL (leave empty without one)", "1500")
    rules.click()
    expect(page.get_by_text("Fluid limit none → 1,500 mL")).to_be_visible()
    rules.click()
    expect(page.get_by_label("Fluid limit, mL (leave empty without one)")).to_have_value("1500")
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= 390
    assert harms(page) == []
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("status").filter(has_text="Targets changed from today on")).to_be_visible()
    assert server.sql("SELECT count(*) FROM target") == [(1,)]


def test_the_smaller_numbers_with_their_targets_stay_within_their_cards_on_a_phone(server: Server, open_page: OpenPage):
    page = open_page(f"{server.url}/targets", width=390, height=844)
    choose(page, "Reference values", "Europe (EFSA)")
    type_in(page, "Age, years", "34")
    page.get_by_role("radio", name="Male", exact=True).click()
    expect(page.get_by_text("Potassium none → 3,500 mg")).to_be_visible()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("status").filter(has_text="Targets changed from today on")).to_be_visible()
    page.goto(server.url)
    settle(page)
    today = TodayPage(page)
    today.line_field.fill("100 mg magnesium supplement")
    page.keyboard.press("Enter")
    today.save_button("Save").click()
    card = page.locator(".hm.few details").filter(has_text="Potassium")
    expect(card).to_contain_text("nothing yet of 3,500 mg")
    over = "card => Math.max(...[...card.querySelectorAll('summary *')].map(e => e.getBoundingClientRect().right))"
    box = card.bounding_box()
    assert box is not None
    assert card.evaluate(over) <= box["x"] + box["width"]
