"""Twenty ways to write a rulebook otherwise that mean the same, and some that do not."""

from support.edited_rules import Edit

P, B, F = "parkering", "batteriforordningen", "forskrift_kap4"

OWNED = "  oppfylt når   kjøretøyet disponeres av søkeren\n"
KIND = "    og          kjøretøyet er en personbil eller en varebil\n"
WEIGHT = "    og          kjøretøyets totalvekt er høyst 3500\n"
PAID = "  oppfylt når   betalingens beløp er minst 1 200 kroner\n"
ELECTRIC = (
    "  eller når     kjøretøyets drivstoff er elektrisitet\n"
    "    og          betalingens beløp er minst 600 kroner\n"
)
WRITTEN = """andre ledd bokstav a
krav om skriftlig klage, etter parkeringsforskriften § 12 a andre ledd bokstav a
  gjelder for   klagen
  oppfylt når   klagen er skriftlig

"""
PERMIT = (
    "  gjelder når   tjenesten er en nasjonal tjeneste\n"
    "    og          avgjørelsen er en godkjenning eller et avslag\n"
)
TURNED = (
    "  gjelder når   avgjørelsen er en godkjenning eller et avslag\n"
    "    og          tjenesten er en nasjonal tjeneste\n"
)
FROM_2026 = "  fra 1. januar 2026\n    oppfylt når batteriets levetid er minst 3 år"
PARTED = (
    "  fra 1. januar 2026 til og med 31. desember 2026\n"
    "    oppfylt når batteriets levetid er minst 3 år\n"
    "  fra 1. januar 2027\n    oppfylt når batteriets levetid er minst 3 år"
)
GONE = "tjenesten ikke er avviklet"
LATER = "tjenestens avviklingsdato er etter den dagen endringssøknaden ble sendt"

HIS_NEED = (
    "  med mindre    særlig behov, etter parkeringsforskriften § 3 andre ledd: "
    "parkeringsmyndigheten har vurdert at søkeren har et særlig behov\n"
)
OWNER = (
    "formodning om den som eier kjøretøyet, etter rundskrivet pkt. 2 nr. 1\n"
    "  gjelder når   kjøretøyet eies av søkeren\n"
    "  legges til grunn at kjøretøyet disponeres av søkeren\n\n"
)

REWRITES: dict[str, tuple[str, tuple[Edit, ...]]] = {
    "conditions in another order": (
        P,
        ((P, OWNED + KIND, f"  oppfylt når {KIND[13:]}    og          {OWNED[16:]}"),),
    ),
    "the last condition first": (
        P,
        (
            (
                P,
                OWNED + KIND + WEIGHT,
                f"  oppfylt når {WEIGHT[13:]}    og          {OWNED[16:]}{KIND}",
            ),
        ),
    ),
    "alternatives in another order": (
        P,
        ((P, "en personbil eller en varebil", "en varebil eller en personbil"),),
    ),
    "ways to meet it in another order": (
        P,
        ((P, PAID + ELECTRIC, f"  oppfylt når   {ELECTRIC[16:]}  eller når     {PAID[16:]}"),),
    ),
    "at most one for less than two": (
        P,
        ((P, "antall kort er høyst 1", "antall kort er mindre enn 2"),),
    ),
    "at most for less than one more": (
        P,
        ((P, "totalvekt er høyst 3500", "totalvekt er mindre enn 3501"),),
    ),
    "at least for more than one less": (
        "sykkelbatterier",
        ((B, "kapasitet er minst 400", "kapasitet er mer enn 399"),),
    ),
    "a norm moved": (
        P,
        ((P, WRITTEN, ""), (P, "rundskrivet pkt. 3\n", WRITTEN + "rundskrivet pkt. 3\n")),
    ),
    "documents in another order": (
        "sykkelbatterier",
        (
            (B, "samsvarserklæring er blant", "X er blant"),
            (B, "bruksanvisning er blant", "samsvarserklæring er blant"),
            (B, "X er blant", "bruksanvisning er blant"),
        ),
    ),
    "blank lines": (P, ((P, "\n\n\n§ 4 Antall kort", "\n\n\n\n\n§ 4 Antall kort"),)),
    "spaces": (
        P,
        ((P, "  oppfylt når   klagen er skriftlig", "  oppfylt når     klagen er   skriftlig"),),
    ),
    "a remark": (P, ((P, "merknad Kommunen og", "merknad Denne kommunen og"),)),
    "years as months": (
        "sykkelbatterier",
        ((B, "levetid er minst 2 år", "levetid er minst 24 måneder"),),
    ),
    "a wording parted in two": (
        "sykkelbatterier",
        (
            (
                B,
                FROM_2026,
                PARTED,
            ),
        ),
    ),
    "three weeks for days": (
        P,
        ((P, "21 dager etter den dagen søknaden", "3 uker etter den dagen søknaden"),),
    ),
    "a typing error in own words": (
        "rules",
        ((F, "med egne ord  Kildene nevner", "med egne ord  Kildne nevner"),),
    ),
    "a definition with another name": (
        "rules",
        ((F, "sendt for en godkjent tjeneste", "fremmet for en godkjent tjeneste"),),
    ),
    "conditions of the project in another order": (
        "rules",
        (
            (
                F,
                PERMIT,
                TURNED,
            ),
        ),
    ),
    "actors in another order": (
        "rules",
        (
            (
                F,
                "er en brukerorganisasjon, et fagmiljø eller en nasjonal myndighet",
                "er et fagmiljø, en nasjonal myndighet eller en brukerorganisasjon",
            ),
        ),
    ),
    "either and or turned": (
        "rules",
        (
            (
                F,
                f"enten {GONE}, eller {LATER}",
                f"enten {LATER}, eller {GONE}",
            ),
        ),
    ),
}

CHANGES: dict[str, tuple[str, tuple[Edit, ...], str]] = {
    "a bound": (P, ((P, "vekt er høyst 3500", "vekt er høyst 3499"),), "3500"),
    "the bound itself": (P, ((P, "vekt er høyst 3500", "vekt er mindre enn 3500"),), "3500"),
    "a day": (P, ((P, "fra 1. januar 2025\n", "fra 2. januar 2025\n"),), "2025-01-01"),
    "a deadline": (
        P,
        ((P, "21 dager etter den dagen søknaden", "22 dager etter den dagen søknaden"),),
        "avgjøringsdag",
    ),
    "a value dropped": (P, ((P, "en personbil eller en varebil", "en personbil"),), "varebil"),
    "an exception dropped": (P, ((P, HIS_NEED, ""),), "søkeren_har_et_særlig_behov"),
    "a scope reversed": (
        "sykkelbatterier",
        ((B, "batteriet ikke er til forskning", "batteriet er til forskning"),),
        "til_forskning",
    ),
    "a presumption dropped": (P, ((P, OWNER, ""),), "eies_av_søkeren"),
    "a year": (
        "sykkelbatterier",
        ((B, "levetid er minst 3 år", "levetid er minst 2 år"),),
        "måneder",
    ),
    "a region": (
        "rules",
        ((F, "i nøyaktig to helseregioner", "i minst to helseregioner"),),
        "steder",
    ),
}
"""Each with what is to be met in a case that shows it."""
