"""A workbook as a ministry would send it, with every oddity that real ones have had at once."""

from datetime import date
from pathlib import Path

from support.workbook_file import Formula, Sheet, save

NBSP = "\u00a0"

HEADINGS = [
    "Løpenr", "Tjenestens navn", "Type tjenste", "Godkjent?", "tjeneste.godkjenningsdato",
    "Helseforetak", "tjeneste.steder.helseregion", "tjeneste.opprettet", "Kommentar",
    "Antall pas.", "tjeneste.virketid",
]  # fmt: skip

# Row 6 is the first service: titles stand in rows 1 and 2, row 3 and 4 are blank.
SERVICES = [
    # 6: all in order, in another case and with a blank that does not break
    [1, "Alfa", f"Nasjonal{NBSP}behandlingstjeneste", "x", date(2019, 5, 2), "OUS", "Helse Sør-Øst",
     "ja", "ok", 10, ""],
    # 7: two hospitals in a cell, by a line break, with a region for each
    [2, "Beta", "flerregional behandlingstjeneste", "X", "1.2.2020", "OUS\nHelse Bergen HF",
     "Helse Sør-Øst\nHelse Vest", "ja", "", 20, ""],
    # 8 and 9: one service over two rows, its name and more merged
    [3, "Gamma", "Flerregional behandlingstjeneste", "ja", "1. februar 2021",
     "St. Olavs hospital HF", "Helse Midt-Norge", "ja", "to steder", 30, ""],
    ["", "", "", "", "", "Akershus universitetssykehus HF", "Helse Sør-Øst", "", "", "", ""],
    # 10: a hospital and something else
    [4, "Delta", "flerregional behandlingstjeneste", "ja", "3.4.21", "OUS og omegn",
     "Helse Sør-Øst", "ja", "", 40, ""],
    # 11: two hospitals in a cell, one region: whose it is nobody knows
    [5, "Epsilon", "flerregional behandlingstjeneste", "ja", "", "OUS, Helse Bergen HF",
     "Helse Vest", "ja", "", 50, ""],
    # 12: hidden; a type that is none, a cell that is neither yes nor no
    [6, "Zeta", "nasjonal behandling", "kanskje", date(2020, 1, 1), "OUS / Ahus", "", "ja",
     "", 60, ""],
    # 13 is blank.
    [],
    # 14: a true breach: a national service at two hospitals
    [7, "Eta", "nasjonal behandlingstjeneste", "ja", "01.01.2018", "OUS; Ahus",
     "Helse Sør-Øst; Helse Sør-Øst", "ja", "", 70, ""],
    # 15: only a name
    [8, "Theta", "", "", "", "", "", "", "ingen svar", 80, ""],
    ["", "Sum", "", "", "", "", "", "", "", Formula("=SUM(J6:J15)", 360), ""],
    ["", "Kilde: årsrapportene for 2023"],
]  # fmt: skip

ROWS = [
    ["Oversikt over nasjonale tjenester – svar fra de regionale helseforetakene", *[""] * 10],
    ["Per 1. juni 2024", *[""] * 10],
    [],
    [],
    HEADINGS,
    *SERVICES,
]

GROUP = [
    ["Referansegrupper"],
    ["tittel", "representerer", "Merknad"],
    ["Alfa", "Brukerorganisasjon", ""],
    ["Alfa", "kommunal helsetjeneste", "vara"],
    ["Ukjent tjeneste", "brukerorganisasjon", ""],
]

SHEETS = {
    "Forside": [["Kontakt"], ["Avdelingen", "post@example.no"]],
    "Oversikt 2024": Sheet(
        ROWS,
        merged=("A1:K1", "A8:A9", "B8:B9", "C8:C9", "D8:D9", "E8:E9", "H8:H9"),
        hidden_rows=(12,),
        hidden_columns=("H",),
    ),
    "Referansegruppe": GROUP,
    "Arbeidsark": Sheet([["gammelt"]], hidden=True),
}

COLUMNS = """\
ark\tkolonne\tleses som\thvorfor
Oversikt 2024\tLøpenr\tsak\t
Oversikt 2024\tTjenestens navn\ttittel\t
Oversikt 2024\tType tjenste\ttjeneste.type\t
Oversikt 2024\tGodkjent?\ttjeneste.godkjent\t
Oversikt 2024\tHelseforetak\ttjeneste.steder.helseforetak\t
Oversikt 2024\tKommentar\t-\t
Oversikt 2024\tAntall pas.\t-\t
Referansegruppe\tMerknad\t-\t
"""
"""What somebody made of the proposal."""


def ministry_sheet(folder: Path) -> str:
    """Write the workbook, and what its columns mean; the workbook's name."""
    (folder / "kolonner.tsv").write_text(COLUMNS, "utf-8")
    return save(folder / "oversikt.xlsx", SHEETS).name
