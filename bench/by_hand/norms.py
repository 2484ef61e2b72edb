"""Which norms are written by hand, and the day that they are judged on.

They have dates, numbers, lists, lists of names, conditions that may be open, scopes, and a day in
force that is not known to the day. None asks for what follows from other facts: that would be most
of the work by hand, and is most of what the rulebook has.
"""

from datetime import date

DAY = date(2026, 10, 1)
BY_HAND = (
    "3/helhetlig-gjennomgang",
    "3/servicemiljø-oppgaver",
    "3/hdir-operasjonaliserer",
    "4-1/søker-er-rhf",
    "4-1/samordnet-og-prioritert",
    "4-1/hf-søker-rhf-først",
    "4-3/kompetanse-og-infrastruktur",
    "4-5/sykdomsgrupper",
    "ern/minst-ti-medlemmer",
    "ern/minst-åtte-land",
    "ern/deler-kunnskap",
    "ern/logo-nettverk",
    "ern/partner-former",
    "ern/bekreftet-av-hdir",
    "ern/utlysning",
)
