"""The diary: person, entry and target."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the first three tables."""
    op.create_table(
        "person",
        sa.Column("person_id", sa.Text, primary_key=True),
        sa.Column("settings", sa.Text, nullable=False),
        sa.Column("updated_at", sa.Text, nullable=False),
    )
    op.create_table(
        "entry",
        sa.Column("person_id", sa.Text, primary_key=True),
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("meal", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("batch_id", sa.Text),
        sa.Column("food_id", sa.Text),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("amount", sa.Double, nullable=False),
        sa.Column("measure", sa.Text, nullable=False),
        sa.Column("grams", sa.Double),
        sa.Column("water_g", sa.Double),
        sa.Column("energy_kcal", sa.Double),
        sa.Column("fiber_g", sa.Double),
        sa.Column("magnesium_mg", sa.Double),
        sa.Column("vitamin_d_ug", sa.Double),
        sa.Column("calcium_mg", sa.Double),
        sa.Column("potassium_mg", sa.Double),
        sa.Column("sodium_mg", sa.Double),
        sa.Column("alcohol_g", sa.Double),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("updated_at", sa.Text, nullable=False),
    )
    op.create_index("entry_person_id_day", "entry", ["person_id", "day"])
    op.create_table(
        "target",
        sa.Column("person_id", sa.Text, primary_key=True),
        sa.Column("valid_from", sa.Date, primary_key=True),
        sa.Column("numbers", sa.Text, nullable=False),
        sa.Column("updated_at", sa.Text, nullable=False),
    )
