"""Figures as specifications in Vega-Lite, drawn by whoever has the library, and put in the page.

What is drawn has no colours of its own but those named here, so that the page can show them in the
dark too.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

from hjemmel.render.report.counts import CALM, ELSE, HOLDS, KINDS, REFUSED, UNDECIDED, Breakdown
from hjemmel.source.shown import html_text as escape
from hjemmel.source.shown import shown

Spec = Mapping[str, Any]
Draw = Callable[[Spec], str]
"""What makes a picture (SVG) of a specification."""

INK, LINE = "#1b1b1c", "#c9c9ca"
COLOURS = {
    "brutt": "#a61b1b",
    "fraveket": "#c77700",
    "ikke oppfylt": "#7a3b8f",
    REFUSED: "#4d4d4d",
    ELSE: "#8c8c8c",
    UNDECIDED: "#4a7fc1",
    HOLDS: "#2e8b57",
    CALM: "#2e8b58",
    **dict(zip(KINDS, ("#4a7fc2", "#7a3b90", "#c77701", "#a61b1c", "#8c8c8d"), strict=True)),
}
"""One for each column; no two are the same text, so that a style can tell them apart."""
_BAR, _WIDTH, _LABEL, _WIDER = 20, 620, 230, 1.6
_NAMESPACES = re.compile(r' xmlns(?::\w+)?="[^"]*"| version="1\.1"')
_EMPTY = re.compile(r'<path class="(?:back|fore)ground"[^>]*?/>')
_ROLES = re.compile(r' (?:role|aria-[a-z]+|pointer-events)="[^"]*"')
_SIZE = re.compile(r'<svg class="marks" width="([\d.]+)" height="([\d.]+)"')


def spec(of: Breakdown) -> Spec:
    """Bars, one for each row, in parts for the columns that have anything."""
    values = [
        {"rad": shown(row.name), "del": column, "antall": row.counts[column], "nr": number}
        for row in of.rows
        for number, column in enumerate(of.shown)
        if row.counts[column]
    ]
    most = max(sum(row.counts[each] for each in of.shown) for row in of.rows)
    longest = min(max(len(row.name) for row in of.rows), _LABEL / 6)
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "data": {"values": values},
        "mark": {"type": "bar", "aria": False},
        "width": _WIDTH,
        # All figures are equally wide, so that their letters are equally large beside the tables.
        "autosize": {"type": "fit-x", "contains": "padding"},
        "height": {"step": _BAR},
        "background": None,
        # Browsers have other letters than the library: labels get some room to be wider in.
        "padding": {"left": 5 + round(_WIDER * longest), "right": 30, "top": 5, "bottom": 5},
        "config": {
            "aria": False,
            "font": "system-ui, sans-serif",
            "view": {"stroke": None},
            "axis": {"labelLimit": _LABEL, "labelFontSize": 12, "titleFontSize": 12,
                     "labelColor": INK, "titleColor": INK, "titleFontWeight": "normal",
                     "domainColor": LINE, "tickColor": LINE, "gridColor": LINE},
            "legend": {"labelFontSize": 12, "labelColor": INK, "orient": "top", "title": None,
                       "columnPadding": 28},
        },
        "encoding": {
            "y": {"field": "rad", "type": "nominal", "title": None,
                  "sort": [shown(row.name) for row in of.rows],
                  "axis": {"ticks": False, "domain": False}},
            "x": {"field": "antall", "type": "quantitative", "title": of.counted,
                  "axis": {"format": "d", "tickCount": min(5, most)}},
            "color": {"field": "del", "type": "nominal",
                      "scale": {"domain": list(of.shown),
                                "range": [COLOURS[each] for each in of.shown]}},
            "order": {"field": "nr", "type": "quantitative"},
        },
    }  # fmt: skip


def picture(of: Breakdown, draw: Draw) -> str:
    """The figure as it stands in a page: one picture with a text instead of it."""
    drawn = draw(spec(of))
    for each in (_NAMESPACES, _EMPTY, _ROLES):
        drawn = each.sub("", drawn)
    label = f' role="img" aria-label="{escape(in_words(of))}"'
    return _SIZE.sub(rf'<svg class="marks"{_literal(label)} width="\1" height="\2"', drawn, count=1)


def in_words(of: Breakdown) -> str:
    """«Stolper: Etter bestemmelse. Flest svar: § 4-1 (40). Alle tallene står i tabellen ved siden
    av.»"""
    most = max(of.rows, key=lambda row: sum(row.counts[each] for each in of.shown))
    total = sum(most.counts[each] for each in of.shown)
    return (
        f"Stolper: {of.title}. Flest {of.counted}: {most.name} ({total}). "
        "Alle tallene står i tabellen ved siden av."
    )


def _literal(text: str) -> str:
    """A text within a replacement."""
    return text.replace("\\", r"\\")
