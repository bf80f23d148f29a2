"""Workspace: the brand, the scales in use, and the data with its deletion."""

import streamlit as st

from pages.parts import frame

frame.enter()

from core import figures
from core.locale import LOCALES, currencies
from core.scoring import DEFINITIONS
from pages.parts import benchmark as benchmarks
from pages.parts import cached, emphasis, erasing, heading, look, number, rates, remembered
from pages.parts import uploads

store = cached.the_store()
workspace = store.workspace()
heading.draw("Workspace", "What Microscope knows about you, and the scales it measures with.")

brand, scales, networks, data = st.tabs(
    ["Brand", "Scales", "Networks", "Data"],
    key="workspace_tab",
    bind="query-params",
    on_change="rerun",
)
with brand, st.form("workspace_brand", border=False):  # drawn always: what is typed must not go
    changes = {
        "brand": st.text_input("Brand", workspace.brand),
        "values": st.text_area("What the brand stands for", workspace.values),
        "topics": st.text_area("Topics its customers talk about", workspace.topics),
        "deal_breakers": st.text_area(
            "Deal-breakers: words and competitors", workspace.deal_breakers
        ),
        "blocked": st.text_area(
            "Names and sites you do not want to stand beside",
            workspace.blocked,
            help="Handles, shops or web addresses, parted by commas. A post that names one is"
            " shown for a look.",
        ),
    }
    if st.form_submit_button("Save", type=emphasis.main()):
        store.change_workspace(**changes)
        st.toast("Saved.", icon=":material/check:")
if brand.open:
    with brand:
        look.draw(workspace)
if scales.open:
    with scales, st.form("workspace_scales", border=False):
        schemes = figures.schemes()
        sets = {one.key: one.label for one in figures.benchmark_sets()}
        codes = sorted(currencies())
        chosen = {
            "tier_scheme": st.selectbox(
                "Sizes",
                list(schemes),
                index=list(schemes).index(workspace.tier_scheme),
                format_func=schemes.__getitem__,
            ),
            "benchmark": st.selectbox(
                "Published engagement benchmark",
                list(sets),
                index=list(sets).index(workspace.benchmark),
                format_func=sets.__getitem__,
            ),
            "definition": st.selectbox(
                "Reactions divided by",
                list(DEFINITIONS),
                index=list(DEFINITIONS).index(workspace.definition),
                format_func=DEFINITIONS.__getitem__,
            ),
            "saves": st.toggle("Saves and shares are reactions too", workspace.saves),
            "currency": st.selectbox("Currency", codes, index=codes.index(workspace.currency)),
            "locale": st.selectbox(
                "Numbers and dates written as in",
                list(LOCALES),
                index=list(LOCALES).index(workspace.locale),
                format_func=LOCALES.__getitem__,
            ),
        }
        if st.form_submit_button("Save", type=emphasis.main()):
            benchmarks.move(str(chosen.pop("benchmark")))
            store.change_workspace(**chosen)
            st.toast("Saved.", icon=":material/check:")
    with scales:
        rates.draw()
        rates.kept()
        benchmarks.say()
        number.sources(tuple(figures.tiers(workspace.tier_scheme)["source_id"].unique()))
if networks.open:
    from pages.parts.lookup import keys

    with networks:
        keys.draw()
if data.open:
    with data:
        uploads.draw()
        remembered.draw()
        st.subheader("Erase everything", anchor=False)
        st.markdown(
            "Removes every file, shortlist, note, plan and whatever is remembered from this"
            " computer's database. It cannot be undone."
        )
        erasing.draw()
