"""A rulebook that asks for a fact of every type, alone and in lists, in every way to ask."""

_FACTS = """\
regelverk alle typer

begrep slag
  verdi fast
  verdi løs

begrep eneste
  verdi alene

register foretak
  institusjon Nord HF, også skrevet Nord
  institusjon Sør HF, også skrevet Sør

rolle myndigheten
  innehaver fra 1. januar 2011 til og med 31. desember 2023 er direktoratet
  innehaver fra 1. januar 2024 er departementet

opplysninger om ting, tingen, tingens
  opplysning åpen         er ja eller nei, oppgis av eieren
  opplysning navn         er tekst, oppgis av eieren
  opplysning start        er dato, oppgis av eieren
  opplysning driftsår     er årstall, oppgis av eieren
  opplysning kvartal      er kvartal, oppgis av eieren
  opplysning måned        er måned, oppgis av eieren
  opplysning kvartalene   er liste av kvartal, oppgis av eieren
  opplysning månedene     er liste av måned, oppgis av eieren
  opplysning plasser      er heltall, oppgis av eieren
  opplysning andel        er desimaltall, oppgis av eieren
  opplysning tilskudd     er beløp, oppgis av eieren
  opplysning virketid     er tidsrom i måneder, oppgis av eieren
  opplysning ventetid     er tidsrom i dager, oppgis av eieren
  opplysning slag         er slag, oppgis av eieren
  opplysning det eneste   er eneste, oppgis av eieren
  opplysning foretak      er foretak, oppgis av eieren
  opplysning navnene      er liste av tekst, oppgis av eieren
  opplysning startene     er liste av dato, oppgis av eieren
  opplysning driftsårene  er liste av årstall, oppgis av eieren
  opplysning plassene     er liste av heltall, oppgis av eieren
  opplysning andelene     er liste av desimaltall, oppgis av eieren
  opplysning tilskuddene  er liste av beløp, oppgis av eieren
  opplysning virketidene  er liste av tidsrom i måneder, oppgis av eieren
  opplysning ventetidene  er liste av tidsrom i dager, oppgis av eieren
  opplysning slagene      er liste av slag, oppgis av eieren
  opplysning foretakene   er liste av foretak, oppgis av eieren
  opplysning delene       er liste av del, oppgis av eieren
  vurdering forsvarlig, gjøres av myndigheten

oppføring del
  opplysning andel        er desimaltall, oppgis av eieren
  opplysning tilskudd     er beløp, oppgis av eieren
  opplysning virketid     er tidsrom i måneder, oppgis av eieren
  opplysning ventetid     er tidsrom i dager, oppgis av eieren
  opplysning dag          er dato, oppgis av eieren
  opplysning driftsår     er årstall, oppgis av eieren
  opplysning plasser      er heltall, oppgis av eieren
  opplysning navn         er tekst, oppgis av eieren
  opplysning foretak      er foretak, oppgis av eieren
  opplysning slag         er slag, oppgis av eieren
  opplysning åpen         er ja eller nei, oppgis av eieren

opplysninger om søknad, søknaden, søknadens
  valgfri ikke alle søker
  opplysning beløp        er beløp, oppgis av søkeren

§ 4-2 Alt
"""
_ASKED = """\
tingen er åpen
tingens navn er «ett»
tingens navn er ikke «ett»
tingens start er senest 1. mars 2024
tingens driftsår er 2024
tingens driftsår er høyst 1800
tingens kvartal er første kvartal 2024
tingens kvartal er mindre enn kvartalet etter tingens start
tingens måned er minst mars 2024
tingens start er senest utgangen av tingens måned
tingens kvartalene dekker hvert kvartal fra første kvartal 2024 til og med tredje kvartal 2024
tingens månedene dekker hver måned fra januar 2024 til og med mars 2024
tingens plasser er minst 3
tingens plasser er 3 eller 5
tingens plasser er minst 999999999999999999
tingens andel er 0,3
tingens andel er minst 0,3 & tingens andel er mindre enn 0,31
tingens andel er mer enn 0,3 & tingens andel er mindre enn 0,31
tingens andel er minst 0,123456789012345678901234567
tingens tilskudd er høyst 100 kroner
tingens tilskudd er mer enn 0,50 kroner
tingens virketid er inntil 5 år
tingens virketid er minst 0 måneder
tingens ventetid er mindre enn 1 dag
tingens slag er fast
tingens det eneste er alene
tingens foretak er Nord
myndigheten har vurdert at forsvarlig
det finnes minst 1 blant tingens navnene der oppføringen er «ett»
for alle blant tingens startene gjelder at oppføringen er senest 1. mars 2024
tingens driftsårene dekker hvert år fra og med 2020 til og med 2022
det finnes minst 1 blant tingens plassene der oppføringen er mer enn 4
det finnes minst 1 blant tingens andelene der oppføringen er mer enn 0,5
for alle blant tingens tilskuddene gjelder at oppføringen er minst 10 kroner
for alle blant tingens virketidene gjelder at oppføringen er minst 10 måneder
for alle blant tingens ventetidene gjelder at oppføringen er minst 10 dager
tingens slagene omfatter hver slag
det finnes nøyaktig 1 blant tingens foretakene der oppføringen er Nord
antall ulike foretak blant tingens delene er 2
det finnes minst 1 blant tingens delene der andel er minst 0,25
for minst halvparten blant tingens delene gjelder at tilskudd er minst 100 kroner
for alle blant tingens delene gjelder at virketid er inntil 2 år og at ventetid er inntil 14 dager
det finnes ingen blant tingens delene der dag er etter 1. mai 2024
det finnes ingen blant tingens delene der driftsår er 2024
det finnes ingen blant tingens delene der plasser er mer enn 2
det finnes høyst 1 blant tingens delene der navn er «en» og der oppføringen er åpen
det finnes høyst 1 blant tingens delene der slag er fast
saken har søknad & søknadens beløp er minst 5 kroner
"""
_OTHERS = """\
krav med dager, etter forskrift § 4-2
  regnes etter  tingens start
  fra 1. januar 2020 til og med 31. desember 2020
    oppfylt når tingens tilskudd er minst 0,01 kroner
  fra 1. januar 2021
    oppfylt når tingens andel er mer enn tingens andel

frist levere, etter forskrift § 4-2
  regnes etter tingens start
  utført       tingens start
  senest       samme dato 1 måned etter 31. januar 2024, rundet ned

krav med siste dag, etter forskrift § 4-2
  oppfylt når tingen er åpen
  senest      15. januar i kalenderåret for tingens start

krav etter tabell, etter forskrift § 4-2
  oppfylt etter tabellen tingens slag | tingens andel | tingens tilskudd
  rad                    fast         | minst 0,5     | inntil 100 kroner
  rad                    løs          | –             | mer enn 1,50 kroner
"""


def _norm(number: int, asked: str) -> str:
    lines = "\n    og        ".join(asked.split(" & "))
    return f"krav nummer {number}, etter forskrift § 4-2\n  oppfylt når {lines}\n"


EVERY_TYPE = "\n".join((_FACTS, *map(_norm, range(1, 99), _ASKED.splitlines()), _OTHERS))
"""The rules as a file."""
