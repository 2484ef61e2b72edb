"""What an author has written is used, or reported: it never just goes away."""

import pytest

from support.golden_run import compiled
from unit.lowering.rulebook import FACTS, GOOD, HEAD, NORM, codes, words

QUESTION = """  tolkning Hva?, etter veileder pkt. 2 nr. 1
    for leddet tjenesten er god
    oppstår når tjenesten er ny
    lesemåte den ene: regnes med
    lesemåte den andre: regnes ikke med
    valgt den ene
"""
LATER = "  fra 1. januar 2022\n  " + GOOD

IDLE = {
    "strekpunkter i en ordlyd": "  fra 1. januar 2011\n    – a: tjenesten er god\n",
    "vilkår og tabell": GOOD + "  oppfylt etter tabellen tjenestens slag\n  rad nasjonal\n",
    "vilkår og strekpunkter": GOOD + "  – a: tjenesten er ny\n",
    "kjennemerke og strekpunkter": "  kjennemerke 4-2/y\n  – a: tjenesten er god\n",
    "antatt uten ordlyd": "  antatt første dag, ukjent\n  fra 1. januar 2011\n  " + GOOD,
    "to dager for den ene ordlyden": "  regnes etter tjenestens start\n  fra 1. januar 2022\n"
    "  regnes etter tjenestens slutt\n  " + GOOD,
    "forutsatt to steder": "  forutsatt «a»\n  fra 1. januar 2022\n  forutsatt «b»\n  " + GOOD,
    "valgt uten ordlyd": "  valgt 1. januar 2024, brevet er datert\n" + GOOD,
    "valgt foran ordlydene": "  valgt 1. januar 2024, brevet er datert\n" + LATER,
    "unntak fra seg selv": GOOD + "  men likevel a, tross a: tjenesten er ny\n",
    "unntak i ring": GOOD
    + "  men likevel a, tross b: tjenesten er ny\n  men likevel b, tross a: tjenesten er god\n",
    "to spørsmål om samme ledd": GOOD + QUESTION + QUESTION.replace("Hva?", "Hvem?"),
    "én lesemåte": GOOD + QUESTION.replace("    lesemåte den andre: regnes ikke med\n", ""),
    "samme lesemåte to ganger": GOOD + QUESTION.replace("den andre", "den ene"),
    "kjennemerke med mellomrom": "  kjennemerke hei hopp\n" + GOOD,
}
"""Lines of a norm of which one has no say."""

AMONG_WORDINGS = {
    "gjelder for": "  gjelder for tjenesten\n  fra 1. januar 2022\n"
    "  gjelder for søknaden\n  " + GOOD,
    "kjennemerke": "  kjennemerke 4-2/y\n  fra 1. januar 2022\n  kjennemerke 4-2/z\n  " + GOOD,
}  # fmt: skip
"""Lines of the whole norm that seem to be of one wording."""

IDLE_BLOCKS = {
    "frist med to mål": "frist x, etter forskrift § 4-2\n"
    + GOOD
    + "  utført tjenestens start\n  senest 1. mars 2024\n",
    "steg uten vilkår": "prosess p, etter forskrift § 4-2\n  steg a en\n",
    "steg med to vilkår": "prosess p, etter forskrift § 4-2\n  steg a en\n"
    "    fullført når tjenesten er god\n    fullført når tjenesten er ny\n",
    "steg med feil ord": "prosess p, etter forskrift § 4-2\n  steg a en\n"
    "    oppfylt når tjenesten er god\n",
    "prosess uten steg": "prosess p, etter forskrift § 4-2\n  gjelder når tjenesten er god\n",
    "gjelder tilsvarende uten norm": "gjelder tilsvarende, etter veileder pkt. 4.6 nr. 8\n",
}
"""Blocks that do nothing, or of which a line has no say."""

IDLE_DECLARATIONS = {
    "to innehavere samme dag": "rolle r\n"
    "  innehaver fra 1. januar 2011 til og med 1. januar 2012 er a\n"
    "  innehaver fra 1. januar 2012 er b\n",
    "bakvendt innehaver": "rolle r\n"
    "  innehaver fra 1. januar 2012 til og med 1. januar 2011 er a\n",
    "to begynnelser på en kilde": "kilde forskrift, gjelder fra 1. januar 2011\n"
    "kilde forskrift, gjelder fra 1. januar 2012\n",
    "én skrivemåte for to institusjoner": "register hf\n  institusjon A, også skrevet X\n"
    "  institusjon B, også skrevet X\n",
    "én institusjon to ganger": "register hf\n  institusjon A\n  institusjon A\n",
    "et begrep uten verdier": "begrep tomt\n",
    "to opplysninger med samme nøkkel i saken": "opplysninger om x, x, x\n"
    "  opplysning a b er dato, oppgis av tjenesten\n"
    "  opplysning a_b er dato, oppgis av tjenesten\n",
    "to grupper med samme nøkkel i saken": "opplysninger om a b, a b, a b\n"
    "opplysninger om a_b, a_b, a_b\n",
    "en gruppe som heter sak": "opplysninger om sak, saken, sakens\n"
    "  opplysning x er dato, oppgis av tjenesten\n",
    "en gruppe som heter tittel": "opplysninger om tittel, tittelen, tittelens\n"
    "  opplysning x er dato, oppgis av tjenesten\n",
    "en gruppe som heter vurderinger": "opplysninger om vurderinger, vurderingene, vurderingenes\n"
    "  opplysning x er dato, oppgis av tjenesten\n",
}
"""Declarations that contradict themselves or take a name that every case has."""


@pytest.mark.parametrize("lines", IDLE.values(), ids=IDLE)
def test_no_line_is_idle(lines: str) -> None:
    """A line of a norm that has no say is an error."""
    assert codes(NORM + lines) != []


@pytest.mark.parametrize("lines", AMONG_WORDINGS.values(), ids=AMONG_WORDINGS)
def test_no_line_of_the_norm_stands_below_one_of_its_wordings(lines: str) -> None:
    """It would be read as that wording's alone, and the last of two would win."""
    assert codes(NORM + lines) == ["NTR412"]


@pytest.mark.parametrize(("most", "found"), [(20, []), (21, ["NTR153"]), (500, ["NTR153"])])
def test_exceptions_from_exceptions_can_be_heard(most: int, found: list[str]) -> None:
    """A chain of exceptions longer than anybody can follow is an error."""
    chain = "".join(f"  men likevel u{i}, tross u{i - 1}: tjenesten er ny\n"
                    for i in range(1, most))  # fmt: skip
    assert codes(NORM + GOOD + "  med mindre u0: tjenesten er ny\n" + chain) == found


def test_a_name_of_nothing_is_no_fault_of_ours() -> None:
    """«» may be declared, and stands for no sentence."""
    declared = "  opplysning «» er ja eller nei, oppgis av tjenesten\n"
    checked, _ = compiled((("regler", FACTS + declared + HEAD + NORM + GOOD),))
    assert checked.ok


@pytest.mark.parametrize("block", IDLE_BLOCKS.values(), ids=IDLE_BLOCKS)
def test_no_block_is_idle(block: str) -> None:
    """A block that does nothing is an error."""
    assert codes(NORM.replace("krav x", "krav y") + GOOD + "\n" + block) != []


@pytest.mark.parametrize("declared", IDLE_DECLARATIONS.values(), ids=IDLE_DECLARATIONS)
def test_no_declaration_is_silently_overruled(declared: str) -> None:
    """A declaration that another one overrules is an error."""
    assert codes(NORM + GOOD + "\n" + declared) != []


def test_a_norm_stands_under_a_heading() -> None:
    """Without a § or «avsnitt» above it a norm would have no id."""
    checked, _ = compiled((("regler", FACTS + NORM + GOOD),))
    assert not checked.ok


EXCEPTION = "  med mindre nytt: tjenesten er ny\n"
WORDINGS = (
    "  fra 1. januar 2011 til og med 31. desember 2021\n  "
    + GOOD
    + "  fra 1. januar 2022\n  "
    + GOOD
)


@pytest.mark.parametrize("day", ["2020-06-01", "2024-06-01"])
def test_an_exception_before_the_wordings_belongs_to_them_all(day: str) -> None:
    """It stands above the first wording, where it is heard as the norm's."""
    facts = f'{{"vurderingsdato": "{day}", "tjeneste": {{"god": true, "ny": true}}}}'
    assert words(NORM + EXCEPTION + WORDINGS, facts) == {"4-2/x": "ikke aktuell"}


def test_an_exception_after_the_only_wording_belongs_to_the_norm() -> None:
    """There is no other wording that it could be taken to belong to."""
    facts = '{"vurderingsdato": "2024-06-01", "tjeneste": {"god": true, "ny": true}}'
    assert words(NORM + LATER + EXCEPTION, facts) == {"4-2/x": "ikke aktuell"}


FAR = {
    "år": "tjenestens slutt er senest samme dato 9000 år etter tjenestens start, rundet ned",
    "år før": "tjenestens slutt er tidligst samme dato 3000 år før tjenestens start, rundet ned",
    "dager": "tjenestens slutt er senest 99999999 dager etter tjenestens start",
    "årstall": "tjenestens slutt er senest 1. januar i 12345",
}


@pytest.mark.parametrize("clause", FAR.values(), ids=FAR)
def test_no_sum_leaves_the_calendar(clause: str) -> None:
    """A length of time that no calendar holds is an error in the rule, not when it is used."""
    assert codes(NORM + f"  oppfylt når {clause}\n") != []
