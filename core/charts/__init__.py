"""Frame → alt.Chart, as pure functions: the only room that imports altair.

Every chart carries its text for people who cannot see it as `chart.description`; Streamlit 1.67
makes that the accessible name by itself, and logs a warning with a stack where `alt=` says it
again. Width is left to the page, the colours of text follow the theme's background, and the table
behind a chart lies beside it. A module of one chart calls the two `alt_text` and `table`, others
put the chart's name before: `ranges_alt_text`, `ranges_table`. Clicks arrive as the selection
"pick" on the field "creator"; ask for `selection_mode="pick"`, because "hover" is a selection as
well and must not rerun the page. Titles belong on the page as text: there they wrap.

How a channel is spelled decides what a chart costs (altair 6.3, milliseconds, measured):

    alt.X("x:Q", title=…)                                     0.05  the house way: class and type
    alt.X(field="x", type="quantitative", title=…)            0.05  the same, longer
    alt.X("x:Q", scale={…}, axis={…})                         0.05  alt.Scale(…) adds 0.15 each
    alt.ColorValue("#123"), …Value(0, condition={"param": …}) 0.03
    alt.X("x:Q").title(…)                                     0.2   a link: not here
    color=alt.value("#123"), color=alt.condition(…)           1.9–2.7  never
    encode(x="x:Q"), encode(x={"field": "x"})                 4–8   never: bare strings and dicts
    alt.layer of five charts, with parameters                 30 + 40 in to_dict: house.Picture
"""
