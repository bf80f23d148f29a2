"""The frame around every page: set-up, the sign-in gate, navigation, warm-up. No content."""

from pathlib import Path

import streamlit as st

from pages.parts import emphasis, frame, warm

# file stem = address; title, what a visitor finds there. No icons: a page's icon becomes its
# favicon, and the browser would fetch a Material one from another host.
PAGES = (
    ("home", "Home", "Where to begin, and what to do next"),
    ("bring_in", "Bring in", "Files and handles in; what was understood; undo"),
    ("creators", "Creators", "Who is worth working with, why, and how sure that is"),
    ("engagement", "Engagement", "Your creators beside the published benchmarks"),
    ("audiences", "Audiences", "How audiences grew, and how much they overlap"),
    ("budget", "Budget", "The best plan for a sum of money"),
    ("stories", "Stories", "Published campaigns beside your plan"),
    ("client_file", "Client file", "What the client sees, and the files that leave"),
    ("workspace", "Workspace", "Brand, weights, rates, currency; your data"),
    ("creator", "Creator", "One creator's evidence and record"),
)
UNLISTED = ("creator",)
HOME = PAGES[0][1]


def page(name: str, title: str, about: str) -> st.Page:
    """The page in `pages/<name>.py`, at `/<name>`; the first one answers at `/`."""
    return st.Page(
        Path(__file__).parent / "pages" / f"{name}.py",
        title=title,
        url_path=name,
        default=name == PAGES[0][0],
        visibility="hidden" if name in UNLISTED else "visible",
        help=about,
    )


def may_enter() -> bool:
    """True for everyone, unless secrets.toml has an [auth] section: then only when signed in."""
    guarded = st.secrets.load_if_toml_exists() and "auth" in st.secrets
    return not guarded or bool(st.user.is_logged_in)


inside = may_enter()
presenting = "present" in st.query_params  # a client looks on: no controls
chosen = st.navigation(
    [page(*row) for row in PAGES], position="top" if inside and not presenting else "hidden"
)
st.set_page_config(page_title=f"{chosen.title} · Microscope", page_icon="🔬", layout="wide")
if inside:
    frame.draw()
    if chosen.title != HOME:
        warm.load()
    with frame.plainly():
        chosen.run()
else:
    st.title("Microscope")
    st.button("Sign in", on_click=st.login, type=emphasis.main())
