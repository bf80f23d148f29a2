"""Look-ups: runs, their rows, the answers paid for, and what was used each day."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the four tables of the journal."""
    op.create_table(
        "lookup",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("asked", sa.JSON(), nullable=False),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("stop_asked", sa.Boolean(), nullable=False),
        sa.Column("holder", sa.String(), nullable=True),
        sa.Column("held_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_lookup"),
        sa.UniqueConstraint("id", name="uq_lookup_id"),
    )
    op.create_table(
        "lookup_row",
        sa.Column("lookup_id", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("chunk", sa.Integer(), nullable=False),
        sa.Column("platform", sa.String(), nullable=False),
        sa.Column("handle", sa.String(), nullable=False),
        sa.Column("found_via", sa.String(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("detail", sa.String(), nullable=True),
        sa.Column("until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("tried_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("payload", sa.LargeBinary(), nullable=True),
        sa.Column("kept", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("lookup_id", "number", name="pk_lookup_row"),
        sa.ForeignKeyConstraint(
            ["lookup_id"], ["lookup.id"], ondelete="CASCADE", name="fk_lookup_row_lookup_id"
        ),
    )
    op.create_table(
        "lookup_answer",
        sa.Column("lookup_id", sa.String(), nullable=False),
        sa.Column("chunk", sa.Integer(), nullable=False),
        sa.Column("call", sa.String(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("lookup_id", "chunk", "call", name="pk_lookup_answer"),
        sa.ForeignKeyConstraint(
            ["lookup_id"], ["lookup.id"], ondelete="CASCADE", name="fk_lookup_answer_lookup_id"
        ),
    )
    op.create_table(
        "lookup_use",
        sa.Column("day", sa.String(), nullable=False),
        sa.Column("platform", sa.String(), nullable=False),
        sa.Column("calls", sa.Integer(), nullable=False),
        sa.Column("units", sa.Float(), nullable=False),
        sa.Column("dollars", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("day", "platform", name="pk_lookup_use"),
    )


def downgrade() -> None:
    """Removes them."""
    for table in ("lookup_use", "lookup_answer", "lookup_row", "lookup"):
        op.drop_table(table)
