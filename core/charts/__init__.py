"""Frame → alt.Chart, as pure functions: the only room that imports altair.

Every chart carries its text for people who cannot see it as `chart.description` (pass it on as
`alt=`), leaves width to the page and the colours of text and axes to the theme, and has the table
behind it beside it. Clicks arrive as the selection "pick" on the field "creator"; ask for
`selection_mode="pick"`, because "hover" is a selection as well and must not rerun the page.

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
