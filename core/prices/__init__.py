"""What one piece of work costs: asked prices and published rate cards, for plans and for scores."""

from core.prices.asked import ASKED, OURS, OWN_DEALS, price, unpriced
from core.prices.exchange import Exchange, Rates, check_rate
from core.prices.one_piece import one_piece
from core.prices.past import paid
from core.prices.quoted import quoted
from core.prices.rate_cards import DEFAULT, Card, card, cards
from core.prices.unrated import Unrated, needed, unrated

__all__ = [
    "ASKED",
    "DEFAULT",
    "OURS",
    "OWN_DEALS",
    "Card",
    "Exchange",
    "Rates",
    "Unrated",
    "card",
    "cards",
    "check_rate",
    "needed",
    "one_piece",
    "paid",
    "price",
    "quoted",
    "unpriced",
    "unrated",
]
