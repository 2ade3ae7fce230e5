"""A person's supplements on both databases: listed, changed, taken, and each verb taken back."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine

from tests.builders import an_entry
from tracker.again import supplements
from tracker.again.gone import GoneError
from tracker.again.habits import foods_of
from tracker.again.meals import save
from tracker.again.offers import offers
from tracker.changes import contents
from tracker.diary import Diary
from tracker.errors import NeedsConfirmationError, RefusedError
from tracker.foods import FoodTable
from tracker.overlay import Foods
from tracker.store import StaleEntryError, Store
from tracker.supplement import Supplement, supplement

BERLIN = ZoneInfo("Europe/Berlin")
TODAY = date(2026, 11, 22)
YESTERDAY = TODAY - timedelta(days=1)
NOW = datetime(2026, 11, 22, 8, 0, 3, 500, tzinfo=UTC)
ODD = "<b>O'Brien</b>'s \"½\" $x$; DROP TABLE supplement;-- 💊"


@pytest.fixture(autouse=True)
def clock() -> Iterator[Any]:
    """Stand still on the morning of Sunday, 22 November 2026."""
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture
def diary(store: Store) -> Diary:
    return Diary(store, BERLIN)


def a_pill(name: str = "Magnesium citrate", **changes: Any) -> Supplement:
    usual: dict[str, Any] = {"amounts": {"magnesium_mg": 100.0}, "since": TODAY}
    return supplement(name, **(usual | changes))


def added(diary: Diary, name: str = "Magnesium citrate", **changes: Any) -> Supplement:
    supplements.add(diary, a_pill(name, **changes))
    return next(pill for pill in supplements.supplements(diary) if pill.name == name)


def state(diary: Diary) -> dict[Any, Any]:
    entries = diary.entries(date(2, 1, 1), date(9999, 1, 1))
    return contents((*entries, *supplements.supplements(diary)))


def test_a_supplement_comes_back_as_it_was_saved(diary: Diary) -> None:
    pill = a_pill(ODD, amounts={"vitamin_d_ug": 1 / 3, "calcium_mg": 0.0}, measure="drop", a_day=3)
    change = supplements.add(diary, pill)
    (saved,) = supplements.supplements(diary)
    assert saved == change.kept_after[0] == replace(pill, updated_at=NOW)
    assert saved.amounts == {"magnesium_mg": None, "vitamin_d_ug": 1 / 3, "calcium_mg": 0.0, "potassium_mg": None}
    assert supplements.supplements(Diary(diary.store, BERLIN, "somebody else")) == ()


def test_they_are_listed_by_name_and_a_name_stands_once(diary: Diary) -> None:
    for name in ("b", "C", "a"):
        added(diary, name)
    found = supplements.supplements(diary)
    assert [pill.name for pill in found] == ["a", "b", "C"]
    with pytest.raises(RefusedError, match="already have a supplement called A"):
        supplements.add(diary, a_pill("A"))
    with pytest.raises(RefusedError, match="already have"):
        supplements.edit(diary, replace(found[2], name=" B "))


def test_every_verb_can_be_taken_back_and_done_again(diary: Diary) -> None:
    states = [state(diary)]
    changes = [supplements.add(diary, a_pill())]
    states.append(state(diary))
    (pill,) = supplements.supplements(diary)
    changes.append(supplements.took(diary, pill, day=TODAY, meal="breakfast"))
    states.append(state(diary))
    changes.append(supplements.edit(diary, replace(pill, name="Other", amounts={"magnesium_mg": 50.0}, a_day=2)))
    states.append(state(diary))
    (pill,) = supplements.supplements(diary)
    assert (pill.name, pill.a_day, pill.version) == ("Other", 2, 2)
    changes.append(supplements.delete(diary, pill))
    assert supplements.supplements(diary) == ()
    taken_back = None
    for change, before in zip(reversed(changes), reversed(states), strict=True):
        taken_back = diary.undo(change if taken_back is None else change.renewed(taken_back))
        assert state(diary) == before
    assert state(diary) == {}


def test_another_window_is_not_overwritten(diary: Diary) -> None:
    pill = added(diary)
    supplements.edit(diary, replace(pill, name="Newer"))
    for verb in (supplements.edit, supplements.delete):
        with pytest.raises(StaleEntryError, match="This supplement was changed"):
            verb(diary, pill)
    (there,) = supplements.supplements(diary)
    supplements.delete(diary, there)
    with pytest.raises(StaleEntryError):
        supplements.edit(diary, there)


def test_an_unlikely_dose_is_asked_about_once_and_then_taken_freely(diary: Diary) -> None:
    weekly = a_pill("D3", amounts={"vitamin_d_ug": 1250.0}, a_day=0)
    with pytest.raises(NeedsConfirmationError, match="D3: 1,250 µg vitamin D is a lot"):
        supplements.add(diary, weekly)
    supplements.add(diary, weekly, sure=True)
    (pill,) = supplements.supplements(diary)
    supplements.edit(diary, replace(pill, name="D3 weekly"))
    (pill,) = supplements.supplements(diary)
    with pytest.raises(NeedsConfirmationError):
        supplements.edit(diary, replace(pill, amounts={"vitamin_d_ug": 2500.0}))
    supplements.took(diary, pill, day=TODAY, meal="breakfast")
    assert diary.day(TODAY).totals["vitamin_d_ug"].amount == 1250


def test_taking_it_copies_the_dose_which_stays_whatever_becomes_of_it(diary: Diary) -> None:
    pill = added(diary, measure="tablet")
    (entry,) = supplements.took(diary, pill, day=TODAY, meal="breakfast").after
    assert (entry.kind, entry.source, entry.name, entry.amount, entry.measure) == (
        "supplement",
        "tap",
        "Magnesium citrate",
        1,
        "tablet",
    )
    assert (entry.at, entry.meal, entry.food_id, entry.grams) == (NOW, "breakfast", pill.id, None)
    assert (entry.magnesium_mg, entry.vitamin_d_ug, entry.energy_kcal) == (100, None, None)
    supplements.edit(diary, replace(pill, amounts={"magnesium_mg": 999.0}, name="New"))
    supplements.took(diary, pill, day=TODAY, meal="breakfast")  # as it is now, not as the page knew it
    supplements.delete(diary, supplements.supplements(diary)[0])
    assert [entry.magnesium_mg for entry in diary.day(TODAY).entries] in ([100, 999], [999, 100])


def test_taken_several_times_food_and_supplement_are_told_apart_and_what_it_does_not_say_is_no_at_least(
    diary: Diary,
) -> None:
    pill = added(diary)
    diary.log([an_entry(day=TODAY, magnesium_mg=80.0, vitamin_d_ug=2.0, energy_kcal=100.0)])
    for _ in range(3):
        supplements.took(diary, pill, day=TODAY, meal="snack")
    magnesium, vitamin_d = (diary.day(TODAY).totals[key] for key in ("magnesium_mg", "vitamin_d_ug"))
    assert (magnesium.amount, magnesium.food, magnesium.supplement) == (380, 80, 300)
    assert (vitamin_d.amount, vitamin_d.supplement, vitamin_d.at_least, vitamin_d.known_share) == (2, None, False, 1)


def test_one_deleted_meanwhile_is_not_taken(diary: Diary) -> None:
    pill = added(diary)
    supplements.delete(diary, pill)
    with pytest.raises(GoneError, match="Magnesium citrate was deleted in another window"):
        supplements.took(diary, pill, day=TODAY, meal="breakfast")
    assert diary.is_empty()


def test_a_day_far_away_is_asked_about(diary: Diary) -> None:
    pill = added(diary)
    for day in (TODAY + timedelta(days=1), TODAY - timedelta(days=400)):
        with pytest.raises(NeedsConfirmationError, match="Log it there"):
            supplements.took(diary, pill, day=day, meal="lunch")
        supplements.took(diary, pill, day=day, meal="lunch", sure=True)
    supplements.took(diary, pill, day=YESTERDAY, meal="lunch")


def test_a_month_counts_what_was_taken_of_this_supplement_alone(diary: Diary) -> None:
    pill = added(diary, since=date(2026, 11, 1), a_day=2)
    other = added(diary, "Other")
    supplements.took(diary, pill, 2, day=YESTERDAY, meal="lunch")
    supplements.took(diary, pill, day=TODAY - timedelta(days=2), meal="lunch")
    supplements.took(diary, pill, day=TODAY - timedelta(days=2), meal="dinner")
    supplements.took(diary, pill, day=date(2026, 10, 31), meal="lunch")
    supplements.took(diary, other, day=TODAY - timedelta(days=3), meal="lunch")
    copied = diary.entries(YESTERDAY, TODAY)
    diary.copy(copied, date(2026, 11, 5))
    month = supplements.month_of(diary, pill, TODAY)
    assert {day.day.day: day.taken for day in month.days if day.taken} == {5: 2, 20: 2, 21: 2}
    assert (month.count("taken"), month.count("missed"), month.count("open")) == (3, 18, 1)
    assert supplements.month_of(diary, pill, date(2026, 10, 9)).taken == 1


def test_renaming_keeps_the_month(diary: Diary) -> None:
    pill = added(diary)
    supplements.took(diary, pill, day=TODAY, meal="lunch")
    supplements.edit(diary, replace(pill, name="Other"))
    assert supplements.month_of(diary, supplements.supplements(diary)[0], TODAY).taken == 1


def test_the_line_of_a_person_knows_their_supplements(diary: Diary) -> None:
    pill = added(diary, "Evening magnesium")
    (item,) = foods_of(diary, Foods.of(FoodTable({}))).reader.read("2 magnesium pills")
    assert (item.status, item.supplement_id, item.amount) == ("ready", pill.id, 2)


def test_a_supplement_in_a_saved_meal_does_not_make_it_unusual_or_usual(diary: Diary) -> None:
    pill = added(diary)
    food = diary.log([an_entry(day=TODAY, meal="breakfast")]).after[0]
    (dose,) = supplements.took(diary, pill, day=TODAY, meal="breakfast").after
    save(diary, "z usual with a pill", [food, dose])
    save(diary, "a pill alone", [dose])
    offered = offers(diary, FoodTable({}), TODAY, "breakfast", most_foods=8, most_meals=8)
    assert [meal.name for meal in offered.meals] == ["z usual with a pill", "a pill alone"]
