"""How the cells of a workbook look: an answer has the colour of its word and its level."""

from collections.abc import Mapping
from typing import Any

from attrs import frozen

from hjemmel.core.effect import Effect
from hjemmel.core.outcome import Outcome
from hjemmel.explain.verdict import Verdict

COLOURS: Mapping[str, tuple[str, str]] = {
    "brudd": ("#C62828", "#FFFFFF"),
    "fravik": ("#FFC46B", "#3D2400"),
    "fravik lavest": ("#FFE3B3", "#3D2400"),
    "vilkår ikke oppfylt": ("#D9B8E6", "#2E0B3D"),
    "avslag": ("#BDBDBD", "#000000"),
    "uavklart": ("#CFE2F7", "#0B2E57"),
    "holder": ("#CDEBD8", "#0B3D20"),
    "holder ikke": ("#ECECEC", "#1B1B1B"),
    "ikke spurt": ("#FFFFFF", "#6B6B6B"),
}
"""What each answer is filled with, and the colour of its letters: legible on it, also in print."""
_DAY = "dd.mm.yyyy"
_COUNT = "#,##0;-#,##0;–"
"""In groups as the reader's own program has them; where there is none, a dash, and still 0."""


@frozen
class Shapes:
    """The formats of a workbook."""

    text: Any
    number: Any
    day: Any
    wrapped: Any
    title: Any
    strong: Any
    sum: Any
    lying: Any
    turned: Any
    above_number: Any
    answers: Mapping[str, Any]

    def answer(self, verdict: Verdict) -> Any:
        """That of how a norm stands in a case."""
        return self.answers[colour_of(verdict)]


def shapes(book: Any) -> Shapes:
    """The formats, made in a workbook."""
    head = {"bold": True, "bottom": 1, "bg_color": "#EDEDEA", "valign": "bottom"}
    wrap = {"text_wrap": True, "valign": "top"}
    right = {"align": "right", "indent": 1}
    return Shapes(
        book.add_format({"valign": "top"}),
        book.add_format({"valign": "top", "num_format": _COUNT, **right}),
        book.add_format({"valign": "top", "num_format": _DAY, "align": "left"}),
        book.add_format(wrap),
        book.add_format({"bold": True, "font_size": 16}),
        book.add_format({"bold": True}),
        book.add_format({"bold": True, "top": 1, "num_format": _COUNT, **right}),
        book.add_format({**head, "text_wrap": True}),
        book.add_format({**head, "rotation": 90, "font_size": 9, "text_wrap": True}),
        book.add_format({**head, "text_wrap": True, **right}),
        {name: book.add_format({"bg_color": fill, "font_color": ink, "font_size": 9, **wrap})
         for name, (fill, ink) in COLOURS.items()},
    )  # fmt: skip


def colour_of(verdict: Verdict) -> str:
    """The name of the colour of its word and its level."""
    match verdict.outcome:
        case Outcome.MET:
            return "holder"
        case Outcome.UNDECIDED:
            return "uavklart"
        case Outcome.BROKEN if verdict.effect is Effect.NONE:
            return "holder ikke"
        case Outcome.BROKEN if verdict.effect is Effect.DEPARTURE and _is_lowest(verdict):
            return "fravik lavest"
        case Outcome.BROKEN:
            return verdict.effect.value
        case _:
            return "ikke spurt"


def _is_lowest(verdict: Verdict) -> bool:
    """Whether it rests on a source below the one that first can be departed from."""
    levels = (each.level for norm in verdict.case.book.program.norms for each in norm.wordings)
    return verdict.level.rank > min((each.rank for each in levels if not each.binds), default=0)
