"""What one piece of work costs: asked prices and published rate cards, for plans and for scores."""

from core.prices.asked import ASKED, OURS, OWN_DEALS, price, unpriced
from core.prices.one_piece import one_piece
from core.prices.past import paid
from core.prices.quoted import quoted
from core.prices.rate_cards import DEFAULT, Card, card, cards, check_rate

__all__ = [
    "ASKED",
    "DEFAULT",
    "OURS",
    "OWN_DEALS",
    "Card",
    "card",
    "cards",
    "check_rate",
    "one_piece",
    "paid",
    "price",
    "quoted",
    "unpriced",
]
