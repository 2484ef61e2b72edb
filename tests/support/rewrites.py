"""Twenty ways to write a rulebook otherwise that mean the same."""

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
BODIES = "er en brukerorganisasjon, et fagmiljø eller en nasjonal myndighet"

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
    "a month as days of a year": (
        "sykkelbatterier",
        ((B, "levetid er minst 2 år", "levetid er minst 24 måneder"),),
    ),
    "a wording parted in two": (
        "sykkelbatterier",
        (
            (
                B,
                FROM_2026, PARTED,
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
                PERMIT, TURNED,
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
                "enten tjenesten ikke er avviklet, eller tjenestens avviklingsdato er etter den dagen endringssøknaden ble sendt",
                "enten tjenestens avviklingsdato er etter den dagen endringssøknaden ble sendt, eller tjenesten ikke er avviklet",
            ),
        ),
    ),
}
