"""Mistakes that keep a line from being read, or from standing where it does."""

from mistakes.mistake import Mistake

_TRYGG = "  oppfylt når   skyssen har sikkerhetsbelte til alle\n"
_RUTINE = "    og          skyssen har varslingsrutine\n"
_BAT = "  eller når     skyssen kjører med båt\n"
_ELEVER = "  oppfylt når   skyssens antall elever er minst 4\n"
_ALLE = "    oppfylt når alle stoppestedene har lys\n"
_SENEST = "  senest        1. mars i kalenderåret for vurderingsdagen\n"
_START = "  gjelder når   startdagen er tidligst 1. januar 2024\n"
_FRA = "  fra 1. januar 2024\n"

OF_FORM = (
    # ---- joining
    Mistake(
        "og midt i linjen",
        _TRYGG + _RUTINE,
        "  oppfylt når   skyssen har sikkerhetsbelte til alle og skyssen har varslingsrutine\n",
        "NTR140",
        "og",
    ),
    Mistake(
        "eller mellom påstander",
        _TRYGG,
        "  oppfylt når   skyssen har sikkerhetsbelte til alle eller skyssen er nedlagt\n",
        "NTR141",
        "eller",
    ),
    Mistake(
        "enten uten komma",
        _TRYGG,
        "  oppfylt når   enten skyssen har sikkerhetsbelte til alle eller skyssen er nedlagt\n",
        "NTR141",
        "eller",
    ),
    Mistake(
        "komma til slutt",
        _TRYGG,
        "  oppfylt når   skyssen har sikkerhetsbelte til alle,\n",
        "NTR100",
        ",",
    ),
    Mistake("eller uten når", _BAT, "  eller         skyssen kjører med båt\n", "NTR101", "eller"),
    Mistake(
        "samt for og", _RUTINE, "    samt        skyssen har varslingsrutine\n", "NTR101", "samt"
    ),
    Mistake(
        "fortsettelse uten og",
        _RUTINE,
        "                skyssen har varslingsrutine\n",
        "NTR101",
        "skyssen",
    ),
    # ---- line words
    Mistake(
        "linjeord feilskrevet",
        _ELEVER,
        "  opfylt når    skyssens antall elever er minst 4\n",
        "NTR101",
        "opfylt når",
    ),
    Mistake(
        "unntak for med mindre",
        "  med mindre    nedleggelse: skyssen er nedlagt\n",
        "  unntak        skyssen er nedlagt\n",
        "NTR101",
        "unntak",
    ),
    Mistake(
        "gjelder ikke når",
        "  med mindre    nedleggelse: skyssen er nedlagt\n",
        "  gjelder ikke når skyssen er nedlagt\n",
        "NTR101",
        "gjelder ikke når",
    ),
    Mistake(
        "unntak uten navn",
        "  med mindre    nedleggelse: skyssen er nedlagt\n",
        "  med mindre    skyssen er nedlagt\n",
        "NTR105",
        "",
    ),
    Mistake(
        "jf. for etter",
        "krav om elever, etter forskriften § 1-2 andre ledd\n",
        "krav om elever, jf. forskriften § 1-2 andre ledd\n",
        "NTR100",
        ", jf.",
    ),
    Mistake(
        "ordet for et annet slag",
        "  åpen når      skyssmyndigheten",
        "  oppfylt når   skyssmyndigheten",
        "NTR161",
        "oppfylt når",
    ),
    Mistake(
        "linjen for høyt",
        "  gjelder når   skyssen er godkjent\n" + _TRYGG + _RUTINE + _BAT,
        _TRYGG + _RUTINE + _BAT + "  gjelder når   skyssen er godkjent\n",
        "NTR121",
        "gjelder når   skyssen er godkjent",
    ),
    Mistake(
        "to ganger",
        "  gjelder når   skyssen er godkjent\n",
        "  gjelder når   skyssen er godkjent\n  gjelder når   skyssen er nedlagt\n",
        "NTR122",
        "gjelder når   skyssen er nedlagt",
    ),
    Mistake(
        "lesemåte uten tolkning",
        "  tolkning      Gjelder vilkåret også når skyssen er nedlagt?, etter forskriften § 1-3\n",
        "",
        "NTR162",
        "for leddet  § 1-2 «om trygg skyss» er oppfylt",
    ),
    Mistake(
        "norm uten kilde",
        "krav om søker, etter forskriften § 1-3\n",
        "krav om søker\n",
        "NTR160",
        "om søker",
    ),
    Mistake(
        "plikten ligger hos",
        "  gjelder for   søknaden\n  oppfylt",
        "  gjelder for   søknaden\n  plikten ligger hos søkeren\n  oppfylt",
        "NTR101",
        "plikten ligger hos",
    ),
    Mistake(
        "ikke først",
        "  gjelder når   skyssen er godkjent\n",
        "  gjelder når   ikke skyssen er nedlagt\n",
        "NTR100",
        "ikke",
    ),
    # ---- groups
    Mistake(
        "alle … ikke",
        _ALLE,
        "    oppfylt når alle stoppestedene ikke har lys\n",
        "NTR241",
        "alle stoppestedene ikke har lys",
    ),
    Mistake(
        "komma foran som",
        _ALLE,
        "    oppfylt når alle stoppestedene, som har lys, har lys\n",
        "NTR100",
        ",",
    ),
    Mistake(
        "komma mangler etter som",
        _ALLE,
        "    oppfylt når alle stoppestedene som har lys har benk\n",
        "NTR244",
        "har lys har benk",
    ),
    Mistake(
        "ikke sagt om oppføringen",
        _ALLE,
        "    oppfylt når alle stoppestedene har benk\n",
        "NTR243",
        "har benk",
    ),
    Mistake(
        "feil liste",
        _ALLE,
        "    oppfylt når alle holdeplassene har lys\n",
        "NTR204",
        "holdeplassene har lys",
    ),
    # ---- days and numbers
    Mistake(
        "dag som ikke finnes",
        _START,
        "  gjelder når   startdagen er tidligst 31. april 2024\n",
        "NTR132",
        "31. april 2024",
    ),
    Mistake(
        "måned som ikke finnes",
        _START,
        "  gjelder når   startdagen er tidligst 1. januer 2024\n",
        "NTR132",
        "januer",
    ),
    Mistake(
        "dato det er tvil om",
        _START,
        "  gjelder når   startdagen er tidligst 1/2-24\n",
        "NTR130",
        "1/2-24",
    ),
    Mistake(
        "til uten og med",
        "  fra 1. januar 2020 til og med 31. desember 2023\n    antatt",
        "  fra 1. januar 2020 til 31. desember 2023\n    antatt",
        "NTR100",
        "til",
    ),
    Mistake("fra en måned", _FRA, "  fra januar 2024\n", "NTR100", "januar 2024"),
    Mistake(
        "mellom … til",
        _FRA,
        "  fra en dag mellom 1. januar 2024 til 5. april 2024\n",
        "NTR100",
        "til",
    ),
    Mistake(
        "bakvendt periode",
        "  fra 1. januar 2020 til og med 31. desember 2023\n    antatt",
        "  fra 1. januar 2020 til og med 31. desember 2013\n    antatt",
        "NTR405",
        "fra 1. januar 2020 til og med 31. desember 2013",
    ),
    Mistake(
        "stort tall med bokstaver",
        _ELEVER,
        "  oppfylt når   skyssens antall elever er minst tjue\n",
        "NTR205",
        "tjue",
    ),
    Mistake(
        "år uten runding",
        _SENEST,
        "  senest        samme dato ett år etter startdagen\n",
        "NTR304",
        "samme dato ett år etter startdagen",
    ),
    Mistake(
        "tegn for ord", _ELEVER, "  oppfylt når   skyssens antall elever >= 4\n", "NTR152", ">="
    ),
    Mistake(
        "men uten komma",
        _SENEST,
        "  senest        startdagen men senest 1. mars 2025\n",
        "NTR100",
        "men",
    ),
    # ---- in other words
    Mistake(
        "er lik", _ELEVER, "  oppfylt når   skyssens antall elever er lik 4\n", "NTR100", "er lik"
    ),
    Mistake(
        "ikke under",
        _ELEVER,
        "  oppfylt når   skyssens antall elever er ikke under 4\n",
        "NTR100",
        "er ikke under",
    ),
    Mistake("kr foran beløpet", "er høyst 500 kroner", "er høyst kr 500", "NTR100", "kr"),
    Mistake("beløp med strek", "er høyst 500 kroner", "er høyst 500,-", "NTR100", ",-"),
    Mistake(
        "unntak i linjen",
        _ELEVER,
        "  oppfylt når   skyssens antall elever er minst 4, med mindre skyssen er nedlagt\n",
        "NTR100",
        ", med mindre",
    ),
    Mistake(
        "oppfylt uten når",
        _ELEVER,
        "  oppfylt       skyssens antall elever er minst 4\n",
        "NTR101",
        "oppfylt",
    ),
    Mistake(
        "sitat uten kilde",
        "krav om søker, etter forskriften § 1-3\n",
        "krav om søker, etter § 1-3\n",
        "NTR100",
        "§ 1-3",
    ),
    Mistake(
        "og mellom kilder",
        "krav om søker, etter forskriften § 1-3\n",
        "krav om søker, etter forskriften § 1-3 og forskriften § 1-2\n",
        "NTR100",
        "og",
    ),
    # ---- what others stand on
    Mistake(
        "overskrift uten tegn", "§ 1-3 Søknaden", "Paragraf 1-3 Søknaden", "NTR101", "Paragraf"
    ),
    Mistake(
        "sted med tall", "andre ledd\nkrav om lys", "2. ledd\nkrav om lys", "NTR101", "2. ledd"
    ),
    Mistake(
        "opplysning uten den som oppgir den",
        "  opplysning pris er beløp, oppgis av kommunen\n",
        "  opplysning pris er beløp\n",
        "NTR105",
        "",
    ),
    Mistake("ja/nei", "godkjent er ja eller nei", "godkjent er ja/nei", "NTR100", "ja/nei"),
    Mistake(
        "del uten bestemt form",
        "opplysninger om søknad, søknaden\n",
        "opplysninger om søknad\n",
        "NTR105",
        "",
    ),
    Mistake(
        "slag kilde", "  slag          forskrift\n", "  type          forskrift\n", "NTR101", "type"
    ),
)
