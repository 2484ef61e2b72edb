"""What the pages of real services state can be told in JSON, in YAML and in a workbook alike.

Each is a way of telling that a rule of yes, no and a day has no room for; the answers are those of
the sources.
"""

import csv
import json
from collections.abc import Iterator, Mapping
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
import yaml

from support.command_line import Ntr

NAME, DAY = "A-1", "2025-06-01"
RUNS = {"godkjent": True, "opprettet": True, "avviklet": False}
TREATMENT = {"type": "nasjonal behandlingstjeneste"}
MULTIREGIONAL = {"type": "flerregional behandlingstjeneste"}
JOINT = ["de regionale helseforetakene", "Helsedirektoratet"]
ASSESSED = "undervisningen_passer_fagområdet"
STATED: dict[str, tuple[dict[str, Any], dict[str, str], str, str]] = {
    "the year of a day": (
        {"tjeneste": {**TREATMENT, "godkjenningsdato": "2023", "opprettelsesdato": "2024-01-01"}},
        {}, "4-1/opprettet-innen-ett-år", "oppfylt",
    ),
    "the month of a day": (
        {"tjeneste": {**TREATMENT, "godkjenningsdato": "mars 2023",
                      "opprettelsesdato": "april 2024"}},
        {}, "4-1/opprettet-innen-ett-år", "fraveket (forutsetning)",
    ),
    "several who assessed together": (
        {"tjeneste": {**TREATMENT, **RUNS, "bidrar_i_undervisning": True},
         "vurderinger": {ASSESSED: {"verdi": True, "av": JOINT, "dato": "2025-03-01"}}},
        {f"vurderinger.{ASSESSED}": "ja",
         f"vurderinger.{ASSESSED}.av": " og ".join(JOINT),
         f"vurderinger.{ASSESSED}.dato": "1. mars 2025"},
        "4-4/oppgave-4", "oppfylt",
    ),
    "not good enough": (
        {"tjeneste": {**TREATMENT, **RUNS, "deltar_i_forskning": True,
                      "deltar_i_etablering_av_forskernettverk": True,
                      "har_fått_innvendinger_mot_forskningen": True}},
        {}, "4-4/oppgave-3", "uavklart: skjønn",
    ),
    "a no": (
        {"tjeneste": {**TREATMENT, **RUNS, "overvåker_behandlingsresultater": False,
                      "formidler_behandlingsresultater": False,
                      "venter_på_de_første_resultatene": False}},
        {}, "4-4/oppgave-2", "brutt",
    ),
    "no results yet": (
        {"tjeneste": {**TREATMENT, **RUNS, "overvåker_behandlingsresultater": False,
                      "formidler_behandlingsresultater": False,
                      "venter_på_de_første_resultatene": True}},
        {}, "4-4/oppgave-2", "uavklart: tolkning",
    ),
    "not there yet": (
        {"tjeneste": {**TREATMENT, **RUNS, "overvåker_behandlingsresultater": True,
                      "formidler_behandlingsresultater": {"avventer": "foreligger ikke ennå"}}},
        {"tjeneste.formidler_behandlingsresultater": "foreligger ikke ennå"},
        "4-4/oppgave-2", "uavklart: avventer",
    ),
    "no users in a group that is not listed": (
        {"tjeneste": {**TREATMENT, **RUNS, "har_faglig_referansegruppe": True,
                      "har_brukere_i_referansegruppen": False}},
        {}, "4-4/referansegruppe-brukere", "fraveket",
    ),
    "other spellings, and what is known of their region": (
        {"tjeneste": {**MULTIREGIONAL, **RUNS, "steder": [
            {"helseforetak": "OUS Ullevål"}, {"helseforetak": "Helse Finnmark"}]}},
        {"tjeneste.steder.helseforetak": "OUS Ullevål; Helse Finnmark"},
        "4-2/to-helseregioner", "oppfylt",
    ),
    "another region than is known": (
        {"tjeneste": {**MULTIREGIONAL, **RUNS, "steder": [
            {"helseforetak": "OUS Ullevål", "helseregion": "Helse Nord"},
            {"helseforetak": "Helse Finnmark", "helseregion": "Helse Nord"}]}},
        {"tjeneste.steder.helseforetak": "OUS Ullevål; Helse Finnmark",
         "tjeneste.steder.helseregion": "Helse Nord; Helse Nord"},
        "4-2/to-helseregioner", "uavklart: motstrid",
    ),
}  # fmt: skip
"""The case, the cells that are not written as in JSON, and the answer of a norm to be read."""


@pytest.mark.parametrize("what", STATED)
def test_each_is_told_in_every_format(what: str, ntr: Ntr) -> None:
    """And the answer is the same."""
    told, apart, norm, word = STATED[what]
    case = {"sak": NAME, "vurderingsdato": DAY, **told}
    Path("a.json").write_text(json.dumps(case, ensure_ascii=False), "utf-8")
    Path("a.yaml").write_text(yaml.safe_dump(case, allow_unicode=True), "utf-8")
    workbook({"sak": NAME, "vurderingsdato": DAY, **dict(cells(told, apart)), **apart})
    assert {file: answer(ntr, file, norm) for file in ("a.json", "a.yaml", "a.xlsx")} == {
        "a.json": word, "a.yaml": word, "a.xlsx": word,
    }  # fmt: skip


def test_known_absence_in_a_list_known_in_part(ntr: Ntr) -> None:
    """«ingen» beside «minst» is for files that can nest; in a cell the word is an empty list."""
    north, west = ({"representerer": "regionalt helseforetak", "helseregion": region}
                   for region in ("Nord", "Vest"))  # fmt: skip
    group = {"minst": [north], "ingen": [west]}
    case = {"sak": NAME, "vurderingsdato": DAY,
            "tjeneste": {**TREATMENT, **RUNS, "referansegruppe": group}}  # fmt: skip
    Path("a.json").write_text(json.dumps(case), "utf-8")
    Path("a.yaml").write_text(yaml.safe_dump(case), "utf-8")
    norm = "4-4/referansegruppe-alle-rhf"
    assert [answer(ntr, file, norm) for file in ("a.json", "a.yaml")] == ["fraveket", "fraveket"]


def cells(told: Mapping[str, Any], apart: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What is written as in JSON, but for a yes and a no."""
    for record, facts in told.items():
        for fact, value in facts.items():
            name = f"{record}.{fact}"
            if not any(each.startswith(name) for each in apart):
                yield name, {True: "ja", False: "nei"}.get(value, value)


def workbook(row: Mapping[str, str]) -> None:
    """One case in a workbook, all cells as text."""
    with xlsxwriter.Workbook("a.xlsx") as book:
        sheet = book.add_worksheet("saker")
        for column, (name, value) in enumerate(row.items()):
            sheet.write_string(0, column, name)
            sheet.write_string(1, column, value)


def answer(ntr: Ntr, file: str, norm: str) -> str:
    """The word of the verdict."""
    found = ntr("vurder", file, "--norm", norm, "--format", "csv")
    (row,) = csv.DictReader(StringIO(found.stdout), delimiter=";")
    return str(row["ord"])
