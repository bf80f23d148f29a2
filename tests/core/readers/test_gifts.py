"""Lists that say who works for the product and no fee."""

import pytest

from core.readers import read

LISTS = {
    "in the place of a price": (
        "handle,followers,price (USD)\nann,900,gifted\nben,800,0 (product only)\ncid,700,120\n"
        "dee,600,nur Produkt\neve,500,\n",
        [True, True, None, True, None],
        [None, None, 120, None, None],
    ),
    "yes and no": (
        "handle,followers,product only\nann,900,yes\nben,800,no\ncid,700,\ndee,600,x\neve,500,?\n",
        [True, False, None, True, None],
        [None] * 5,
    ),
    "the kind of pay": (
        "handle,followers,payment type\nann,900,Gifted\nben,800,Paid\ncid,700,paid + gifted\n"
        "dee,600,in exchange for product\neve,500,affiliate\n",
        [True, False, False, True, None],
        [None] * 5,
    ),
    "a price of 0 with a note": (
        "handle,followers,price,notes\nann,900,0,product only please\nben,800,0,\n"
        "cid,700,80,gifted last year\ndee,600,0,asks for a fee\neve,500,,gifted last year\n",
        [True, None, None, None, None],
        [0, 0, 80, 0, None],
    ),
}


@pytest.mark.parametrize("name", LISTS)
def test_who_gets_the_product_and_no_fee(name: str) -> None:
    text, gifts, prices = LISTS[name]
    made = read("list.csv", text.encode())
    accounts = made.tables["accounts"].astype(object)
    assert accounts["gift_only"].where(accounts["gift_only"].notna(), None).tolist() == gifts
    assert accounts["price"].where(accounts["price"].notna(), None).tolist() == prices
    assert made.problems.empty
    people = "1 person that they get" if gifts.count(True) == 1 else "people that they get"
    assert any(people in note and "product and no fee" in note for note in made.notes)
