"""One creator: every number with its passport, the posts behind them, notes."""

from functools import partial

import streamlit as st

from pages.parts import frame

frame.enter()

from core import scoring
from core.scoring import change
from pages.parts import (
    answers,
    cached,
    definition,
    grid,
    heading,
    notes,
    number,
    person,
    prompts,
    shortlist,
    table,
    values,
    vetting,
)
from pages.parts.words import plain

ground = cached.scored_by()
scored = cached.scored(ground)
writing = cached.writing()
wanted = st.query_params.get("creator", "")
about = ground, wanted, writing
found = scored[scored["creator"] == wanted]
if found.empty:
    heading.draw("Creator")
    st.info(
        "Open a creator from the ranking or by a click on a mark in a chart.",
        title=f"“{plain(wanted)}” is not among the creators here"
        if wanted
        else "No creator chosen",
    )
    st.page_link("pages/creators.py", label="To the creators", icon=":material/arrow_back:")
    st.stop()

creator = found.iloc[0]
numbers = scoring.numbers(creator, cached.settings(), writing)
stated = (numbers["standing"], *scoring.headlines.place(creator, writing))
heading.draw(f"@{creator['handle']}", scoring.sentence(creator, writing), stated)
with st.container(horizontal=True, vertical_alignment="center"):
    st.page_link("pages/creators.py", label="All creators", icon=":material/arrow_back:")
    if isinstance(creator["url"], str) and creator["url"].startswith("https://"):
        st.link_button("Open the profile", creator["url"], icon=":material/open_in_new:")
    shortlist.switch(wanted)

held, close = scoring.reasons.capped(creator), scoring.neighbours(creator, writing)
if held:
    st.warning(f"{plain(held)}.", title="A deal-breaker", icon=":material/priority_high:")
if close:
    st.caption(f"Rank {creator['rank']}; {close}.")
plain_numbers = (name for name in numbers if name not in scoring.DIMENSIONS)
number.row(numbers, list(plain_numbers), writing, "creator")
definition.note()
person.draw(wanted, scored, writing)
answers.draw(creator, numbers, writing, about)

brought = cached.rows_of(wanted)
seen, posts = brought["accounts"], brought["posts"]
changed = cached.once(("change", about), partial(change.numbers, seen, writing))
number.row(changed, ("followers_change",), writing, "creator_change")
posts = posts.assign(url=posts["url"].where(posts["url"].str.startswith("https://")))
differences = cached.once(
    ("differences", about),
    partial(scoring.disagreements, seen, writing, cached.file_names()),
)
if differences:
    st.info(
        "\n".join(f"- {plain(sentence)}" for sentence in differences),
        title="The sources differ; the newest value is used",
    )
if len(posts):
    st.subheader(f"Posts brought in: {len(posts)}", anchor=False)
    table.draw(
        posts.sort_values("posted_at", ascending=False)[list(grid.post_columns())],
        means=("likes", "comments", "views"),
        config=grid.post_columns(),
        alt="Posts of this creator",
    )
if len(seen):
    st.subheader("What each source says", anchor=False)
    table.draw(
        seen[list(grid.source_columns())].drop_duplicates(),
        means=("followers", "avg_likes", "avg_comments", "price"),
        config=grid.source_columns(),
        alt="The rows of the sources about this creator",
    )
findings, prompted = cached.vetted(wanted)
vetting.draw(wanted, str(creator["handle"]), findings)
prompts.draw(wanted, prompted)
said = cached.once(("texts", about), partial(scoring.texts, posts, creator))
values.draw(wanted, said, cached.the_store().workspace())
notes.draw(wanted)
