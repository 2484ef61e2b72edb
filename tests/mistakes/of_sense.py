"""Mistakes in lines that can be read: names, types, citations, and what cannot be meant."""

from mistakes.mistake import Mistake

_RUTINE = "    og          skyssen har varslingsrutine\n"
_ELEVER = "  oppfylt når   skyssens antall elever er minst 4\n"
_PRIS = "    og          skyssens pris er høyst 500 kroner\n"
_LYS = "    oppfylt når det finnes minst 1 blant stoppestedene der stoppestedet har lys\n"
_VISER = "  oppfylt når   § 1-2 «om trygg skyss» er oppfylt\n"
_SOKER = "  oppfylt når   søknadens søker er forelder eller skole\n"

OF_SENSE = (
    # ---- names
    Mistake(
        "ikke erklært",
        _RUTINE,
        "    og          skyssen har rutine for varsling\n",
        "NTR204",
        "skyssen har rutine for varsling",
    ),
    Mistake(
        "skrevet feil",
        "  gjelder når   skyssen er godkjent\n",
        "  gjelder når   skyssen er godkjendt\n",
        "NTR204",
        "skyssen er godkjendt",
    ),
    Mistake(
        "feil verdi",
        _SOKER,
        "  oppfylt når   søknadens søker er forelder eller elev\n",
        "NTR208",
        "elev",
    ),
    Mistake(
        "er mangler",
        "  gjelder når   skyssen er godkjent\n",
        "  gjelder når   skyssen godkjent\n",
        "NTR221",
        "skyssen godkjent",
    ),
    Mistake(
        "feil organ",
        "  åpen når      skyssmyndigheten har",
        "  åpen når      kommunen har",
        "NTR206",
        "kommunen",
    ),
    Mistake(
        "ikke en liste",
        _LYS,
        "    oppfylt når det finnes minst 1 blant startdagen der stoppestedet har lys\n",
        "NTR305",
        "startdagen",
    ),
    Mistake(
        "feil relasjon",
        _PRIS,
        "    og          skyssens pris er senest 500 kroner\n",
        "NTR303",
        "skyssens pris er senest 500 kroner",
    ),
    Mistake(
        "en annen type", _PRIS, "    og          skyssens pris er høyst 500\n", "NTR301", "500"
    ),
    Mistake(
        "tekst uten hermetegn",
        _ELEVER,
        "  oppfylt når   det finnes minst 1 blant stoppestedene der kommune er Oslo\n",
        "NTR204",
        "Oslo",
    ),
    Mistake(
        "del som kan mangle",
        _ELEVER,
        "  oppfylt når   søknadens søker er skole\n",
        "NTR220",
        "søknadens søker",
    ),
    Mistake(
        "gruppe som ikke finnes",
        "  gjelder for   søknaden\n  utført",
        "  gjelder for   søkeren\n  utført",
        "NTR219",
        "søkeren",
    ),
    # ---- referring and citing
    Mistake(
        "norm med ny tittel",
        _VISER,
        "  oppfylt når   § 1-2 «trygg skyss» er oppfylt\n",
        "NTR212",
        "§ 1-2 «trygg skyss»",
    ),
    Mistake(
        "kilde som ikke er erklært",
        "krav om søker, etter forskriften § 1-3\n",
        "krav om søker, etter instruksen § 1-3\n",
        "NTR250",
        "instruksen § 1-3",
    ),
    Mistake(
        "feil ledd",
        "krav om lys, etter forskriften § 1-2 andre ledd\n",
        "krav om lys, etter forskriften § 1-2 første ledd\n",
        "NTR302",
        "om lys",
    ),
    Mistake(
        "leddet er endret",
        "    for leddet  § 1-2 «om trygg skyss» er oppfylt\n",
        "    for leddet  § 1-2 «om lys» er oppfylt\n",
        "NTR216",
        "for leddet  § 1-2 «om lys» er oppfylt",
    ),
    Mistake(
        "komma foran ledd",
        "krav om elever, etter forskriften § 1-2 andre ledd\n",
        "krav om elever, etter forskriften § 1-2, andre ledd\n",
        "NTR100",
        ",",
    ),
    Mistake(
        "ledd med tall",
        "krav om elever, etter forskriften § 1-2 andre ledd\n",
        "krav om elever, etter forskriften § 1-2 2. ledd\n",
        "NTR100",
        "2.",
    ),
    # ---- sense
    Mistake(
        "vilkår som utelukker hverandre",
        _PRIS,
        _PRIS + "    og          skyssens pris er minst 600 kroner\n",
        "NTR420",
        "skyssens pris er minst 600 kroner",
    ),
    Mistake(
        "unntak som aldri virker",
        "  gjelder når   skyssen er godkjent\n",
        "  gjelder når   skyssen er godkjent\n    og          skyssen ikke er nedlagt\n",
        "NTR422",
        "skyssen er nedlagt",
    ),
    Mistake(
        "alle verdiene",
        _SOKER,
        "  oppfylt når   søknadens søker er forelder, skole eller kommune\n",
        "NTR404",
        "søknadens søker er forelder, skole eller kommune",
    ),
    Mistake(
        "liste over",
        "er liste av stoppested,",
        "er liste over stoppested,",
        "NTR211",
        "liste over stoppested",
    ),
)
