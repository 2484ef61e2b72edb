"""A small rulebook without mistakes, in the forms that a lawyer reads."""

RULES = """\
regelverk skoleskyss

kilde forskriften om skoleskyss, forskriften
  slag          forskrift
  full tittel   Forskrift om skoleskyss
  vises til som § 1-2
  brudd heter   brutt

begrep kjøretøy
  verdi buss
  verdi båt
  verdi drosje
  verdi annet kjøretøy

begrep søkertype
  verdi forelder
  verdi skole
  verdi kommune

rolle skyssmyndigheten
  innehaver fra 1. januar 2020 til og med 31. desember 2023 er kommunen
  innehaver fra 1. januar 2024 er fylkeskommunen

vurdering skoleveien byr på fare, gjøres av skyssmyndigheten

opplysninger om skyss, skyssen
  opplysning kjøretøy, kjører med, er kjøretøy, oppgis av kommunen
  opplysning stoppesteder, stoppestedene, er liste av stoppested, oppgis av kommunen
  opplysning startdato, startdagen, er dato, oppgis av kommunen
  opplysning siste kjøredag er dato, oppgis av kommunen
  opplysning godkjent er ja eller nei, oppgis av kommunen
  opplysning nedlagt er ja eller nei, oppgis av kommunen
  opplysning har varslingsrutine er ja eller nei, oppgis av kommunen
  opplysning har sikkerhetsbelte til alle er ja eller nei, oppgis av kommunen
  opplysning antall elever er heltall, oppgis av kommunen
  opplysning pris er beløp, oppgis av kommunen

oppføring stoppested, stoppestedet
  opplysning har lys er ja eller nei, oppgis av kommunen
  opplysning kommune er tekst, oppgis av kommunen

opplysninger om søknad, søknaden
  valgfri ikke alle saker gjelder en søknad
  opplysning dato, ble sendt, er dato, oppgis av søkeren
  opplysning søker er søkertype, oppgis av søkeren
  opplysning vedtatt er dato, oppgis av kommunen


§ 1-2 Skyssen

første ledd
krav om trygg skyss, etter forskriften § 1-2 første ledd
  gjelder når   skyssen er godkjent
  oppfylt når   skyssen har sikkerhetsbelte til alle
    og          skyssen har varslingsrutine
  eller når     skyssen kjører med båt
  med mindre    nedleggelse: skyssen er nedlagt

andre ledd
krav om lys, etter forskriften § 1-2 andre ledd
  fra 1. januar 2020 til og med 31. desember 2023
    antatt      siste dag, kunngjøringen sier bare året
    oppfylt når det finnes minst 1 blant stoppestedene der stoppestedet har lys
  fra 1. januar 2024
    antatt      første dag, kunngjøringen sier bare året
    oppfylt når alle stoppestedene har lys

krav om elever, etter forskriften § 1-2 andre ledd
  gjelder når   skyssen kjører med buss, båt eller drosje
  oppfylt når   skyssens antall elever er minst 4

adgang til fritak, etter forskriften § 1-2 andre ledd
  åpen når      skyssmyndigheten har vurdert at skoleveien byr på fare
    og          skyssens pris er høyst 500 kroner

§ 1-3 Søknaden

frist for søknaden, etter forskriften § 1-3
  gjelder for   søknaden
  utført        den dagen søknaden ble sendt
  senest        1. mars i kalenderåret for vurderingsdagen

krav om søker, etter forskriften § 1-3
  gjelder for   søknaden
  oppfylt når   søknadens søker er forelder eller skole
    og          søknaden ble sendt senest 1. juni 2030
    og          søknadens vedtatt er etter den dagen søknaden ble sendt

vilkår for drift, etter forskriften § 1-3
  gjelder når   startdagen er tidligst 1. januar 2024
  oppfylt når   § 1-2 «om trygg skyss» er oppfylt
    og          skyssens siste kjøredag er etter startdagen
  tolkning      Gjelder vilkåret også når skyssen er nedlagt?, etter forskriften § 1-3
    for leddet  § 1-2 «om trygg skyss» er oppfylt
    oppstår når skyssen er nedlagt
    lesemåte    den gjelder: regnes med
    lesemåte    den gjelder ikke: regnes ikke med
    valgt       ingen
"""
