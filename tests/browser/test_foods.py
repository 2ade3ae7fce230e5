"""A food from its label: added on the Foods page, found and logged on Today, edited, while the past stays as it was."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.app_server import Server, settle
from tests.browser.test_the_frame import harms
from tests.browser.today_page import TodayPage

OWN_TABLES = ("own_food", "own_portion", "starred_food", "saved_meal", "saved_meal_part")
PHONE = {"width": 390, "height": 844}


@pytest.fixture(autouse=True)
def _nothing_of_ones_own(server: Server) -> None:
    if server.database.exists():
        for table in OWN_TABLES:
            server.sql(f"delete from {table}")


def open_foods(page: Page, server: Server, query: str = "") -> Page:
    page.goto(f"{server.url}/foods{query}")
    settle(page)
    return page


def row(page: Page, text: str) -> Locator:
    return page.get_by_test_id("stExpander").filter(has_text=text).first


def choose(page: Page, field: str, option: str) -> None:
    page.get_by_label(field).click()
    page.get_by_role("option", name=option, exact=True).click()


def status(page: Page) -> Locator:
    return page.locator(".stHtml").get_by_role("status")


def add_bar(page: Page, server: Server) -> None:
    """Add a bar of 40 g from a label that speaks of one bar and prints no magnesium and no water."""
    open_foods(page, server, "?view=mine")
    row(page, "Add a food from its label").locator("summary").click()
    page.get_by_label("Name").fill("Crunchola bar")
    choose(page, "Kind of food", "Sweets, cookies, bars")
    page.get_by_label("The figures are for").fill("40")
    page.get_by_label("Energy, kcal").fill("160")
    # As a German label has it; a number field of the browser would make 25 of it.
    page.get_by_label("Fiber, g").press_sequentially("2,5")
    page.get_by_label("Vitamin D", exact=True).fill("40")
    choose(page, "Vitamin D is in", "IU")
    page.get_by_label("Portion 1", exact=True).fill("bar")
    page.get_by_label("Portion 1 weighs, g").fill("40")
    page.get_by_role("button", name="Save").click()
    expect(status(page)).to_have_text("Added Crunchola bar to your foods")
    # The form closes a moment after the confirmation.
    expect(page.get_by_label("Magnesium, mg")).to_have_count(0)


def test_a_food_from_a_label_is_logged_on_today_and_editing_it_leaves_what_was_logged(today: TodayPage, server: Server):
    page = today.page
    add_bar(page, server)
    assert server.sql("select energy_kcal, fiber_g, vitamin_d_ug, magnesium_mg, water_g, alcohol_g from own_food") == [
        (400.0, 6.25, 2.5, None, None, None)
    ]
    page.goto(server.url)
    settle(page)
    today.add("crunch", "Crunchola bar", "2")
    logged = "select name, amount, measure, grams, energy_kcal, vitamin_d_ug, magnesium_mg, water_g from entry"
    entry = ("Crunchola bar", 2.0, "bar", 80.0, 320.0, 2.0, None, None)
    assert server.sql(logged) == [entry]
    expect(today.meter("magnesium")).to_contain_text("unknown")

    open_foods(page, server, "?view=mine")
    row(page, "Crunchola").locator("summary").click()
    expect(page.get_by_role("checkbox", name="Also change the entry logged before")).not_to_be_checked()
    settle(page)
    page.get_by_label("Magnesium, mg").fill("75")
    page.get_by_role("button", name="Save").click()
    expect(status(page)).to_have_text("Changed Crunchola bar")
    expect(row(page, "Crunchola")).to_contain_text("Mg 75 mg")
    assert server.sql(logged) == [entry]
    assert server.sql("select magnesium_mg, fiber_g from own_food") == [(75.0, 6.25)]

    page.get_by_role("button", name="Undo").click()
    expect(row(page, "Crunchola")).to_contain_text("Mg unknown")
    assert server.sql("select magnesium_mg, fiber_g from own_food") == [(None, 6.25)]


def test_a_figure_that_cannot_be_is_said_at_the_form_with_everything_still_typed(today: TodayPage, server: Server):
    page = open_foods(today.page, server, "?food=new")
    typed = {"Name": "Oat bar", "Magnesium, mg": "<5", "Portion 1": "bar", "Portion 1 weighs, g": "40"}
    for field, text in typed.items():
        page.get_by_label(field, exact=True).fill(text)
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("“<5” is not a figure in mg")).to_be_in_viewport()
    for field, text in typed.items():
        expect(page.get_by_label(field, exact=True)).to_have_value(text)
    assert server.sql("select id from own_food") == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_a_phone_nothing_is_cut_off_and_axe_finds_nothing_serious(
    server: Server, open_page: Callable[..., Page], scheme: str
):
    page = open_page(f"{server.url}/foods?view=mine", scheme=scheme, **PHONE)
    add_bar(page, server)
    ((food_id,),) = server.sql("select id from own_food")
    # A link, opened anew: without the toast, a part of Streamlit that axe finds nameless.
    open_foods(page, server, f"?food={food_id}")
    expect(page.get_by_label("Magnesium, mg")).to_be_visible()
    assert harms(page) == []
    widths = "[document.querySelector('[data-testid=stMain]').scrollWidth, window.innerWidth]"
    content, screen = page.evaluate(widths)
    assert content <= screen
