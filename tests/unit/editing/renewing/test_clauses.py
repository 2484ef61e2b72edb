"""Old forms into new: the text that comes out, that it asks the same, and what is left and why."""

import pytest

from hjemmel.editing.renewing.renewal import Renewal
from hjemmel.lowering.same import asked
from support.older_rules import program, renewed, with_lines

REWRITTEN = {
    "a kind whose article a definite form gives": (
        "tjenestens type er senter", "tjenesten er et senter"),
    "a kind whose article the word it ends in gives": (
        "tjenestens type er behandlingstjeneste eller senter",
        "tjenesten er en behandlingstjeneste eller et senter"),
    "a kind that is denied": ("tjenestens type er ikke senter", "tjenesten ikke er et senter"),
    "a kind in its definite form": ("tjenestens type er senteret", "tjenesten er et senter"),
    "each is so": (
        "for alle blant tjenestens steder gjelder at oppføringen er godkjent",
        "hvert sted er godkjent",
    ),
    "one that is so": (
        "det finnes minst 1 blant tjenestens steder der har avtale",
        "minst ett av stedene har avtale"),
    "one of a list that is called by another word": (
        "det finnes minst 1 blant tjenestens gruppe der representerer er kommune",
        "minst ett medlem i gruppen representerer en kommune"),
    "one of a list of another part": (
        "det finnes minst 1 blant søknadens vedlegg der har avtale",
        "minst ett sted i søknadens vedlegg har avtale"),
    "several": (
        "det finnes minst 2 blant tjenestens steder der oppføringen er godkjent",
        "minst to steder er godkjent"),
    "several that are picked out": (
        "det finnes nøyaktig 3 blant tjenestens steder der drives av aktør og der har avtale",
        "nøyaktig tre steder som drives av en aktør, har avtale"),
    "what has no verb is had": (
        "det finnes høyst 3 blant tjenestens steder der region er Vest",
        "tjenesten har høyst tre steder der region er Vest"),
    "a verb of the entry": (
        "det finnes ingen blant tjenestens steder der foretak er Ahus eller OUS",
        "ingen av stedene ligger ved Ahus eller OUS"),
    "how many there are": (
        "det finnes minst 1 blant tjenestens steder", "tjenesten har minst ett sted"),
    "how many values a list with a verb has": (
        "antallet av tjenestens rapporterte år er minst 2",
        "tjenesten har levert rapport for minst to rapporterte år"),
    "a value in a list": (
        "det finnes minst 1 blant tjenestens støttende regioner der oppføringen er Vest",
        "Vest er blant tjenestens støttende regioner"),
    "a value in no list": (
        "det finnes ingen blant tjenestens støttende regioner der oppføringen er Vest",
        "Vest ikke er blant tjenestens støttende regioner"),
    "all": ("for alle blant tjenestens steder gjelder at har avtale", "alle steder har avtale"),
    "all who are not": (
        "for alle blant tjenestens steder gjelder at har ikke avtale",
        "ingen av stedene har avtale"),
    "none": (
        "for ingen blant tjenestens steder gjelder at drives av aktør og at har avtale",
        "ingen av stedene som drives av en aktør, har avtale"),
    "none who is so and not so": (
        "for ingen blant tjenestens steder gjelder at drives av aktør og at har ikke avtale",
        "alle steder som drives av en aktør, har avtale"),
    "at least half": (
        "for minst halvparten blant tjenestens steder gjelder at oppføringen er godkjent",
        "minst halvparten av stedene er godkjent"),
    "the entries counted": ("antallet av tjenestens steder er minst 2",
                            "tjenesten har minst to steder"),
    "one entry counted": ("antallet av tjenestens steder er minst 1",
                          "tjenesten har minst ett sted"),
    "more than so many": ("antallet av tjenestens steder er mer enn 2",
                          "tjenesten har mer enn to steder"),
    "fewer than so many": ("antallet av tjenestens gruppe er mindre enn 5",
                           "tjenesten har færre enn fem medlemmer"),
    "those counted that are so": (
        "antallet av tjenestens steder, der senger er minst 10, er 2",
        "tjenesten har nøyaktig to steder der senger er minst 10"),
    "different values": ("antall ulike foretak blant tjenestens steder er 2",
                         "tjenesten har steder ved nøyaktig to foretak"),
    "every value": ("tjenestens støttende regioner omfatter hver region",
                    "hver region er blant tjenestens støttende regioner"),
    "every value of an entry": (
        ("region blant tjenestens gruppe, der representerer er regionalt helseforetak, "
        "omfatter hver region"),
        "hver region har et medlem i gruppen som representerer et regionalt helseforetak"),
    "every year": (
        ("tjenestens rapporterte år dekker hvert år fra 2021 til og med "
        "året før kalenderåret for vurderingsdagen"),
        "tjenesten har levert rapport for hvert år fra 2021 til og med fjoråret"),
    "the year before the last": (
        ("tjenestens rapporterte år dekker hvert år fra året etter kalenderåret for "
        "tjenestens opprettet til og med året før året før kalenderåret for vurderingsdagen"),
        ("tjenesten har levert rapport for hvert år fra året etter tjenestens opprettet "
        "til og med forfjor")),
    "this year": ("vurderingsdagen er senest 15. mars i kalenderåret for vurderingsdagen",
                  "vurderingsdagen er senest 15. mars i vurderingsåret"),
    "either": (
        "enten tjenestens type er senter, eller antallet av tjenestens steder er 2",
        "enten tjenesten er et senter, eller tjenesten har nøyaktig to steder"),
}  # fmt: skip


@pytest.mark.parametrize("name", REWRITTEN)
def test_a_clause_is_written_in_the_newer_form(name: str) -> None:
    """And asks the same; written once more it stays."""
    old, new = (with_lines(f"oppfylt når   {each}") for each in REWRITTEN[name])
    found = renewed(old)
    assert (found.text, list(found.left)) == (new, [])
    assert asked(program(old).norms) == asked(program(new).norms)
    assert renewed(new) == Renewal(new, ())


LEFT = {
    "a kind of which no form tells the article": (
        "tjenestens type er annet eller senter", "den bestemte formen mangler: «verdi annet, …»"),
    "an entry without a definite": (
        "det finnes minst 1 blant tjenestens utvalg der møter",
        "den bestemte formen mangler: «oppføring person, …»"),
    "an entry without a plural": (
        "for alle blant tjenestens utvalg gjelder at møter",
        "flertallsformen mangler: «oppføring person, …, …»"),
    "a name that may be no verb": (
        "det finnes ingen blant tjenestens gruppe der sektor er kommune",
        "opplysningen «sektor» har ingen form med verb: «opplysning sektor, …, er …»",
    ),
    "two things of each": (
        "for alle blant tjenestens steder gjelder at har avtale og at drives av aktør",
        "det sier flere ting om hver: skriv dem som hvert sitt ledd"),
    "values of a fact without a verb": (
        "antall ulike region blant tjenestens steder er 2",
        ("opplysningen «region» har ingen form med verb og «ved», «i» eller «fra»: "
        "«opplysning region, …, er …»")),
    "years of a list without a verb": (
        "tjenestens andre år dekker hvert år fra 2021 til og med 2023",
        "opplysningen «andre år» har ingen form med verb: «opplysning andre år, …, er …»"),
    "a fact of an entry without a verb": (
        "for alle blant tjenestens steder gjelder at region er Vest",
        "opplysningen «region» har ingen form med verb: «opplysning region, …, er …»"),
}  # fmt: skip


@pytest.mark.parametrize("name", LEFT)
def test_a_clause_is_left_where_a_form_is_missing(name: str) -> None:
    """With the line it stands on, and the form to declare."""
    clause, why = LEFT[name]
    rules = with_lines(f"oppfylt når   {clause}")
    found = renewed(rules)
    assert found.text == rules
    assert [(each.line, each.words, each.why) for each in found.left] == [(8, clause, why)]


DAYS = {
    "a day within two bounds": (
        "den tidligste av vurderingsdagen og den seneste av tjenestens opprettet og 1. mars 2022",
        "tjenestens opprettet, men tidligst 1. mars 2022 og aldri etter vurderingsdagen"),
    "the written day is the bound": (
        "den tidligste av vurderingsdagen og den seneste av 1. mars 2022 og tjenestens opprettet",
        "tjenestens opprettet, men tidligst 1. mars 2022 og aldri etter vurderingsdagen"),
    "the other way about": (
        "den seneste av 1. mars 2022 og den tidligste av tjenestens opprettet og vurderingsdagen",
        "tjenestens opprettet, men senest vurderingsdagen og aldri før 1. mars 2022"),
    "a day last year": ("1. mars i året før kalenderåret for vurderingsdagen",
                        "1. mars i fjoråret"),
    "a day that has one form": ("den seneste av tjenestens opprettet og 1. mars 2022",
                                "den seneste av tjenestens opprettet og 1. mars 2022"),
}  # fmt: skip


@pytest.mark.parametrize("name", DAYS)
def test_a_day_is_written_in_the_newer_form(name: str) -> None:
    """After «regnes etter», and after «senest»."""
    old, new = DAYS[name]
    lines = ["regnes etter  {0}", "utført        tjenestens opprettet", "senest        {0}"]
    before, after = (with_lines([each.format(day) for each in lines]) for day in (old, new))
    before, after = (each.replace("krav prøve", "frist prøve") for each in (before, after))
    assert renewed(before) == Renewal(after, ())
    assert asked(program(before).norms) == asked(program(after).norms)
    assert renewed(after) == Renewal(after, ())
