"""A small rulebook of the tests' own, which builds on nothing."""

PARKING = """\
regelverk parkering

kilde forskrift, gjelder fra 1. januar 2020
kilde veileder, gjelder fra 1. januar 2020

begrep kjøretøy
  verdi bil
  verdi sykkel

opplysninger om plass, plassen, plassens
  opplysning kjøretøy er kjøretøy, oppgis av eieren
    betyr Det som står på plassen.
  opplysning timer er heltall, oppgis av parkeringsvakten
  opplysning takst er beløp, oppgis av parkeringsvakten
  opplysning naboer er liste av nabo, oppgis av eieren

oppføring nabo
  opplysning kjøretøy er kjøretøy, oppgis av naboen

opplysninger om klage, klagen, klagens
  valgfri bare noen klager
  opplysning dag er dato, oppgis av klageren

§ 1-1 Parkering

krav korttid, etter forskrift § 1-1 første ledd
  med egne ord En bil står høyst to timer, fra 2022 bare én.
  gjelder når plassens kjøretøy er bil
  fra 1. januar 2020 til og med 31. desember 2021
    antatt siste dag, brevet er udatert
    oppfylt når plassens timer er høyst 2
  fra 1. januar 2022
    antatt første dag, brevet er udatert
    oppfylt når plassens timer er høyst 1

krav takst, etter veileder pkt. 1 nr. 1
  oppfylt når plassens takst er minst 20 kroner

krav felles, etter forskrift § 1-1 andre ledd
  oppfylt når for alle blant plassens naboer gjelder at kjøretøy er sykkel

konstatering klaget, etter forskrift § 1-1 tredje ledd
  gjelder for klagen
  slås fast når klagens dag er senest 1. juli 2024

krav hensyn, etter forskrift § 1-1 fjerde ledd
  oppfylt når plassens kjøretøy er sykkel
  tolkning Er en bil med sykkel på taket en sykkel?
    for leddet plassens kjøretøy er sykkel
    oppstår når plassens kjøretøy er bil
    lesemåte vid: regnes med
    lesemåte snever: regnes ikke med
    valgt vid
"""
