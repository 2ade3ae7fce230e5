"""An index by food, so that "when did I last have it" and "what did I ever have" do not read the whole diary."""

from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Make the index; no row changes."""
    op.create_index("entry_person_id_food_id_day", "entry", ["person_id", "food_id", "day"])
