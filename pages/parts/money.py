"""The controls of a budget: the total, the goal, who may be in, prices and assumptions."""

from typing import Final

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from core import budget
from core.prices import rate_cards
from core.budget.question import EVERYONE, SHORTLIST, Price, Question
from core.locale import Writing, is_known
from core.metrics import METRICS
from pages.parts import limits, plan


_SLIDER: Final = 5_000  # the slider reaches at least this far


def controls(writing: Writing, creators: pd.DataFrame, rate_per_usd: float) -> Question:
    """Draws all controls; returns the question they ask. What is folded away stays as it was."""
    asked = plan.question()
    total = _total(writing, int(asked.total))
    goal = st.segmented_control(
        "Goal",
        budget.GOALS,
        default=asked.goal,
        required=True,
        format_func=lambda name: METRICS[name].label,
        key="budget_goal",
        bind="query-params",
    )
    wanted = st.number_input(
        f"How many {METRICS[goal].label.lower()} you hope for",
        min_value=0,
        value=int(asked.wanted) if goal == asked.goal else 0,
        step=100,
        key=f"budget_wanted_{goal}",
        persist_state="session",
        help="Leave it at 0 when there is no goal; the odds are worked out for this number.",
    )
    who = st.segmented_control(
        "Choose among",
        [EVERYONE, SHORTLIST],
        default=asked.who,
        required=True,
        key="budget_who",
        bind="query-params",
    )
    must, never = _there(asked.must, creators), _there(asked.never, creators)
    bounds = asked.bounds
    card, prices, rate = asked.card, asked.prices, asked.prices_rate
    formats = asked.formats
    pieces, reach, clicks = asked.max_pieces, asked.reach, asked.clicks
    if group := _opened("Who must be in, who must stay out", ":material/tune:", "budget_people"):
        with group:
            must, never = _people(creators, asked)
    if group := _opened("Limits", ":material/rule:", "budget_limits"):
        with group:
            made = asked.rate_card(rate_per_usd)["format"].unique()
            bounds = limits.controls(asked.bounds, creators, sorted(made), writing)
    if group := _opened("Prices", ":material/payments:", "budget_pay"):
        with group:
            card, prices, rate, formats = _prices(asked, rate_per_usd)
    if group := _opened("Assumptions", ":material/function:", "budget_told"):
        with group:
            pieces, reach, clicks = _assumptions(asked)
    answer = Question(
        total=float(total),
        goal=goal,
        wanted=float(wanted),
        who=who,
        never=never,
        must=must,
        card=card,
        prices=prices,
        prices_rate=rate,
        formats=formats,
        max_pieces=pieces,
        reach=reach,
        clicks=clicks,
        bounds=bounds,
    )
    plan.ask(answer)
    return answer


def _total(writing: Writing, start: int) -> int:
    """The total as a number to type and as a slider to try; each follows the other."""
    state = st.session_state
    state.setdefault("budget_total", start)
    total = st.number_input(
        f"Total, in {writing.currency}",
        min_value=0,
        step=100,
        key="budget_total",
        bind="query-params",
    )
    most = max(_SLIDER, 2 * int(plan.question().total), total)
    state["budget_slide"] = total
    st.slider(
        "What if it were",
        0,
        most,
        step=max(most // 100, 1),
        key="budget_slide",
        on_change=lambda: state.update(budget_total=state["budget_slide"]),
        label_visibility="collapsed",
    )
    return int(total)


def _opened(label: str, icon: str, key: str) -> DeltaGenerator | None:
    """A folding group of controls, or None while it is folded: then it costs nothing."""
    group = st.expander(label, icon=icon, key=key, on_change="rerun")
    return group if group.open else None


def _there(chosen: tuple[str, ...], creators: pd.DataFrame) -> tuple[str, ...]:
    """Those of the chosen who have not been taken out since."""
    return tuple(each for each in chosen if (creators["creator"] == each).any())


def _people(creators: pd.DataFrame, asked: Question) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who must be in and who must stay out."""
    names = dict(zip(creators["creator"], "@" + creators["handle"], strict=True))

    def pick(label: str, chosen: tuple[str, ...], key: str) -> tuple[str, ...]:
        picked = st.multiselect(
            label,
            list(names),
            default=[creator for creator in chosen if creator in names],
            format_func=names.__getitem__,
            key=key,
            persist_state="session",
            placeholder="Nobody in particular",
        )
        return tuple(picked)

    must = pick("Must be in", asked.must, "budget_must")
    return must, pick("Must stay out", asked.never, "budget_never")


def _prices(
    asked: Question, rate_per_usd: float
) -> tuple[str, tuple[Price, ...] | None, float, tuple[str, ...] | None]:
    labels = {card.source_id: card.label for card in rate_cards.cards()}
    card = st.selectbox(
        "Published rate card",
        list(labels),
        index=list(labels).index(asked.card),
        format_func=labels.__getitem__,
        key="budget_card",
        persist_state="session",
        help="Used for creators who have not named a price.",
    )
    same = card == asked.card
    prices, rate = (asked.prices, asked.prices_rate) if same else (None, 1.0)
    table = Question(card=card, prices=prices, prices_rate=rate).rate_card(rate_per_usd)
    edited = st.data_editor(
        table[["platform", "format", "tier_label", "low", "typical", "high"]],
        hide_index=True,
        disabled=["platform", "format", "tier_label"],
        column_config={
            "platform": "Platform",
            "format": "Format",
            "tier_label": "Size",
            **{
                name: st.column_config.NumberColumn(
                    name.capitalize(), min_value=0.0, format="localized"
                )
                for name in ("low", "typical", "high")
            },
        },
        key=f"budget_prices_{card}_{hash(asked.prices)}",
        alt="Prices by platform, format and size; editable",
    )
    if st.button("Use these prices", key="budget_use_prices"):
        rows = edited[["low", "typical", "high"]].itertuples(index=False, name=None)
        rate = rate_per_usd
        prices = tuple((_known(low), float(typical), _known(high)) for low, typical, high in rows)
    made = sorted(table["format"].unique())
    chosen = [each for each in asked.formats or () if each in made]
    formats = st.pills(
        "Formats",
        made,
        selection_mode="multi",
        default=chosen or made,
        key=f"budget_formats_{card}",
    )
    return card, prices, rate, tuple(formats) if set(formats) != set(made) else None


def _known(price: float) -> float | None:
    return price if is_known(price) else None


def _assumptions(
    asked: Question,
) -> tuple[int, tuple[float, float] | None, tuple[float, float] | None]:
    pieces = st.slider(
        "Pieces of work a creator, at most",
        1,
        4,
        asked.max_pieces,
        key="budget_pieces",
        persist_state="session",
    )
    reach = _share("Share of followers who see a post", asked.reach, (10, 20), "budget_reach")
    clicks = _share("Share of those who click", asked.clicks, (0.5, 1.5), "budget_clicks")
    return pieces, reach, clicks


def _share(
    label: str, chosen: tuple[float, float] | None, start: tuple[float, float], key: str
) -> tuple[float, float] | None:
    own = st.toggle(f"{label}: my own figure", value=chosen is not None, key=f"{key}_own")
    if not own:
        return None
    at = tuple(100 * end for end in chosen) if chosen else start
    low, high = st.slider(
        f"{label}, in percent, low to high", 0.0, 60.0, (float(at[0]), float(at[1])), 0.1, key=key
    )
    return low / 100, high / 100
