"""A person's supplements, what happened on a day, and the notes they closed."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make three tables; those that are there stay as they are."""
    op.create_table(
        "supplement",
        sa.Column("person_id", sa.Text, primary_key=True),
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("measure", sa.Text, nullable=False),
        sa.Column("a_day", sa.Integer, nullable=False),
        sa.Column("since", sa.Date, nullable=False),
        sa.Column("magnesium_mg", sa.Double),
        sa.Column("vitamin_d_ug", sa.Double),
        sa.Column("calcium_mg", sa.Double),
        sa.Column("potassium_mg", sa.Double),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("updated_at", sa.Text, nullable=False),
    )
    op.create_table(
        "event",
        sa.Column("person_id", sa.Text, primary_key=True),
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("updated_at", sa.Text, nullable=False),
    )
    op.create_index("event_person_id_day", "event", ["person_id", "day"])
    op.create_table(
        "dismissed_note",
        sa.Column("person_id", sa.Text, primary_key=True),
        sa.Column("note_id", sa.Text, primary_key=True),
        sa.Column("day", sa.Date),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("updated_at", sa.Text, nullable=False),
    )
