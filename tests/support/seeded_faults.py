"""Faulty edits of the project's two rulebooks, as somebody could make them without noticing.

Each is one edit. `code` is what `bevis` says of it without seeing the old version, and `norm` is
the one that it is told of; where there is no code, only the difference shows that something is
wrong, and `norm` is one that moves.
"""

from attrs import frozen

K, E = "forskrift_kap4", "erne"


@frozen
class Fault:
    """An edit: the file, what stands in it once, and what is put there instead."""

    name: str
    file: str
    old: str
    new: str
    norm: str
    code: str | None
    other: str = ""
    """The norm that it is at odds with."""


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
_SOUND = "tjenesten er en nasjonal behandlingstjeneste, en flerregional behandlingstjeneste eller "

_FEBRUARY = """  senest        1. mars året etter driftsåret
  tolkning      Gjelder dagen som står når fristen faller på en fridag?, etter nettsiden pkt. 5 nr. 2
    for leddet  senest 1. mars året etter driftsåret
    oppstår når 1. mars året etter driftsåret er en fridag
    lesemåte    dagen som står: senest 1. mars året etter driftsåret
    lesemåte    neste virkedag: senest første virkedag fra 1. mars året etter driftsåret
    valgt       ingen

krav om rapport"""  # noqa: E501 - as it stands in the rules

FAULTS: tuple[Fault, ...] = (
    # --- what one version alone shows -------------------------------------------------------
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
    # --- what only the difference shows -----------------------------------------------------
    Fault(
        "a number one too low",
        E,
        "medlemmer fra minst åtte land",
        "medlemmer fra minst sju land",
        "ern/minst-åtte-land",
        None,
    ),
    Fault(
        "at least for exactly",
        K,
        "i nøyaktig to helseregioner",
        "i minst to helseregioner",
        "4-2/to-helseregioner",
        None,
    ),
    Fault(
        "a deadline one day late",
        K,
        _FEBRUARY,
        "  senest        2. mars året etter driftsåret\n\nkrav om rapport",
        "4-4/årsrapport-frist",
        None,
    ),
    Fault(
        "a last day one day early",
        K,
        "    senest      31. desember 2022\n",
        "    senest      30. desember 2022\n",
        "3/servicemiljø",
        None,
    ),
    Fault(
        "a day of publication one day late",
        K,
        "kildens første publisering er 7. mai 2019",
        "kildens første publisering er 8. mai 2019",
        "1/nettsidens-dato",
        None,
    ),
    Fault(
        "a number of years in a table",
        K,
        "    rad                    opplæring            | inntil 5 år\n",
        "    rad                    opplæring            | inntil 6 år\n",
        "4-5/funksjon-og-virketid",
        None,
    ),
    Fault(
        "a body dropped",
        K,
        "avgjørelsens beslutter er departementet eller Helsedirektoratet",
        "avgjørelsens beslutter er departementet",
        "4-1/beslutter-endring",
        None,
    ),
    Fault(
        "a kind dropped from the common word",
        K,
        f"  betyr at      {_SOUND}en nasjonal kompetansetjeneste\n",
        "  betyr at      tjenesten er en nasjonal behandlingstjeneste eller en flerregional "
        "behandlingstjeneste\n",
        "4-1/logo",
        None,
    ),
    Fault(
        "a lost assumption",
        K,
        """formodning om at tjenesten består, etter forskriften § 4-1 andre ledd
  kjennemerke   2/formodet-ikke-avviklet
  legges til grunn at tjenesten ikke er avviklet

""",
        "",
        "4-1/logo",
        None,
    ),
    Fault(
        "a lost question",
        K,
        """  tolkning      Er utredning av enkeltpasienter behandling?, etter veilederen pkt. 4.6 nr. 2
    for leddet  tjenesten utreder enkeltpasienter
    oppstår når tjenesten utreder enkeltpasienter
    lesemåte    utredning er en del av behandlingen: regnes med
    lesemåte    veilederen holder utredning og behandling fra hverandre: regnes ikke med
    valgt       ingen
""",  # noqa: E501 - as it stands in the rules
        "",
        "4-6/ikke-pasientbehandling",
        None,
    ),
    Fault(
        "another reading chosen",
        K,
        "    valgt       også for endringer\n",
        "    valgt       bare for nye tjenester\n",
        "4-1/endringssøknad-skjema",
        None,
    ),
    Fault(
        "a forgotten requirement",
        K,
        "    og          tjenesten samarbeider for likeverdig tilgjengelighet\n",
        "",
        "4-2/samarbeid",
        None,
    ),
    Fault(
        "a forgotten part of a group",
        K,
        "    og          alle krav i forskriften § 4-6 er oppfylt\n\nkrav om ansvar",
        "\nkrav om ansvar",
        "3/rhf-ansvar",
        None,
    ),
    Fault(
        "a conclusion turned",
        K,
        "  gjelder når   godkjenningsdagen er senest vurderingsdagen\n",
        "  gjelder når   godkjenningsdagen er før vurderingsdagen\n",
        "4-1/logo",
        None,
    ),
    Fault(
        "a body exchanged for another",
        K,
        "endringssøknadens mottaker er departementet\n\nadgang",
        "endringssøknadens mottaker er Helsedirektoratet\n\nadgang",
        "4-1/endringssøknad-mottaker",
        None,
    ),
    Fault(
        "only one of the regions' tasks",
        E,
        "ERN-søknaden er i samsvar med nasjonal lovgivning\n  steg c",
        "ERN-søknaden er verifisert som fullstendig\n  steg c",
        "ern/steg-b",
        None,
    ),
)
