"""The tables as the code sees them; how they came about is in migrations/. A test holds the two against each other.

All types keep the same value on SQLite and PostgreSQL: floats are doubles, days are dates, moments and JSON are text.
"""

from datetime import datetime

from sqlalchemy import Column, Date, Double, Index, Integer, MetaData, Table, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

from tracker.nutrients import DIARY_KEYS, NUTRIENTS
from tracker.supplement import SUPPLEMENT_KEYS


class Moment(TypeDecorator[datetime]):
    """A datetime with time zone, kept as ISO 8601 text with its offset.

    Neither database keeps the offset of a timestamp, and lunch at 13:00 abroad is lunch at 13:00. Text of different
    offsets does not sort by time, so rows are sorted after reading.
    """

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """Return the text that is stored; raise ValueError for a datetime without time zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        return value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        """Return the stored moment with a fixed offset."""
        return None if value is None else datetime.fromisoformat(value)


metadata = MetaData()

person = Table(
    "person",
    metadata,
    Column("person_id", Text, primary_key=True),
    Column("settings", Text, nullable=False),
    Column("updated_at", Moment, nullable=False),
)

entry = Table(
    "entry",
    metadata,
    Column("person_id", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("day", Date, nullable=False),
    Column("at", Moment, nullable=False),
    Column("meal", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("batch_id", Text),
    Column("food_id", Text),
    Column("name", Text, nullable=False),
    Column("amount", Double, nullable=False),
    Column("measure", Text, nullable=False),
    Column("grams", Double),
    *(Column(key, Double) for key in DIARY_KEYS),
    Column("version", Integer, nullable=False),
    Column("updated_at", Moment, nullable=False),
    Index("entry_person_id_day", "person_id", "day"),
    Index("entry_person_id_food_id_day", "person_id", "food_id", "day"),
)

target = Table(
    "target",
    metadata,
    Column("person_id", Text, primary_key=True),
    Column("valid_from", Date, primary_key=True),
    Column("numbers", Text, nullable=False),
    Column("updated_at", Moment, nullable=False),
    Column("version", Integer, nullable=False, server_default="1"),
)

# Amounts per 100 g.
own_food = Table(
    "own_food",
    metadata,
    Column("person_id", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("food_group", Text, nullable=False),
    *(Column(key, Double) for key in NUTRIENTS),
    Column("version", Integer, nullable=False),
    Column("updated_at", Moment, nullable=False),
)

own_portion = Table(
    "own_portion",
    metadata,
    Column("person_id", Text, primary_key=True),
    Column("food_id", Text, primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("measure", Text, nullable=False),
    Column("amount", Double, nullable=False),
    Column("grams", Double, nullable=False),
)

starred_food = Table(
    "starred_food",
    metadata,
    Column("person_id", Text, primary_key=True),
    Column("food_id", Text, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("updated_at", Moment, nullable=False),
)

saved_meal = Table(
    "saved_meal",
    metadata,
    Column("person_id", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("updated_at", Moment, nullable=False),
)

# Amounts of the whole part, as in an entry.
saved_meal_part = Table(
    "saved_meal_part",
    metadata,
    Column("person_id", Text, primary_key=True),
    Column("meal_id", Text, primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("kind", Text, nullable=False),
    Column("food_id", Text),
    Column("name", Text, nullable=False),
    Column("amount", Double, nullable=False),
    Column("measure", Text, nullable=False),
    Column("grams", Double),
    *(Column(key, Double) for key in DIARY_KEYS),
)

# Amounts of one pill or dose, as its label states them.
supplement = Table(
    "supplement",
    metadata,
    Column("person_id", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("measure", Text, nullable=False),
    Column("a_day", Integer, nullable=False),
    Column("since", Date, nullable=False),
    *(Column(key, Double) for key in SUPPLEMENT_KEYS),
    Column("version", Integer, nullable=False),
    Column("updated_at", Moment, nullable=False),
)

# What happened beside what was had: loose stools.
event = Table(
    "event",
    metadata,
    Column("person_id", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("day", Date, nullable=False),
    Column("at", Moment, nullable=False),
    Column("kind", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("updated_at", Moment, nullable=False),
    Index("event_person_id_day", "person_id", "day"),
)

# Notes that were closed: for a day, or for good where it is null.
dismissed_note = Table(
    "dismissed_note",
    metadata,
    Column("person_id", Text, primary_key=True),
    Column("note_id", Text, primary_key=True),
    Column("day", Date),
    Column("version", Integer, nullable=False),
    Column("updated_at", Moment, nullable=False),
)

# How the person marked a day: complete, partial, not tracked.
day_mark = Table(
    "day_mark",
    metadata,
    Column("person_id", Text, primary_key=True),
    Column("day", Date, primary_key=True),
    Column("mark", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("updated_at", Moment, nullable=False),
)

# What a day was like: activity, and heat (1 for a hot day).
day_condition = Table(
    "day_condition",
    metadata,
    Column("person_id", Text, primary_key=True),
    Column("day", Date, primary_key=True),
    Column("activity_minutes", Integer, nullable=False),
    Column("intensity", Text, nullable=False),
    Column("is_hot", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    Column("updated_at", Moment, nullable=False),
)
