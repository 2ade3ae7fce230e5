"""Close the gap in a browser: open, read, log a way and undo it; leave out fish; on a phone; what axe says."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, ViewportSize, expect

from tests.browser.app_server import Server, settle
from tests.browser.test_the_frame import harms
from tests.browser.today_page import TodayPage

OpenPage = Callable[..., Page]
PHONE: ViewportSize = {"width": 390, "height": 844}


def line(page: Page) -> Locator:
    return page.get_by_test_id("stExpander").filter(has_text="Close the gap").locator("summary").first


def open_line(page: Page) -> None:
    """Open the line with the keyboard and wait for the ways."""
    line(page).focus()
    page.keyboard.press("Enter")
    expect(log_buttons(page).first).to_be_visible()
    settle(page)


def log_buttons(page: Page) -> Locator:
    return page.get_by_role("button", name=re.compile("^(add )?Log it as"))


def open_wishes(page: Page) -> None:
    page.get_by_text("Leave out foods, or cap the energy").click()
    expect(page.get_by_label("Most energy of one way")).to_be_visible()
    settle(page)


def fits(page: Page) -> bool:
    width: int = page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth")
    return width <= PHONE["width"]


def test_the_line_is_opened_a_way_is_logged_with_one_tap_and_undone_with_one(today: TodayPage, server: Server):
    page = today.page
    expect(line(page)).to_contain_text("Close the gap: 400 mg magnesium, 1,000 IU vitamin D and 2.0 L water left")
    expect(log_buttons(page)).to_have_count(0)
    open_line(page)
    expect(log_buttons(page)).to_have_count(4)
    adds = page.locator(".gw").first.inner_text()
    magnesium_mg = float(re.search(r"([\d,]+) mg magnesium", adds)[1])  # type: ignore[index]
    left_ml = float(re.search(r"([\d,]+) mL \(\d+ fl oz\) left to drink", adds)[1].replace(",", ""))  # type: ignore[index]
    log_buttons(page).first.click()
    expect(today.confirmation.first).to_contain_text("Added ")
    expect(page.get_by_text("nothing is left for food to close")).to_be_visible()
    expect(log_buttons(page)).to_have_count(0)
    assert magnesium_mg >= 400
    assert today.value("magnesium") == pytest.approx(magnesium_mg, abs=1)
    assert today.value("vitamin D") >= 1000
    assert server.sql("select count(distinct batch_id), min(source), max(source) from entry") == [(1, "tap", "tap")]
    expect(today.meter("water")).to_contain_text(f"{left_ml:,.0f} mL")
    today.undo()
    expect(log_buttons(page)).to_have_count(4)
    assert server.sql("select count(*) from entry") == [(0,)]


def test_fish_is_left_out_until_it_is_put_back_and_a_slip_loses_nothing(today: TodayPage):
    page = today.page
    open_line(page)
    before = page.locator(".gw").all_inner_texts()
    assert any("Salmon" in way or "Trout" in way for way in before)
    open_wishes(page)
    page.get_by_role("button", name="Fish and shellfish").click()
    energy = page.get_by_label("Most energy of one way")
    energy.fill("plenty")
    page.get_by_role("button", name="Set", exact=True).click()
    expect(page.get_by_text("“plenty” is not a figure in kcal")).to_be_in_viewport()
    expect(energy).to_have_value("plenty")
    energy.fill("500")
    page.get_by_role("button", name="Set", exact=True).click()
    expect(page.get_by_text("Food cannot close what is left of vitamin D")).to_be_visible()
    expect(page.get_by_text("read its label")).to_be_visible()
    expect(energy).to_have_count(0)
    assert not [way for way in page.locator(".gw").all_inner_texts() if re.search("Salmon|Trout|Sardines|Carp", way)]
    today.reload()
    open_line(page)
    expect(page.get_by_text("Your wishes: no fish, shellfish, at most 500 kcal")).to_be_visible()
    page.get_by_role("button", name="Leave out", exact=True).first.click()
    page.get_by_role("menuitem").first.click()
    expect(page.get_by_text("Saved, for the next days too.")).to_be_visible()
    page.get_by_role("button", name="Undo wishes").click()
    expect(page.get_by_text("Undone: your wishes are as they were.")).to_be_visible()
    expect(page.get_by_text("Your wishes: no fish, shellfish, at most 500 kcal")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_a_phone_nothing_is_cut_off_and_axe_finds_nothing_serious(server: Server, open_page: OpenPage, scheme: str):
    page = open_page(server.url, scheme=scheme, **PHONE)
    assert harms(page) == []
    open_line(page)
    assert fits(page)
    assert harms(page) == []
    open_wishes(page)
    page.get_by_role("button", name="Beans and lentils").click()
    page.get_by_label("Most energy of one way").fill("many")
    page.get_by_role("button", name="Set", exact=True).click()
    expect(page.get_by_text("“many” is not a figure in kcal")).to_be_visible()
    assert fits(page)
    assert harms(page) == []
    page.get_by_label("Most energy of one way").fill("700")
    page.get_by_role("button", name="Set", exact=True).click()
    expect(page.get_by_text("Your wishes: no beans and lentils")).to_be_visible()
    settle(page)
    assert harms(page) == []
    for way in page.locator(".gw").all():
        box = way.bounding_box()
        assert box is not None
        assert box["x"] + box["width"] <= PHONE["width"]


def test_what_is_tapped_while_it_is_open_changes_the_line_and_the_ways(today: TodayPage):
    page = today.page
    open_line(page)
    way = page.locator(".gw").first
    before = way.inner_text()
    today.tap_water("+250 mL")
    expect(line(page)).to_contain_text("1.8 L water left")
    expect(way).not_to_have_text(before)
    expect(log_buttons(page)).to_have_count(4)
    today.line_field.fill("1 banana")
    page.keyboard.press("Enter")
    expect(today.save_button("Save")).to_be_visible()
