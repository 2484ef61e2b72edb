"""The one layout, by example, and whatever the text looked like before."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hjemmel.source.source import read_text
from hjemmel.syntax.blocks import RuleFile
from hjemmel.syntax.lexicon import line_words
from hjemmel.syntax.parse import parse
from hjemmel.syntax.show import format_text, show
from random_files.syntax import rule_files

CANONICAL = """\
regelverk nasjonale tjenester, forskrift 17. desember 2010 nr. 1706 kapittel 4
bygger på felles_ord

kilde forskrift, gjelder fra 1. januar 2011
kilde nettside, gjelder fra 1. januar 2024
  antatt første dag, siden er ikke datert

merknad Først ordene, så reglene.

begrep anmoder
  verdi brukerorganisasjon
  verdi «kvalitet og kompetanse»
  åpen fordi veilederen skriver «m.fl.»

register foretak
  institusjon Oslo universitetssykehus, også skrevet OUS, Oslo universitetssykehus HF
  institusjon Ahus

rolle myndigheten
  innehaver fra 1. januar 2022 til og med 31. desember 2023 er Helsedirektoratet
    antatt siste dag, kildene sier «for 2024»
  innehaver fra 1. januar 2024 er departementet

opplysninger om tjenesten, tjenesten
  valgfri saken kan være uten tjeneste
  opplysning type              er tjenestetype,      oppgis av søkeren
  opplysning steder            er liste av sted,     oppgis av ansvarlig regionalt helseforetak
    betyr der pasienter tas imot
  opplysning «trygg og stabil» er ja eller nei,      oppgis av myndigheten
  opplysning virketid          er tidsrom i måneder, oppgis av myndigheten

oppføring sted
  opplysning helseregion, i flertall helseregioner, er region, oppgis av søkeren
  merknad Ett sted er ett sykehus.

vurdering helsegevinst, gjøres av myndigheten
  holdepunkt antall pasienter


§ 4-2 Nasjonale og flerregionale behandlingstjenester

første ledd
krav ett helseforetak, etter forskrift § 4-2 første ledd, veileder pkt. 2 nr. 3
  gjelder når   tjenestens type er nasjonal behandlingstjeneste
  oppfylt når   antall ulike helseforetak blant tjenestestedene er 1

andre ledd
krav to helseregioner, etter veileder pkt. 2 nr. 4, jf. nettside pkt. 2 nr. 3, forskrift § 4-2
  med egne ord  De to helseforetakene ligger i hver sin helseregion.
  gjelder når   tjenestens type er flerregional behandlingstjeneste
  oppfylt når   antall ulike helseregioner blant tjenestestedene, der region ikke er ukjent, er 2
    og          tjenesten ikke har varslet
  eller når     enten tjenesten er ny, eller myndigheten har vurdert at «prognose og liv blir bedre»
  merknad       Forskriften selv sier bare to helseforetak.

veileder pkt. 4.2
krav om det som skal være felles, etter veileder pkt. 4.2 nr. 3 og 4
  – felles henvisningskriterier:                 tjenesten har felles henvisningskriterier
  – like metoder, etter veileder pkt. 4.2 nr. 5: tjenesten bruker like metoder
    og                                           tjenesten er ny
  – felles kvalitetskrav:                        tjenesten har felles kvalitetskrav


§ 4-1 Godkjenning og avvikling

første ledd
krav rett mottaker, etter forskrift § 4-1 første ledd
  regnes etter  søknadens dato
  fra 1. januar 2011 til og med 31. desember 2021
    oppfylt når søknadens mottaker er departementet
  fra 1. januar 2022, etter veileder pkt. 4.1 nr. 1 til 3
    antatt      begge dager, kildene sier ikke når delegeringen begynte
    oppfylt når søknadens mottaker er Helsedirektoratet
      og        søknaden er ny
    eller når   søknaden er gammel
    med mindre  hastesak: søknaden haster
      og                  myndigheten har avvist at fristen gjelder
    men likevel gammel sak, tross hastesak: søknaden er gammel

frist opprettet innen ett år, etter veileder pkt. 4.1 nr. 16
  gjelder når   tjenesten er godkjent
  utført        tjenestens opprettelsesdato
  senest        samme dato 1 år etter tjenestens godkjenningsdato, rundet ned

adgang fullverdig søker, etter veileder pkt. 5.3 nr. 8
  åpen når      tjenesten er godkjent
  tolkning      Regnes en flerregional tjeneste som «nasjonal», når den er ny?
    for leddet  tjenesten er godkjent
    oppstår når tjenestens type er flerregional behandlingstjeneste
    lesemåte    snever: regnes ikke med
    lesemåte    vid: regnes med når tjenesten er ny
    valgt       ingen

vilkår etter type, etter forskrift § 4-2
  oppfylt etter tabellen tjenestens type                       | antall ulike region blant steder
  rad                    nasjonal behandlingstjeneste eller ny | 1
  rad                    –                                     | minst 2

definisjon stor, etter veileder pkt. 1 nr. 1
  betyr at      det finnes minst 2 blant steder der antall pasienter er minst 1000
  eller når     for alle blant steder gjelder at stedet er stort og at stedet er nytt
  slås fast når inntekten er mer enn 1 000 000,50 kroner

prosess søknad
  steg a utlysning, etter veileder pkt. 5.3 nr. 17
    fullført når saken har utlysning
      og         saken ikke har klage
  steg b vedtak
    fullført når minst ett krav i forskrift § 4-2 andre ledd er oppfylt

gjelder tilsvarende, etter veileder pkt. 4.6 nr. 1
  norm          § 4-2 «ett helseforetak»
  merknad       Bare når det passer.
  norm          avsnitt ERN «minst ti medlemmer»


avsnitt ERN Europeiske referansenettverk
"""


def formatted(raw: str, grammar: str) -> str:
    """The canonical text of a text without faults."""
    result = format_text(read_text("prøve.ntr", raw), grammar)
    assert result.diagnostics == ()
    return result.value


def test_the_canonical_text_is_as_written_here(grammar: str) -> None:
    """One of everything: the formatter has nothing to change."""
    assert formatted(CANONICAL, grammar) == CANONICAL


def squeezed(text: str) -> str:
    """With as few blanks as can be."""
    return "\n".join(re.sub(" +", " ", line.strip()) for line in text.split("\n") if line.strip())


def spread(text: str) -> str:
    """With blanks and empty lines to spare, but for those that would part a remark from a norm."""
    spaced = "\n \n".join(f"      {line}   " for line in text.split("\n"))
    return re.sub(r"\n \n( +merknad)", r"\n\1", spaced)


def typed(text: str) -> str:
    """As a word processor makes it: capitals, tabs, hard blanks, curly quotes, CRLF."""
    lines = ["\t" + line.strip()[:1].upper() + line.strip()[1:] for line in text.split("\n")]
    curly = "\r\n".join(lines).replace("«", "“").replace("»", "”")
    return "\ufeff" + curly.replace(" er ", "\u00a0er ").replace(" og ", " og\u202f")


DISGUISES = {"squeezed": squeezed, "spread": spread, "typed": typed}


@pytest.mark.parametrize("how", DISGUISES)
def test_however_it_was_written_the_layout_is_one(how: str, grammar: str) -> None:
    """Blanks, empty lines and what word processors do make no difference."""
    assert formatted(DISGUISES[how](CANONICAL), grammar) == CANONICAL


@settings(max_examples=60, deadline=None)
@given(file=rule_files, data=st.data())
def test_odd_spacing_makes_no_difference(file: RuleFile, data: st.DataObject, grammar: str) -> None:
    """Indents, blank lines, tabs and hard blanks are what the formatter takes away.

    But for a remark: an empty line before it parts it from the norm that it stands after. It has
    no effect in either place.
    """
    openers = [each.pattern for each in line_words(grammar)]
    rows: list[str] = []
    shown = show(file).split("\n")
    for row, following in zip(shown, [*shown[1:], ""], strict=True):
        indent = data.draw(st.sampled_from(["", " ", "\t", "      ", "\u00a0"]))
        kept = row.strip()
        capital = kept[:1].upper() + kept[1:] if any(p.match(kept) for p in openers) else kept
        rows += [indent + data.draw(st.sampled_from([kept, capital])) + indent]
        remarked = following.lstrip().startswith("merknad")
        rows += [indent] * (0 if remarked else data.draw(st.integers(0, 1)))
    end = data.draw(st.sampled_from(["\n", "\r\n"]))
    again = parse(read_text("prøve.ntr", end.join(rows)), grammar)
    assert again.value.file == file


def test_a_text_with_mistakes_is_left_alone(grammar: str) -> None:
    """What cannot be read cannot be laid out."""
    source = read_text("prøve.ntr", "krav   a, etter forskrift § 4-2\n opfylt når x\n")
    result = format_text(source, grammar)
    assert result.value == source.text
    assert [each.code for each in result.diagnostics] == ["NTR101"]


@pytest.mark.parametrize("raw", ["", "\n\n", "  \n\t"])
def test_an_empty_file_stays_empty(raw: str, grammar: str) -> None:
    """There is nothing to end with a line end."""
    assert formatted(raw, grammar) == ""


SAID_OTHERWISE = {
    "1 måneder": "1 måned",
    "24 måneder": "2 år",
    "2 uker": "14 dager",
    "1 dager": "1 dag",
    "18 måneder": "18 måneder",
    "1000000 kroner": "1 000 000 kroner",
    "12,5 kroner": "12,50 kroner",
    "1 000": "1000",
    "0,50": "0,50",
    "«godkjent»": "«godkjent»",
    "«kvalitet og kompetanse»": "«kvalitet og kompetanse»",
    "kvalitet «og» kompetanse": "«kvalitet og kompetanse»",
    "05. mars 2024": "5. mars 2024",
    "5. mars i året etter søknadens år": "5. mars året etter søknadens år",
    "1 år etter dagen": "samme dato 1 år etter dagen",
    "samme dato 14 dager før dagen": "14 dager før dagen",
    "samme dato 2 uker før dagen, rundet opp": "samme dato 14 dager før dagen, rundet opp",
    "den tidligste av a og b": "den tidligste av a og b",
    "kalenderåret for 1. mai i 2024": "kalenderåret for 1. mai i 2024",
    "året før året før 2024": "året før året før 2024",
}


@pytest.mark.parametrize("written", SAID_OTHERWISE)
def test_a_value_is_said_in_one_way(written: str, grammar: str) -> None:
    """What means the same is written the same."""
    text = "krav a, etter forskrift § 4-2\n  oppfylt når   x er {}\n"
    expected = text.format(SAID_OTHERWISE[written])
    assert formatted(text.format(written), grammar) == expected


def test_a_long_title_does_not_push_its_continuations_out_of_sight(grammar: str) -> None:
    """Beyond a width, «og» goes on where the lines of a norm do."""
    text = (
        "krav a, etter forskrift § 4-2\n"
        "  med mindre    søknaden gjelder en tjeneste som alt er godkjent som nasjonal: x\n"
        "    og          y\n"
    )
    assert formatted(text, grammar) == text


def test_a_meaning_that_begins_with_at_is_no_definition(grammar: str) -> None:
    """«betyr at» opens a line of a definition, but a fact has no such line."""
    text = "oppføring a\n  opplysning b er dato, oppgis av c\n    betyr at noe er gjort\n"
    assert formatted(text, grammar) == text


def test_a_heading_that_begins_with_a_number_keeps_it(grammar: str) -> None:
    """«4 100» would be four thousand one hundred."""
    text = "avsnitt 4  100 senger\n"
    assert formatted(text, grammar) == text


@pytest.mark.parametrize("last", ["fjoråret", "2024", "31. desember 2024"])
def test_a_span_that_begins_within_bounds_may_end_on_a_day(last: str, grammar: str) -> None:
    """«, til og med 31. desember» stands after a name in declarations too."""
    text = (
        "krav a, etter forskrift § 4-2\n"
        f"  oppfylt når   møter dekker hvert år fra b, men tidligst c, til og med {last}\n"
    )
    assert formatted(text, grammar) == text


def test_what_is_said_of_each_is_written_as_it_was_said(grammar: str) -> None:
    """«hver … er blant …» has an «eller» only before what follows it."""
    text = (
        "krav a, etter forskrift § 4-2\n"
        "  oppfylt når   hver region er blant de store eller har et sted\n"
        "    og          hver region har et sted eller er blant de store\n"
        "    og          hver region er blant de store\n"
    )
    assert formatted(text, grammar) == text
