"""The table of creators."""

import json


def test_each_column_says_how_wide_it_is_so_that_no_browser_measures_every_cell(open_shop) -> None:
    table = open_shop("creators").dataframe[0]
    told = json.loads(table.proto.columns)
    widths = {name: told[name]["width"] for name in table.value}
    letters = int(table.value["handle"].str.len().max())
    assert 6 * letters < widths["handle"] < 10 * letters
    assert all(75 <= width <= 300 for width in widths.values() if width != "small")
