"""Files that clients were given, what they answered, and the brand's hue and logo in them."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the client files, their decisions and the look of the brand."""
    op.create_table(
        "client_file",
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("creators", sa.JSON(), nullable=False),
        sa.Column("sample", sa.Boolean(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_client_file"),
    )
    op.create_table(
        "decision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("creator", sa.String(), nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("comment", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("sample", sa.Boolean(), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_decision"),
        sa.ForeignKeyConstraint(
            ["number"],
            ["client_file.number"],
            name="fk_decision_number_client_file",
            ondelete="CASCADE",
        ),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_decision_number", "decision", ["number"])
    with op.batch_alter_table("workspace") as table:
        table.add_column(sa.Column("colour", sa.String(), nullable=False, server_default=""))
        table.add_column(sa.Column("logo", sa.LargeBinary(), nullable=True))


def downgrade() -> None:
    """Removes them."""
    with op.batch_alter_table("workspace") as table:
        table.drop_column("logo")
        table.drop_column("colour")
    op.drop_table("decision")
    op.drop_table("client_file")
