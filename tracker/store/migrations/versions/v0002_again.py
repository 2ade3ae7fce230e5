"""What is logged again: own foods with their portions, starred foods, saved meals with their parts."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make five tables; those that are there stay as they are."""
    op.create_table(
        "own_food",
        sa.Column("person_id", sa.Text, primary_key=True),
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("food_group", sa.Text, nullable=False),
        sa.Column("water_g", sa.Double),
        sa.Column("energy_kcal", sa.Double),
        sa.Column("protein_g", sa.Double),
        sa.Column("fiber_g", sa.Double),
        sa.Column("magnesium_mg", sa.Double),
        sa.Column("vitamin_d_ug", sa.Double),
        sa.Column("calcium_mg", sa.Double),
        sa.Column("potassium_mg", sa.Double),
        sa.Column("sodium_mg", sa.Double),
        sa.Column("alcohol_g", sa.Double),
        sa.Column("caffeine_mg", sa.Double),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("updated_at", sa.Text, nullable=False),
    )
    op.create_table(
        "own_portion",
        sa.Column("person_id", sa.Text, primary_key=True),
        sa.Column("food_id", sa.Text, primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("measure", sa.Text, nullable=False),
        sa.Column("amount", sa.Double, nullable=False),
        sa.Column("grams", sa.Double, nullable=False),
    )
    op.create_table(
        "starred_food",
        sa.Column("person_id", sa.Text, primary_key=True),
        sa.Column("food_id", sa.Text, primary_key=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("updated_at", sa.Text, nullable=False),
    )
    op.create_table(
        "saved_meal",
        sa.Column("person_id", sa.Text, primary_key=True),
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("updated_at", sa.Text, nullable=False),
    )
    op.create_table(
        "saved_meal_part",
        sa.Column("person_id", sa.Text, primary_key=True),
        sa.Column("meal_id", sa.Text, primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("kind", sa.Text, nullable=False),
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
    )
