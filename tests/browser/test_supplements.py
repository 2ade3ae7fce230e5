"""A supplement from its label, taken twice: food and pills apart, the note at the limit, and what a phone shows."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, ViewportSize, expect

from tests.browser.app_server import Server, settle
from tests.browser.test_the_frame import harms
from tests.browser.today_page import TodayPage

OpenPage = Callable[..., Page]
PHONE: ViewportSize = {"width": 390, "height": 844}
NOTE = "more than 350 mg magnesium, the US upper limit for supplements"


def add_supplement(page: Page, server: Server) -> None:
    """Add magnesium citrate of which the label names 1,250 mg of the salt: 202 mg magnesium; two a day."""
    # High enough for the whole form: a list that opens while the page still scrolls to it closes again.
    page.set_viewport_size({"width": PHONE["width"], "height": 2000})
    page.goto(f"{server.url}/foods?supplement=new")
    settle(page)
    page.get_by_label("Name", exact=True).fill("Magnesium citrate")
    page.get_by_label("How many a day", exact=True).fill("2")
    page.get_by_label("Magnesium …").click()
    page.get_by_role("option", name="citrate, 16.2 %: the usual powder").click()
    page.get_by_label("Weight of the salt, mg").fill("1250")
    page.get_by_role("button", name="Work it out").click()
    expect(page.get_by_label("Magnesium, mg")).to_have_value("202")
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".stHtml").get_by_role("status")).to_have_text("Added Magnesium citrate to your supplements")
    expect(page.get_by_label("Magnesium, mg")).to_have_count(0)
    page.set_viewport_size(PHONE)


def took_it(page: Page) -> Locator:
    return page.get_by_role("button", name="Took it: Magnesium citrate")


def test_a_supplement_is_added_taken_twice_and_told_apart_from_food_with_the_note_at_the_limit(
    today: TodayPage, server: Server
):
    page = today.page
    add_supplement(page, server)
    page.goto(server.url)
    settle(page)
    today.add("almonds", "Almonds", "30 g")
    from_food = today.value("magnesium")
    took_it(page).click()
    expect(took_it(page)).to_contain_text("1 of 2")
    expect(page.get_by_text(NOTE)).to_have_count(0)
    took_it(page).click()
    expect(took_it(page)).to_contain_text("2 of 2")
    meter = today.meter("magnesium")
    expect(meter).to_contain_text(f"food {from_food:.0f} mg")
    expect(meter).to_contain_text("supplement 404 mg")
    expect(meter).to_contain_text("above the limit")
    assert today.value("magnesium") == pytest.approx(from_food + 404, abs=1)
    note = page.get_by_text(NOTE)
    expect(note).to_have_count(1)
    expect(page.get_by_role("link", name="US National Academies")).to_have_attribute(
        "href", "https://www.nationalacademies.org/read/9956/chapter/28"
    )
    assert (
        server.sql("select amount, measure, magnesium_mg, vitamin_d_ug from entry where kind = 'supplement'")
        == [(1.0, "pill", 202.0, None)] * 2
    )

    page.get_by_role("button", name="Known, do not show it again").first.click()
    expect(note).to_have_count(0)
    took_it(page).click()
    expect(took_it(page)).to_contain_text("3 today")
    expect(note).to_have_count(0)
    today.reload()
    expect(note).to_have_count(0)


def test_loose_stools_are_one_tap_with_the_stop_note_and_one_undoes_them(today: TodayPage, server: Server):
    page = today.page
    add_supplement(page, server)
    page.goto(server.url)
    settle(page)
    took_it(page).click()
    expect(took_it(page)).to_contain_text("1 of 2")
    page.get_by_role("button", name="Loose stools", exact=True).click()
    expect(page.get_by_text("Stop the supplement for now")).to_be_visible()
    assert server.sql("select kind from event") == [("loose stools",)]
    today.undo()
    expect(page.get_by_text("Stop the supplement for now")).to_have_count(0)
    assert server.sql("select kind from event") == []


def test_the_line_takes_the_supplement_by_its_name(today: TodayPage, server: Server):
    page = today.page
    add_supplement(page, server)
    page.goto(server.url)
    settle(page)
    today.line_field.fill("my magnesium, 1 banana")
    page.keyboard.press("Enter")
    today.save_button("Save all 2").click()
    expect(took_it(page)).to_contain_text("1 of 2")
    assert server.sql("select name, amount from entry where kind = 'supplement'") == [("Magnesium citrate", 1.0)]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_a_phone_nothing_is_cut_off_and_axe_finds_nothing_serious(server: Server, open_page: OpenPage, scheme: str):
    page = open_page(server.url, scheme=scheme, **PHONE)
    add_supplement(page, server)
    (pill,) = server.sql("select id from supplement")[0]
    for path in (f"/foods?supplement={pill}", "/", "/about"):
        page.goto(server.url + path)
        settle(page)
        if pill in path:
            expect(page.get_by_role("table")).to_be_visible()
        if path == "/":
            for taken in ("1 of 2", "2 of 2"):
                took_it(page).click()
                expect(took_it(page)).to_contain_text(taken)
            expect(page.get_by_text(NOTE)).to_be_visible()
        assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= PHONE["width"]
        assert harms(page) == []
