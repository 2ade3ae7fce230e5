"""What a person does on the Today page, in their words."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.app_server import settle

METERS = {"water": "w", "magnesium": "magnesium_mg", "vitamin D": "vitamin_d_ug"}


class TodayPage:
    """The Today page in one window."""

    def __init__(self, page: Page) -> None:
        self.page = page

    @property
    def confirmation(self) -> Locator:
        """The line that confirms the last action."""
        return self.page.locator(".stHtml").get_by_role("status")

    @property
    def search_field(self) -> Locator:
        return self.page.get_by_label("Find one food")

    @property
    def line_field(self) -> Locator:
        """The field that a meal is typed into."""
        return self.page.get_by_test_id("stChatInputTextArea")

    def save_button(self, label: str) -> Locator:
        """The button that saves the review, by the words it begins with."""
        return self.page.get_by_role("button", name=label)

    @property
    def amount_field(self) -> Locator:
        """The amount of the food that is being added."""
        return self.page.get_by_label("Amount", exact=True).first

    def meter(self, name: str) -> Locator:
        return self.page.locator(f".hm details.{METERS[name]}")

    def value(self, name: str) -> float:
        """Return the number a meter shows, in mL, mg or IU."""
        text = self.meter(name).locator(".v").inner_text()
        found = re.search(r"([\d,]+) (mL|mg|IU)", text)
        assert found, text
        return float(found[1].replace(",", ""))

    def values(self) -> tuple[float, float, float]:
        return self.value("water"), self.value("magnesium"), self.value("vitamin D")

    def smaller_value(self, label: str) -> float:
        """Return the number of one of the smaller figures, such as Fiber."""
        text = self.page.locator(".hm.few details", has_text=label).locator(".v").inner_text()
        return float(re.sub(r"[^\d.]", "", text))

    def tap_water(self, label: str) -> None:
        """Tap one of the water buttons and wait for its confirmation."""
        before = self.meter("water").locator(".v").inner_text()
        self.page.get_by_role("button", name=label).click()
        expect(self.meter("water").locator(".v")).not_to_have_text(before)

    def pick(self, text: str, name: str) -> None:
        """Type a text into the search field and pick the food of that name."""
        self.search_field.fill(text)
        self.page.get_by_role("button", name=name, exact=True).click()
        expect(self.amount_field).to_be_visible()

    def add(self, text: str, name: str, amount: str) -> None:
        """Add a food; amount as typed, or empty for what is proposed."""
        self.pick(text, name)
        if amount:
            self.amount_field.fill(amount)
        self.page.get_by_role("button", name="Save").click()
        expect(self.confirmation).to_contain_text(name)
        expect(self.search_field).to_have_count(1)
        expect(self.search_field).to_have_value("")

    def row(self, text: str) -> Locator:
        """Return the row of an entry whose line contains a text."""
        return self.page.get_by_test_id("stExpander").filter(has_text=text)

    def open_row(self, text: str) -> Locator:
        """Open the row of an entry; return it with its fields."""
        row = self.row(text)
        # A row that was just saved closes a moment after the confirmation.
        expect(row.get_by_label("Amount")).to_have_count(0)
        row.locator("summary").click()
        expect(row.get_by_label("Amount")).to_be_visible()
        return row

    def undo(self) -> None:
        """Press Undo and wait until it is confirmed, in other words than what was done before."""
        before = self.confirmation.inner_text()
        self.page.get_by_role("button", name="Undo").click()
        expect(self.confirmation).not_to_have_text(before)
        expect(self.confirmation).to_contain_text("Undone")

    def reload(self) -> None:
        self.page.reload()
        settle(self.page)
