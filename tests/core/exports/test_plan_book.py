"""The workbook opens anywhere: texts stay texts, numbers are numbers, and all have a source."""

import io
import zipfile

import fastexcel
import pandas as pd
import pytest

from core.exports import plan_book, plan_table
from core.exports.dossier import SAMPLE
from tests.core.exports.dossiers import creator, dossier, lines

NAMES = ["=HYPERLINK(A1)", "+1", "-1", "@SUM(A1)", "\t=1", "n" * 500, "名前 Łucja"]


def test_each_table_has_a_sheet_of_its_own() -> None:
    book = fastexcel.read_excel(plan_book.xlsx(dossier()))
    assert book.sheet_names == ["Summary", "Plan", "Creators", "Odds", "Sources"]
    plan = book.load_sheet("Plan").to_pandas()
    assert plan["Price (EUR)"].tolist() == [120.0, 120.0]
    assert plan["Engagements to"].tolist() == [800.0, 800.0]
    creators = book.load_sheet("Creators").to_pandas()
    assert creators["Followers"].tolist() == [4200.0, 4200.0]
    assert creators["Real audience"].isna().all()
    sources = book.load_sheet("Sources").to_pandas()
    assert sources["Kind"].tolist() == ["Brought in", "Published"]
    assert sources["As of"].iloc[0] == "20 Nov 2026"


def test_a_csv_says_when_from_what_and_that_it_is_a_sample() -> None:
    people = (creator("zoe"), creator("bo"))
    rows = lines(people).assign(price_source=["asked", "IMH_TABLE"], value_low=300.123456)
    text = plan_table.csv(dossier(people, lines=rows, sample=True)).decode("utf-8-sig")
    table = pd.read_csv(io.StringIO(text))
    assert table["Platform"].tolist() == ["Instagram"] * 2
    assert table["Price source"].iloc[0] == "asked"
    assert table["Price source"].iloc[1].startswith("How Much Do Influencers Cost?")
    assert table["Engagements from"].tolist() == [300.12] * 2
    assert table["Engagements sources"].str.startswith("Multimodal Post Attentive").all()
    assert set(table["As of"]) == {"20 Nov 2026"}
    assert set(table["Made with"]) == {"Microscope 0.1.0"}
    assert set(table["Mind"]) == {SAMPLE}


@pytest.mark.parametrize("name", NAMES)
def test_no_name_becomes_a_formula_or_is_changed(name: str) -> None:
    content = plan_book.xlsx(dossier((creator("zoe", name=name),)))
    told = fastexcel.read_excel(content).load_sheet("Creators").to_pandas()
    assert told["Name"].tolist() == [name]
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        sheets = [part for part in parts.namelist() if part.startswith("xl/worksheets/sheet")]
        assert not any(b"<f>" in parts.read(part) for part in sheets)


def test_it_says_when_and_from_what() -> None:
    content = plan_book.xlsx(dossier(sample=True, hashtags=("#tea",)))
    book = fastexcel.read_excel(content)
    first = book.load_sheet("Summary", header_row=None).to_pandas().iloc[:, 0].dropna().tolist()
    assert "Hashtags: #tea" in first
    assert "Made 25 Nov 2026 from data as of 20 Nov 2026 with Microscope 0.1.0." in first
    for name in book.sheet_names:
        cells = book.load_sheet(name, header_row=None).to_pandas().iloc[:, 0]
        assert SAMPLE in cells.tolist()
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert b"Multimodal Post Attentive" in parts.read("xl/comments1.xml")
