"""Two versions of a rulebook held together, for tests: edits of a rulebook, or small texts."""

from hjemmel import engine
from hjemmel.analysis.comparison.comparing import Portfolio, comparison
from hjemmel.analysis.comparison.comparison import Comparison, Version
from hjemmel.analysis.differences.effort import ORDINARY, Effort
from support.edited_rules import Edit, edited, texts, unchanged

SMALL = """\
regelverk     båtplasser

kilde forskrift, forskriften, gjelder fra 1. januar 2020
kilde veileder, veilederen, gjelder fra 1. januar 2020
  slag          veileder

opplysninger om båt, båten
  opplysning lengde        er heltall,     oppgis av eieren
  opplysning åpen          er ja eller nei, oppgis av eieren
  opplysning forsikret     er ja eller nei, oppgis av eieren

§ 1 Plassen

første ledd
krav om lengden, etter forskriften § 1 første ledd
  gjelder for   båten
  fra 1. januar 2020 til og med 31. desember 2023
    antatt      siste dag, kilden sier ikke hvilken dag det ble endret
    oppfylt når båtens lengde er høyst 10
  fra 1. januar 2024
    antatt      første dag, kilden sier ikke hvilken dag det ble endret
    oppfylt når båtens lengde er høyst 12

andre ledd
krav om forsikring, etter forskriften § 1 andre ledd
  gjelder for   båten
  oppfylt når   båten er forsikret
  tolkning      Trenger en åpen båt forsikring?, etter forskriften § 1 andre ledd
    for leddet  båten er forsikret
    oppstår når båten er åpen
    lesemåte    ordlyden: regnes ikke med
    lesemåte    formålet: regnes med
    valgt       ingen
"""
TAKEN = SMALL[SMALL.index("  tolkning ") :]
"""The open question, as it stands in the rules."""


def held(book: str, *edits: Edit, portfolio: Portfolio | None = None,
         effort: Effort = ORDINARY) -> Comparison:  # fmt: skip
    """A rulebook of the project, or an example, against itself with some words changed."""
    now = dict(texts(book))
    for file, before, after in edits:
        assert before in now[file], before
        now[file] = now[file].replace(before, after)
    old = Version("før", unchanged(book), texts(book))
    new = Version("nå", edited(book, *edits), now)
    return comparison(old, new, portfolio, effort)


def small(*edits: tuple[str, str]) -> Comparison:
    """The small rulebook against itself with some words changed."""
    now = SMALL
    for before, after in edits:
        assert before in now, before
        now = now.replace(before, after)
    versions = (
        Version(label, engine.load_texts({"båtplasser": text}).program, {"båtplasser": text})
        for label, text in (("før", SMALL), ("nå", now))
    )
    return comparison(*versions)
