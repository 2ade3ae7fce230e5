"""The made-up diary: its menu reads without a question, and it is the same every time."""

from datetime import UTC, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import time_machine

from tests.conftest import fresh_sqlite
from tracker import demo
from tracker.diary import Diary
from tracker.foods import TAP_WATER_ID, load_foods
from tracker.parse import LineReader
from tracker.search import FoodIndex
from tracker.store import open_store


@pytest.fixture(scope="module")
def reader() -> LineReader:
    table = load_foods()
    return LineReader(table, FoodIndex(table))


def test_every_line_of_the_menu_is_ready_without_a_question(reader: LineReader):
    lines = [line for lines in demo._MENU.values() for line in lines]
    asked = [(item.text, item.reason) for line in lines for item in reader.read(line) if item.status != "ready"]
    assert asked == []


@time_machine.travel(datetime(2026, 11, 22, 18, 30, tzinfo=UTC), tick=False)
def test_the_same_day_gives_the_same_diary_of_twelve_weeks_and_nothing_in_the_future(
    reader: LineReader, tmp_path: Path
):
    filled = []
    for _ in range(2):
        store = open_store(fresh_sqlite(tmp_path))
        diary = Diary(store, ZoneInfo("UTC"))
        demo.fill_with_demo(diary, load_foods(), reader)
        entries = diary.entries(datetime(2026, 8, 1, tzinfo=UTC).date(), datetime(2027, 1, 1, tzinfo=UTC).date())
        filled.append(sorted((entry.at, entry.name, entry.amount, entry.measure) for entry in entries))
        store.close()
    assert filled[0] == filled[1]
    assert filled[0][0][0].date().isoformat() >= "2026-08-30"
    assert max(at for at, *_ in filled[0]) <= datetime(2026, 11, 22, 18, 30, tzinfo=UTC)
    assert len({at.date() for at, *_ in filled[0]}) > 70


@pytest.mark.parametrize("now", ["2026-11-22T04:01", "2026-11-22T07:30", "2026-11-22T12:00", "2026-11-23T03:59"])
def test_today_has_breakfast_and_a_glass_of_water_whatever_the_hour(reader: LineReader, tmp_path: Path, now: str):
    moment = datetime.fromisoformat(now).replace(tzinfo=UTC)
    with time_machine.travel(moment, tick=False):
        store = open_store(fresh_sqlite(tmp_path))
        diary = Diary(store, ZoneInfo("UTC"))
        demo.fill_with_demo(diary, load_foods(), reader)
        today = diary.day(diary.today()).entries
        store.close()
    assert [entry for entry in today if entry.meal == "breakfast" and entry.food_id != TAP_WATER_ID]
    assert [entry for entry in today if entry.food_id == TAP_WATER_ID]
    assert max(entry.at for entry in today) <= moment
    breakfast_at = {entry.at.time() for entry in today if entry.meal == "breakfast" and entry.food_id != TAP_WATER_ID}
    assert breakfast_at == {min(moment.time(), time(8)) if moment.day == 22 else time(8)}
