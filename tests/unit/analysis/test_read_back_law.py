"""The rules read back sound as law: whole sentences, and no code where a title should stand."""

import re

import pytest

from hjemmel.analysis.read_back import aloud, read_back
from support.golden_run import compiled

RULES = """regelverk prøve

begrep oppdragsgiver
  verdi regionalt helseforetak, det regionale helseforetaket
  verdi kommune
  verdi stat

oppføring sted, stedet
  opplysning helseregion, i flertall helseregioner, er oppdragsgiver, oppgis av tjenesten
  opplysning drives av privat aktør, drives av en privat aktør, er ja eller nei, oppgis av tjenesten
  opplysning har avtale er ja eller nei, oppgis av tjenesten

oppføring medlem, medlemmet, medlemmer
  opplysning representerer er oppdragsgiver, oppgis av tjenesten

opplysninger om tjeneste, tjenesten
  opplysning god er ja eller nei, oppgis av tjenesten
  opplysning har leder er ja eller nei, oppgis av tjenesten
  opplysning slag er oppdragsgiver, oppgis av tjenesten
  opplysning åpningsdato er dato, oppgis av tjenesten
  opplysning steder, stedene, er liste av sted, oppgis av tjenesten
  opplysning referansegruppe, referansegruppen, er liste av medlem, oppgis av tjenesten
  opplysning rapporterte år er liste av årstall, oppgis av tjenesten
  opplysning tilbud er liste av tekst, oppgis av tjenesten
  opplysning avtalt er liste av tekst, oppgis av tjenesten

opplysninger om søknad, søknaden
  valgfri ikke alle søker
  opplysning dato, ble sendt, er dato, oppgis av søkeren
  opplysning år er årstall, oppgis av søkeren
  opplysning kopimottakere er liste av oppdragsgiver, oppgis av søkeren

vurdering behovet dekkes, gjøres av myndigheten

§ 4-2 Prøve

vilkår om godhet, etter forskrift § 4-2
  oppfylt når tjenesten er god

krav om leder, etter forskrift § 4-2
  oppfylt når tjenesten har leder

krav om avtale, etter forskrift § 4-2
  oppfylt når alle steder har avtale

"""


def heard(norm: str) -> tuple[str, ...]:
    """The last norm of the rulebook, read aloud."""
    checked, _ = compiled((("regler", RULES + norm),))
    assert checked.ok, [each.message for each in checked.diagnostics]
    program = checked.value
    return tuple(aloud(program, [program.norms[-1].id]))[:-1]


CLAUSES = (
    "tjenesten ikke er god",
    "tjenesten ikke er god",
    "tjenesten ikke har leder",
    "tjenesten ikke har leder",
    "tjenestens slag er ikke kommune",
    "tjenestens slag ikke er kommune",
    "myndigheten har avvist at behovet dekkes",
    "myndigheten har vurdert at det ikke er slik at behovet dekkes",
    "saken har søknad\n    og kommune er blant søknadens kopimottakere",
    "saken har en søknad og kommune er blant søknadens kopimottakere",
    "saken har søknad\n    og kommune ikke er blant søknadens kopimottakere",
    "saken har en søknad og kommune ikke er blant søknadens kopimottakere",
    "saken har søknad\n    og søknaden ble sendt før 1. mars 2024",
    "saken har en søknad og søknaden ble sendt før 1. mars 2024",
    "minst ett sted har avtale",
    "det for minst ett av tjenestens steder gjelder at stedet har avtale",
    "alle steder som drives av en privat aktør, har avtale",
    (
        "det for alle tjenestens steder der stedet drives av en privat aktør, "
        "gjelder at stedet har avtale"
    ),
    "ingen steder har avtale",
    "det for ingen av tjenestens steder gjelder at stedet har avtale",
    "minst ett medlem representerer et regionalt helseforetak",
    (
        "det for minst ett medlem i tjenestens referansegruppe gjelder at "
        "medlemmet representerer et regionalt helseforetak"
    ),
    "antall ulike helseregioner blant tjenestens steder er 2",
    "antall ulike helseregioner blant tjenestens steder er 2",
    "tjenestens tilbud omfatter alt i tjenestens avtalt",
    "alt i tjenestens avtalt er blant tjenestens tilbud",
    "saken har søknad\n    og hver oppdragsgiver er blant søknadens kopimottakere",
    (
        "saken har en søknad og (hver av regionalt helseforetak, kommune og stat "
        "er blant søknadens kopimottakere)"
    ),
    "helseregion blant tjenestens steder omfatter hver oppdragsgiver",
    (
        "hver av regionalt helseforetak, kommune og stat er helseregion for "
        "minst ett av tjenestens steder"
    ),
    (
        "tjenestens rapporterte år dekker hvert år fra året etter tjenestens "
        "åpningsdato til og med fjoråret"
    ),
    (
        "tjenestens rapporterte år dekker hvert år fra kalenderåret etter "
        "tjenestens åpningsdato til og med fjoråret"
    ),
    "§ 4-2 «om godhet» er oppfylt",
    "vilkåret «om godhet» i § 4-2 er oppfylt",
)
"""What is written, and how it is heard, by turns."""


@pytest.mark.parametrize(("asked", "told"), list(zip(CLAUSES[::2], CLAUSES[1::2], strict=True)))
def test_a_clause_is_a_sentence(asked: str, told: str) -> None:
    """As it would stand after «når» in a law."""
    assert heard(f"krav x, etter forskrift § 4-2\n  oppfylt når {asked}\n")[-1].endswith(
        f"Kravet gjelder alltid. Kravet er oppfylt når {told}."
    )


def test_a_deadline_says_what_is_done_by_it() -> None:
    norm = (
        "frist for søknaden, etter forskrift § 4-2\n  gjelder for søknaden\n"
        "  utført den dagen søknaden ble sendt\n  senest 15. januar i søknadens år\n"
    )
    assert heard(norm)[-1].endswith(
        "Fristen er oppfylt når søknaden ble sendt innen fristen, som er 15. januar i søknadens år."
    )


def test_norms_are_called_by_kind_and_title() -> None:
    """Said once how they stand, where all are asked to stand so; and no id but the norm's own."""
    told = heard("adgang til avvikling, etter forskrift § 4-2\n"
                 "  åpen når minst ett krav i forskriften § 4-2 er brutt\n")  # fmt: skip
    assert told[-1].endswith(
        "Adgangen er åpen når minst én av disse er brutt: kravet «om leder» i § 4-2; "
        "kravet «om avtale» i § 4-2."
    )
    assert not re.search(r"4-2/(?!til-avvikling)", " ".join(told))


QUESTION = """krav x, etter forskrift § 4-2
  oppfylt når tjenesten er god
  tolkning Er en privat «god»?, etter veileder pkt. 3
    for leddet tjenesten er god
    oppstår når minst ett sted drives av en privat aktør
    lesemåte vid: regnes med
    lesemåte snever: regnes med når tjenesten har leder
    lesemåte trang: regnes ikke med
    valgt {}
"""


def test_a_question_is_heard_in_whole_sentences() -> None:
    """Where it arises, what it is about, what each reading makes of it, and which is taken."""
    told = heard(QUESTION.format("ingen"))
    wording, question, arises, wide, narrow, none, taken = told[-7:]
    assert wording.endswith(
        "Kravet er oppfylt når tjenesten er god, "
        "med forbehold for spørsmålet «Er en privat ‘god’?»."
    )
    assert question == "Åpent spørsmål: Er en privat «god»? Kilden er veileder pkt. 3."
    assert arises == (
        "Spørsmålet gjelder leddet om at tjenesten er god, og oppstår når det for minst ett av "
        "tjenestens steder gjelder at stedet drives av en privat aktør."
    )
    assert wide == "Etter lesemåten «vid» er leddet da oppfylt."
    assert narrow == "Etter lesemåten «snever» er leddet da oppfylt når tjenesten har leder."
    assert none == "Etter lesemåten «trang» er leddet da ikke oppfylt."
    assert taken == "Ingen lesemåte er valgt: gir de ulike svar, er svaret uavklart."
    assert heard(QUESTION.format("vid"))[-1] == "Lesemåten «vid» er valgt."


def test_two_questions_with_the_same_words_are_told_apart() -> None:
    """Each clause says which of them is open about it."""
    two = QUESTION.format("ingen").replace(
        "  tolkning", "    og tjenesten har leder\n  tolkning", 1
    )
    again = QUESTION.format("ingen").partition("  tolkning")[2]
    again = again.replace("for leddet tjenesten er god", "for leddet tjenesten har leder")
    again = again.replace("regnes med når tjenesten har leder", "regnes med når tjenesten er god")
    told = heard(f"{two}  tolkning{again}")
    assert "spørsmålet nr. 1 «" in told[2]
    assert "spørsmålet nr. 2 «" in told[2]
    assert [each[:24] for each in told if each.startswith("Åpent")] == [
        "Åpent spørsmål nr. 1: Er", "Åpent spørsmål nr. 2: Er",
    ]  # fmt: skip


def test_what_is_declared_is_heard_in_sentences() -> None:
    """No form that is only a list of words."""
    checked, _ = compiled((("regler", RULES),))
    told = read_back(checked.value)
    assert (
        "En sak kan ha opplysninger om søknad (i bestemt form søknaden, i eieform søknadens):"
        in told
    )
    assert (
        "Begrepet oppdragsgiver er regionalt helseforetak (også det regionale helseforetaket), "
        "kommune eller stat." in told
    )
    assert "Disse vurderingene gjøres:" in told
