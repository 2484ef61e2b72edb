"""Rules in older forms, and the words that they are written with."""

from collections.abc import Sequence

from hjemmel.core.program import Program
from hjemmel.editing.renewing.renewal import Renewal, renewal
from hjemmel.pipeline import compile_rules
from hjemmel.source.source import Source, read_text
from support.golden_run import grammar

WORDS = """\
regelverk ord

kilde forskrift, gjelder fra 1. januar 2011

begrep tjenestetype
  verdi behandlingstjeneste
  verdi senter, senteret
  verdi annet

begrep grunnlag
  verdi lov
  verdi avtale

begrep region
  verdi Nord
  verdi Vest

begrep land
  verdi Norge

begrep oppdragsgiver
  verdi kommune, kommunen
  verdi brukerorganisasjon
  verdi regionalt helseforetak, det regionale helseforetaket

register foretak
  institusjon Ahus
  institusjon OUS

opplysninger om tjeneste, tjenesten
  opplysning type                                 er tjenestetype,     oppgis av myndigheten
  opplysning opprettet                            er dato,             oppgis av myndigheten
  opplysning godkjent dag, godkjenningsdagen,     er dato,             oppgis av myndigheten
  opplysning steder, stedene,                     er liste av sted,    oppgis av regionen
  opplysning gruppe, gruppen,                     er liste av medlem,  oppgis av tjenesten
  opplysning utvalg                               er liste av person,  oppgis av tjenesten
  opplysning støttende regioner                   er liste av region,  oppgis av regionen
  opplysning rapporterte år, har levert rapport for, er liste av årstall, oppgis av tjenesten
  opplysning andre år                             er liste av årstall, oppgis av tjenesten

opplysninger om søknad, søknaden
  opplysning type                                 er grunnlag,         oppgis av søkeren
  opplysning vedlegg                              er liste av sted,    oppgis av søkeren

oppføring sted, stedet
  opplysning foretak, ligger ved,                 er foretak,          oppgis av regionen
  opplysning region                               er region,           oppgis av regionen
  opplysning drives av aktør, drives av en aktør, er ja eller nei,     oppgis av regionen
  opplysning har avtale                           er ja eller nei,     oppgis av regionen
  opplysning godkjent                             er ja eller nei,     oppgis av regionen
  opplysning land                                 er land,             oppgis av regionen
  opplysning senger                               er heltall,          oppgis av regionen

oppføring medlem, medlemmet, medlemmer
  opplysning representerer                        er oppdragsgiver,    oppgis av tjenesten
  opplysning region                               er region,           oppgis av tjenesten
  opplysning sektor                               er oppdragsgiver,    oppgis av tjenesten

oppføring person
  opplysning møter                                er ja eller nei,     oppgis av tjenesten
"""
HEAD = "regelverk regler\nbygger på ord\n\n\n§ 4-2 Prøve\n\nkrav prøve, etter forskrift § 4-2\n"


def library(rules: str) -> dict[str, Source]:
    """A rule file and the words that it builds on."""
    return {"ord": read_text("ord.ntr", WORDS), "regler": read_text("regler.ntr", rules)}


def renewed(rules: str) -> Renewal:
    """A rule file, which is sound, in the newer forms."""
    found = renewal("regler", library(rules), grammar())
    assert found.ok
    return found.value


def program(rules: str) -> Program:
    """What a rule file asks."""
    compiled = compile_rules(("regler",), library(rules), grammar(), None)
    assert compiled.ok, compiled.diagnostics
    return compiled.value


def with_lines(lines: str | Sequence[str]) -> str:
    """A norm that says these lines."""
    told = [lines] if isinstance(lines, str) else lines
    return HEAD + "".join(f"  {each}\n" for each in told)
