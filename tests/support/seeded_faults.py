"""Faulty edits of the project's two rulebooks, as somebody could make them without noticing.

Each is one edit. `code` is what `bevis` says of it without seeing the old version, and `norm` is
the one that it is told of; where there is no code, only the difference shows that something is
wrong, and `norm` is one that moves.
"""

from support.fault import E, Fault, K
from support.unseen_faults import UNSEEN

_ONE = "  oppfylt når   tjenesten har steder ved nøyaktig ett helseforetak"
_TWO_SCOPE = """  gjelder når   tjenesten er en flerregional behandlingstjeneste
    og          tjenesten er gyldig godkjent
  oppfylt når   tjenesten har steder ved nøyaktig to helseforetak
"""
_ROUTINE = "  oppfylt når   tjenesten har varslingsrutine\n"
_KNOWN = "  oppfylt når   tjenesten gjør henvisningskriteriene kjent\n"
_AGREED_ON = "  oppfylt når   tjenesten har omforente henvisningskriterier\n"
_COUNT = "godkjenningsvurderingens antall sykdomsgrupper"
_GROUPS = f"  åpen når      {_COUNT} er minst 1\n"
_LOGO = "  oppfylt når   tjenesten bruker tildelt logo\n"
_LOGO_SCOPE = f"    og          tjenesten har fått tildelt logo\n{_LOGO}"
_OUTSIDE = "  brutt når     tjenesten tar oppgaver utenfor tildelt del\n"
_REGIONS = "  oppfylt når   tjenesten har steder i nøyaktig to helseregioner\n"
_FITS = """  eller når     tjenestens funksjon er kompetanseoppbygging
    og          myndigheten har vurdert at fagfeltet må videreutvikles
"""
_CHANGED_TO = """    og          endringssøknaden er sendt for en godkjent tjeneste
  regnes etter  den dagen endringssøknaden ble sendt
  fra en dag i 2022
    oppfylt når endringssøknadens mottaker er Helsedirektoratet
"""
_ASSESSED = """    og          den årlige vurderingen er gitt om en tjeneste i drift
  regnes etter  1. juni i den årlige vurderingens år
  fra en dag i 2022
    med egne ord Valgt: en vurdering fra departementet"""
_ANSWERED = """    og          søknaden er avgjort av departementet
  regnes etter  den dagen søknaden ble sendt
  fullført når  søknaden er besvart
"""
_APPROVED = "    og          avgjørelsen er en godkjenning eller et avslag\n"
_PAGE_DAY = "    og          kildens siste faglige endring er 5. april 2024\n"
_ADVICE = """  fra en dag mellom 1. januar 2024 og 5. april 2024, etter nettsiden pkt. 4 nr. 6
    med egne ord Valgt: oppfølging kreves"""
_OPERATIONAL = "  fra en dag i 2022, etter veilederen pkt. 3 nr. 16\n"
_ALONE = """    oppstår når søknadens søker er et regionalt helseforetak
"""
_PARTNER = """  eller når     tjenesten ikke er en nasjonal tjeneste
"""
_ORGANISATIONS = "enten medlemskapet ikke har aktuelle brukerorganisasjoner, eller "
_SECTORS = "enten tjenesten ikke har andre relevante sektorer, eller "
_NAME = "enten tjenesten ikke har fastsatt norsk navn, eller "


SEEN: tuple[Fault, ...] = (
    Fault(
        "two counts of trusts for one kind of service",
        K,
        _TWO_SCOPE,
        _TWO_SCOPE.replace("en flerregional", "en nasjonal"),
        "4-2/ett-helseforetak",
        "NTR601",
        "4-2/to-helseforetak",
    ),
    Fault(
        "what is required is forbidden",
        K,
        _OUTSIDE,
        "  brutt når     tjenesten har varslingsrutine\n",
        "4-4/avgrenset-til-tildelt-del",
        "NTR601",
        "4-4/varslingsrutine",
    ),
    Fault(
        "a requirement turned against another",
        K,
        _AGREED_ON,
        "  oppfylt når   tjenesten ikke gjør henvisningskriteriene kjent\n",
        "4-4/omforente-henvisningskriterier",
        "NTR601",
        "4-4/kjente-henvisningskriterier",
    ),
    Fault(
        "a condition and its negation",
        K,
        _LOGO,
        f"{_LOGO}    og          tjenesten ikke bruker tildelt logo\n",
        "4-1/logo",
        "NTR602",
    ),
    Fault(
        "a swapped bound",
        K,
        _GROUPS,
        f"{_GROUPS}    og          {_COUNT} er mindre enn 1\n",
        "4-5/sykdomsgrupper",
        "NTR602",
    ),
    Fault(
        "«og» for «eller»",
        K,
        _FITS,
        _FITS.replace("  eller når  ", "    og       "),
        "4-5/funksjon-passer",
        "NTR602",
    ),
    Fault(
        "two days that cannot both be",
        K,
        _PAGE_DAY,
        f"{_PAGE_DAY}    og          kildens siste faglige endring er før kildens første "
        "publisering\n",
        "1/nettsidens-dato",
        "NTR602",
    ),
    Fault(
        "alternatives that cover all",
        K,
        _GROUPS,
        f"{_GROUPS}  eller når     {_COUNT} er mindre enn 5\n",
        "4-5/sykdomsgrupper",
        "NTR603",
    ),
    Fault(
        "open to everybody",
        E,
        _PARTNER,
        "  eller når     tjenesten er gyldig godkjent\n",
        "ern/partner-søker",
        "NTR603",
    ),
    Fault(
        "a reversed scope",
        K,
        _LOGO_SCOPE,
        f"    og          tjenesten er avviklet\n{_LOGO_SCOPE}",
        "4-1/logo",
        "NTR604",
    ),
    Fault(
        "an exception that takes all",
        K,
        _KNOWN,
        f"{_KNOWN}  med mindre    godkjent: tjenesten er godkjent\n",
        "4-4/kjente-henvisningskriterier",
        "NTR604",
    ),
    Fault(
        "the wordings begin after the days",
        K,
        _CHANGED_TO,
        "    og          endringssøknadens dato er før 1. januar 2022\n" + _CHANGED_TO,
        "4-1/endringssøknad-mottaker",
        "NTR604",
    ),
    Fault(
        "a dead exception",
        K,
        _ROUTINE,
        f"{_ROUTINE}  med mindre    kompetanse: tjenesten er en nasjonal kompetansetjeneste\n",
        "4-4/varslingsrutine",
        "NTR606",
    ),
    Fault(
        "a condition that follows",
        K,
        f"    og          tjenesten er gyldig godkjent\n{_REGIONS}",
        "    og          tjenesten er gyldig godkjent\n"
        f"    og          tjenesten er en behandlingstjeneste\n{_REGIONS}",
        "4-2/to-helseregioner",
        "NTR605",
    ),
    Fault(
        "a lower bound beside a higher",
        K,
        _GROUPS,
        f"{_GROUPS}    og          godkjenningsvurderingens antall sykdomsgrupper er minst 0\n",
        "4-5/sykdomsgrupper",
        "NTR605",
    ),
    Fault(
        "the wrong fact in an alternative",
        E,
        _ORGANISATIONS,
        "enten medlemskapet følges av deling med fagmiljøet, eller ",
        "ern/deler-kunnskap",
        "NTR605",
    ),
    Fault(
        "the same fact twice",
        K,
        _SECTORS,
        "enten tjenesten har vurdert kommunal deltakelse, eller ",
        "4-4/referansegruppe-andre-vurdert",
        "NTR605",
    ),
    Fault(
        "a fact or its opposite",
        K,
        _NAME,
        "enten tjenesten ikke bruker godkjent norsk navn, eller ",
        "4-1/godkjent-navn",
        "NTR605",
    ),
    Fault(
        "a dead wording",
        K,
        _CHANGED_TO,
        "    og          endringssøknadens dato er før 1. januar 2024\n" + _CHANGED_TO,
        "4-1/endringssøknad-mottaker",
        "NTR607",
    ),
    Fault(
        "a first wording nobody reaches",
        K,
        _ASSESSED,
        "    og          den årlige vurderingens år er minst 2025\n" + _ASSESSED,
        "4-1/årlig-vurdering",
        "NTR607",
    ),
    Fault(
        "readings of a deadline that agree",
        K,
        "    lesemåte    neste virkedag: senest første virkedag fra 15. januar i søknadens år\n",
        "    lesemåte    neste virkedag: senest 15. januar i søknadens år\n",
        "4-1/søknadsfrist",
        "NTR608",
    ),
    Fault(
        "readings that agree",
        K,
        "minst to: regnes med når minst to medlemmer i referansegruppen representerer en "
        "brukerorganisasjon",
        "minst to: regnes med",
        "4-4/referansegruppe-brukere",
        "NTR608",
    ),
    Fault(
        "a question that never arises",
        K,
        _ALONE,
        f"{_ALONE}      og        tjenesten er en annen tjeneste\n",
        "4-1/søker-er-rhf",
        "NTR608",
    ),
    Fault(
        "a kind of decision dropped",
        K,
        _APPROVED,
        "    og          avgjørelsen er en godkjenning\n",
        "4-1/beslutter-godkjenning",
        "NTR609",
    ),
    Fault(
        "a kind of service exchanged for another",
        K,
        _TWO_SCOPE,
        _TWO_SCOPE.replace("en flerregional behandlingstjeneste", "en nasjonal kompetansetjeneste"),
        "4-2/ett-helseforetak",
        "NTR609",
    ),
    Fault(
        "what is asked is what lets it apply",
        K,
        _ANSWERED,
        _ANSWERED.replace("søknaden er besvart", "søknaden er avgjort av departementet"),
        "4-1/hdir-tilrår-svar",
        "NTR611",
    ),
    Fault(
        "a requirement that repeats the scope",
        K,
        _LOGO,
        "  oppfylt når   tjenesten har fått tildelt logo\n",
        "4-1/logo",
        "NTR611",
    ),
    Fault(
        "a gap in the dates",
        K,
        _OPERATIONAL,
        "  fra en dag i 2022 til og med 31. desember 2022, etter veilederen pkt. 3 nr. 16\n",
        "3/hdir-operasjonaliserer",
        "NTR402",
    ),
    Fault(
        "wordings at once",
        K,
        _ADVICE,
        _ADVICE.replace("mellom 1. januar 2024 og 5. april 2024", "i 2022"),
        "3/servicemiljø-oppgaver",
        "NTR401",
    ),
)

FAULTS = (*SEEN, *UNSEEN)
