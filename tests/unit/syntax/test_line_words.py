"""Every line word is understood, in any case and whatever the blanks around it."""

import pytest

from hjemmel.source.source import read_text
from hjemmel.syntax import lines
from hjemmel.syntax.blocks import Block, NormBlock, ProcessBlock, RecordBlock
from hjemmel.syntax.lexicon import line_words
from hjemmel.syntax.parse import parse

NORM = "krav a, etter forskrift § 4-2\n"
OUTCOMES = ["oppfylt", "brutt", "åpen", "innvilges", "varsles", "fulgt", "fullført", "slås fast"]
KINDS = [
    "krav",
    "forbud",
    "vilkår",
    "adgang",
    "anbefaling",
    "frist",
    "varsel",
    "avgjørelse",
    "konstatering",
    "definisjon",
    "formodning",
    "slutning",
    "steg",
]

BLOCKS = {
    "RulebookHead": "regelverk nasjonale tjenester",
    "Uses": "bygger på forskrift_kap4",
    "SourceHead": "kilde forskrift, gjelder fra 1. januar 2011\n  antatt første dag, ikke kjent",
    "CalendarBlock": (
        "kalender helligdager, fra 2024 til og med 2025\n"
        "  fridag 17. mai hvert år, grunnlovsdagen\n"
        "  fridag 29. mars 2024"
    ),
    "Term": "begrep region\n  verdi Helse Nord\n  åpen fordi det kommer flere",
    "RegisterBlock": (
        "register foretak\n  institusjon Oslo universitetssykehus, også skrevet OUS\n"
        "    opplyst region er Helse Sør-Øst, fra 1. juni 2007"
    ),
    "RoleBlock": "rolle r\n  innehaver fra 1. januar 2024 er d\n  antatt begge dager, ukjent",
    "RecordBlock": (
        "opplysninger om a, a, as\n  valgfri kan mangle\n  opplysning b er dato, oppgis av c\n"
        "    betyr dagen\n  merknad her"
    ),
    "AssessmentBlock": "vurdering nytte, gjøres av myndigheten\n  holdepunkt antall pasienter",
    "Section": "§ 4-2 Nasjonale tjenester",
    "Place": "første ledd",
    "Remark": "merknad til leseren",
    "NormBlock": f"{NORM}  oppfylt når b",
    "ProcessBlock": "prosess søknad\n  steg a utlysning\n    fullført når b",
    "LikewiseBlock": (
        "gjelder tilsvarende, etter veileder pkt. 4.6 nr. 1\n  norm § 4-2 «a»\n  merknad her"
    ),
}
SOURCE = """kilde parkeringsforskriften, gjelder fra 1. juli 2023
  slag          lokal forskrift
  full tittel   forskrift 12. mai 2023 nr. 700 om parkering for beboere
  vises til som § 12 a andre ledd bokstav b
  går foran     rundskrivet
  brudd heter   brutt
  utgave fra 1. juli 2023, ikke lest"""
LINES = {
    "kjennemerke ett_foretak": lines.Mark,
    "med egne ord To foretak.": lines.OwnWords,
    "forutsatt fordi veilederen skriver «forutsettes»": lines.Presumed,
    "merknad om dette": lines.Remark,
    "plikten ligger på tjenesten": lines.Binds,
    "retten ligger hos søkeren, tjenesten og myndigheten": lines.Binds,
    "søkes med søknaden": lines.AskedWith,
    "gjelder for tjenesten": lines.AppliesTo,
    "gjelder når tjenesten er godkjent": lines.Scope,
    "regnes etter søknadens dato": lines.Deciding,
    "fra 1. januar 2022 til og med 31. desember 2023": lines.Edition,
    "antatt siste dag, kilden sier ikke": lines.Assumed,
    "valgt 1. januar 2022, rundskrivet gjelder for 2022": lines.ChosenDay,
    "ikke i kraft fra 1. juli 2022 til og med en dag i 2023": lines.NotInForce,
    "ikke i kraft fra en dag i 2022, etter veilederen pkt. 4.1 nr. 9": lines.NotInForce,
    "betyr at tjenesten er godkjent": lines.Requirement,
    "legges til grunn at tjenesten er godkjent": lines.Requirement,
    "følger at tjenesten er avviklet": lines.Requirement,
    "rad a | minst 2 | –": lines.TableRow,
    "utført tjenestens opprettelsesdato": lines.Done,
    "senest samme dato 1 år etter a, rundet ned": lines.Latest,
    "– tittel: tjenesten er godkjent": lines.Item,
    "- tittel: tjenesten er godkjent": lines.Item,
    "med mindre liten: tjenesten er liten": lines.ExceptionLine,
    "men likevel stor, tross liten: tjenesten er stor": lines.ExceptionLine,
    "tolkning Regnes den med?": lines.Question,
    "for leddet tjenesten er godkjent": lines.OnClause,
    "oppstår når tjenesten er ny": lines.Arises,
    "lesemåte vid: regnes med": lines.ReadingLine,
    "valgt vid": lines.Chosen,
    **{f"{each} når a": lines.Requirement for each in OUTCOMES},
    **{f"{each} etter tabellen a | b": lines.TableHead for each in OUTCOMES},
}


def block(text: str, grammar: str) -> Block:
    """The only block of a text without faults."""
    result = parse(read_text("prøve.ntr", text), grammar)
    assert result.diagnostics == ()
    [only] = result.value.file.blocks
    return only


@pytest.mark.parametrize("kind", BLOCKS)
def test_every_kind_of_block_is_read(kind: str, grammar: str) -> None:
    """The first word says what a block is."""
    assert type(block(BLOCKS[kind], grammar)).__name__ == kind


@pytest.mark.parametrize("line", LINES)
def test_every_line_of_a_norm_is_read(line: str, grammar: str) -> None:
    """The first words say what a line is; a capital, as word processors put there, is no matter."""
    small = block(f"{NORM}  {line}\n", grammar)
    large = block(f"{NORM}\t\t{line[0].upper()}{line[1:]}  \n", grammar)
    assert isinstance(small, NormBlock)
    assert [type(each) for each in small.lines] == [LINES[line]]
    assert large == small


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_norm_is_read(kind: str, grammar: str) -> None:
    """A norm's first word is its kind."""
    norm = block(f"{kind.capitalize()} om a, etter forskrift § 4-2\n", grammar)
    assert isinstance(norm, NormBlock)
    assert norm.kind == kind


def test_all_line_words_are_tried_here(grammar: str) -> None:
    """A new line word must be given its example above."""
    tried = "\n".join([*BLOCKS.values(), *LINES, *(f"{kind} om a" for kind in KINDS)]).split("\n")
    tried += ["oppføring a", "avsnitt ERN nettverk", "og a", "eller når a"]
    tried += [*SOURCE.split("\n"), "artikkel 6 Behandling", "kapittel 2 Kort"]
    untried = [
        each.terminal
        for each in line_words(grammar)
        if not any(each.pattern.match(line.strip()) for line in tried)
    ]
    assert untried == []


def test_an_entry_and_a_part_are_read_too(grammar: str) -> None:
    """«oppføring» makes a record, «avsnitt» a section."""
    entry = block("oppføring sted\n  opplysning b er tekst, oppgis av c", grammar)
    assert isinstance(entry, RecordBlock)
    assert entry.entry
    assert type(block("avsnitt ERN Nettverk", grammar)).__name__ == "Section"


def test_a_condition_has_three_levels(grammar: str) -> None:
    """«eller når» parts alternatives, «og» what must hold together, «enten» is within a clause."""
    norm = block(f"{NORM}  oppfylt når a\n    og enten b, eller c\n  eller når d\n", grammar)
    assert isinstance(norm, NormBlock)
    [requirement] = norm.lines
    assert isinstance(requirement, lines.Requirement)
    shape = [
        [type(each).__name__ for each in all_of] for all_of in requirement.condition.alternatives
    ]
    assert shape == [["Claim", "Either"], ["Claim"]]


def test_line_words_are_free_inside_names(grammar: str) -> None:
    """«krav», «fra» and «senest» are words like others where no line begins."""
    text = f"{NORM}  oppfylt når krav til foretak fra merknad senest er norm for varsel\n"
    assert isinstance(block(text, grammar), NormBlock)


def test_a_process_keeps_its_steps_in_order(grammar: str) -> None:
    """The lines after a step are its own."""
    process = block("prosess p\n  steg a x\n  fullført når b\n  steg b y\n", grammar)
    assert isinstance(process, ProcessBlock)
    assert [type(each).__name__ for each in process.lines] == [
        "StepLine",
        "Requirement",
        "StepLine",
    ]
