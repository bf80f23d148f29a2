"""Rates of exchange for every currency that somebody named one for; 1 to 1 is no rate any more."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

_ROWS = sa.table(
    "workspace",
    sa.column("kind", sa.String),
    sa.column("currency", sa.String),
    sa.column("rate_per_usd", sa.Float),
    sa.column("rates", sa.JSON),
)


def upgrade() -> None:
    """Keeps the rate of the own currency where one was typed: 1.0 was there from the start."""
    with op.batch_alter_table("workspace") as table:
        table.add_column(sa.Column("rates", sa.JSON(), nullable=False, server_default="{}"))
    bind = op.get_bind()
    for row in bind.execute(sa.select(_ROWS)).all():
        if row.currency != "USD" and row.rate_per_usd != 1.0:
            told = {row.currency: row.rate_per_usd}
            bind.execute(_ROWS.update().where(_ROWS.c.kind == row.kind).values(rates=told))
    with op.batch_alter_table("workspace") as table:
        table.drop_column("rate_per_usd")


def downgrade() -> None:
    """Goes back to one rate, that of the own currency."""
    with op.batch_alter_table("workspace") as table:
        table.add_column(
            sa.Column("rate_per_usd", sa.Float(), nullable=False, server_default="1.0")
        )
    bind = op.get_bind()
    for row in bind.execute(sa.select(_ROWS)).all():
        rate = (row.rates or {}).get(row.currency, 1.0)
        bind.execute(_ROWS.update().where(_ROWS.c.kind == row.kind).values(rate_per_usd=rate))
    with op.batch_alter_table("workspace") as table:
        table.drop_column("rates")
