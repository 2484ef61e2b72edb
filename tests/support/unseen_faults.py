"""Faulty edits that make sense by themselves: only the difference shows that something is wrong."""

from support.fault import E, Fault, K

_SOUND = "tjenesten er en nasjonal behandlingstjeneste, en flerregional behandlingstjeneste eller "
_FEBRUARY = """  senest        1. mars året etter driftsåret
  tolkning      Gjelder dagen som står når fristen faller på en fridag?, etter nettsiden pkt. 5 nr. 2
    for leddet  senest 1. mars året etter driftsåret
    oppstår når 1. mars året etter driftsåret er en fridag
    lesemåte    dagen som står: senest 1. mars året etter driftsåret
    lesemåte    neste virkedag: senest første virkedag fra 1. mars året etter driftsåret
    valgt       ingen

krav om rapport"""  # noqa: E501 - as it stands in the rules

UNSEEN: tuple[Fault, ...] = (
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
