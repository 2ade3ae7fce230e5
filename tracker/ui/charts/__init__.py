"""Charts: the only room that knows altair, one module a chart.

Building a chart with altair costs more than all else on a page, so each module builds its specification once a process,
without data, and the page hands it the rows: `st.vega_lite_chart(rows, spec)`.
"""
