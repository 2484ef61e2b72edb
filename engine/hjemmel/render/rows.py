"""Verdicts as flat rows of text, for tables others write."""

from datetime import date
from functools import partial

from hjemmel.core.effect import Effect
from hjemmel.explain.missing import Missing, with_holder
from hjemmel.explain.presumed import presumed
from hjemmel.explain.verdict import Verdict, full_word, missing, told_of
from hjemmel.render.binding_words import binding, duty_bearers
from hjemmel.render.marks import assumed, chosen_days, unread_editions
from hjemmel.render.portfolio import CaseVerdicts
from hjemmel.render.presumed_words import taken
from hjemmel.words.outcomes import former_word

HEADER = (
    "sak", "tittel", "per", "norm", "normtittel", "slag", "niva", "utfall", "ord", "svar",
    "virkning", "hjemmel", "mangler", "forutsatt", "binder",
    "antatt", "valgt", "ulest", "plikt", "brudd",
)  # fmt: skip


def rows(case: CaseVerdicts, day: date) -> list[tuple[str, ...]]:
    """One row for each verdict, under `HEADER`."""
    about = (case.id, case.title, day.isoformat())
    return [(*about, *told_of(each, "rad", partial(_cells, each))) for each in case.verdicts]


def _cells(verdict: Verdict) -> tuple[str, ...]:
    lacks, norm = missing(verdict), verdict.norm
    return (
        norm.id,
        norm.title,
        norm.kind.value,
        verdict.level.value,
        former_word(verdict.outcome),
        full_word(verdict, lacks),
        verdict.outcome.value,
        verdict.effect.value,
        "; ".join(map(str, verdict.citations)),
        "; ".join(map(_told, lacks)),
        "; ".join(taken(verdict.case.book, each) for each in presumed(verdict)),
        "; ".join(binding(verdict)),
        "; ".join(assumed(verdict)),
        "; ".join(chosen_days(verdict)),
        "; ".join(unread_editions(verdict)),
        "; ".join(duty_bearers(verdict)),
        breach(verdict),
    )


def breach(verdict: Verdict) -> str:
    """«ja» where what binds is not followed: by its kind and the level that it rests on."""
    return "ja" if verdict.effect is Effect.BREACH else "nei"


def _told(lack: Missing) -> str:
    holder = f", {with_holder(lack.kind, lack.holder)}" if lack.holder else ""
    said = f", {lack.words}" if lack.words else ""
    cell = f", {lack.cell}" if lack.cell else ""
    return f"{lack.about} ({lack.kind.value}{holder}{said}{cell})"
