"""What a page keeps of its work: seen again while nothing changed, never once something did."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
import time_machine
from streamlit.testing.v1 import AppTest

from tests.builders import an_entry
from tracker.diary import Diary, Settings
from tracker.units import Units

NewApp = Callable[..., AppTest]
WEEK = {"week": "2026-W47", "against": "2026-W46", "nutrient": "magnesium_mg"}
LONG = {"view": "long", "weeks": "12", "nutrient": "magnesium_mg"}


@pytest.fixture(autouse=True)
def _sunday() -> object:
    with time_machine.travel("2026-11-22T12:00:00+00:00", tick=True):
        yield


def shown(app: AppTest) -> str:
    assert not app.exception
    return " ".join(str(element.proto.body) for element in app.get("html"))


def weeks(new_app: NewApp, parameters: dict[str, str]) -> AppTest:
    return new_app(**parameters).switch_page("pages/weeks.py").run()


@pytest.mark.parametrize("parameters", [WEEK, LONG], ids=["two weeks", "longer"])
def test_a_page_that_was_kept_follows_what_another_program_changes(
    parameters: dict[str, str], new_app: NewApp, diary: Diary
) -> None:
    change = diary.log([an_entry(day=date(2026, 11, 20), magnesium_mg=157.0, energy_kcal=41.0)])
    app = weeks(new_app, parameters)
    assert "157 mg" in shown(app)
    diary.log([an_entry(day=date(2026, 11, 20), magnesium_mg=100.0, energy_kcal=41.0)])
    assert "257 mg" in shown(app.run())
    diary.undo(change)
    again = shown(app.run())
    assert "257 mg" not in again
    assert "100 mg" in again


@pytest.mark.parametrize("page", ["pages/today.py", "pages/weeks.py"])
def test_a_page_that_was_kept_follows_a_change_made_by_sql(page: str, new_app: NewApp, diary: Diary) -> None:
    diary.log([an_entry(day=date(2026, 11, 22), kind="drink", name="Water", water_g=250.0, magnesium_mg=1.0)])
    app = new_app().switch_page(page).run()
    before = shown(app)
    with diary.store.writing() as connection:
        connection.exec_driver_sql("UPDATE entry SET water_g = 777")
    after = shown(app.run())
    assert "777 mL" not in before
    assert "777 mL" in after


def test_a_page_that_was_kept_follows_another_unit(new_app: NewApp, diary: Diary) -> None:
    diary.log([an_entry(day=date(2026, 11, 20), vitamin_d_ug=5.0, energy_kcal=41.0)])
    app = weeks(new_app, WEEK | {"nutrient": "vitamin_d_ug"})
    assert "200 IU" in shown(app)
    diary.save_settings(Settings(units=Units(vitamin_d="µg")))
    after = shown(app.run())
    assert "200 IU" not in after.replace("(200 IU)", "")
    assert "5.0 µg" in after


def test_a_page_that_was_kept_follows_the_day(new_app: NewApp, diary: Diary) -> None:
    diary.log([an_entry(day=date(2026, 11, 22), magnesium_mg=157.0, energy_kcal=41.0)])
    app = weeks(new_app, WEEK)
    assert "so far" in shown(app)
    with time_machine.travel("2026-11-23T12:00:00+00:00", tick=True):
        assert "so far" not in shown(app.run())


@pytest.mark.parametrize("parameters", [WEEK, LONG], ids=["two weeks", "longer"])
def test_a_page_of_an_unchanged_diary_is_not_worked_out_again(
    parameters: dict[str, str], new_app: NewApp, diary: Diary, monkeypatch: pytest.MonkeyPatch
) -> None:
    diary.log([an_entry(day=date(2026, 11, 20), magnesium_mg=157.0, energy_kcal=41.0)])
    asked: list[object] = []
    summed = Diary.day_totals

    def counted(self: Diary, *arguments: Any) -> Any:
        asked.append(arguments)
        return summed(self, *arguments)

    monkeypatch.setattr(Diary, "day_totals", counted)
    app = weeks(new_app, parameters)
    first = shown(app)
    once = len(asked)
    assert shown(app.run()) == first
    assert (once, len(asked)) == (1, 1)
