"""A whole file in the newer forms: what is put together, what stays, and what is put back."""

import pytest

from hjemmel.editing.renewing import clauses
from hjemmel.editing.renewing import renewal as whole
from hjemmel.editing.renewing.left import Left, Offer
from hjemmel.editing.renewing.place import Place
from hjemmel.editing.renewing.renewal import Renewal, renewal
from hjemmel.lowering.same import asked
from support.golden_run import grammar
from support.older_rules import WORDS, library, program, renewed, with_lines

EITHER = (
    "enten det finnes minst 1 blant tjenestens steder der region er {0}, "
    "eller det finnes minst 1 blant tjenestens støttende regioner der oppføringen er {0}"
)


def test_what_is_said_of_every_value_is_said_once() -> None:
    """Where it first stands; the other clauses stay where they are."""
    nord, vest = EITHER.format("Nord"), EITHER.format("Vest")
    old = with_lines([
        f"oppfylt når   {vest}", "  og          tjenestens type er senter", f"  og          {nord}",
    ])  # fmt: skip
    new = with_lines([
        "oppfylt når   hver region har et av stedene eller er blant tjenestens støttende regioner",
        "  og          tjenesten er et senter",
    ])  # fmt: skip
    assert renewed(old) == Renewal(new, ())
    assert asked(program(old).norms) == asked(program(new).norms)


def test_what_is_said_of_some_values_is_not_said_of_every_one() -> None:
    """A value that is not named is not meant."""
    found = renewed(with_lines(f"oppfylt når   {EITHER.format('Nord')}"))
    assert "enten tjenesten har minst ett sted der region er Nord, eller Nord er" in found.text


def test_one_clause_is_not_said_of_every_value() -> None:
    """Though the list has but one value now, there may come others."""
    one = "det finnes minst 1 blant {0} der land er Norge"
    lists = ("tjenestens steder", "søknadens vedlegg")
    found = renewed(with_lines(f"oppfylt når   enten {', eller '.join(map(one.format, lists))}"))
    assert "hver land" not in found.text


ALL_AT_ONCE = """\
regelverk regler
bygger på ord


§ 4-2 Prøve

merknad alt på én gang

krav ordlyder og spørsmål, etter forskrift § 4-2
  kjennemerke   4-2/alt
  med egne ord  Det finnes minst 1 blant tjenestens steder.
  gjelder når   tjenestens type er senter
  regnes etter  den tidligste av vurderingsdagen og den seneste av godkjenningsdagen og 1. mars 2022
  fra 1. januar 2020 til og med 31. desember 2021
    oppfylt når antallet av tjenestens steder er minst 2
    merknad     to steder
  fra 1. januar 2022
    oppfylt når antall ulike foretak blant tjenestens steder er 2
      og        tjenestens type er annet
    tolkning    Regnes Ahus med?, etter forskrift § 4-2
      for leddet antall ulike foretak blant tjenestens steder er 2
      oppstår når det finnes minst 1 blant tjenestens steder der foretak er Ahus
      lesemåte  trang: regnes ikke med
      lesemåte  vid: regnes med når antallet av tjenestens steder er 2
      valgt     ingen
  med mindre alle har avtale: for alle blant tjenestens steder gjelder at har avtale

vilkår flere, etter forskrift § 4-2
  – nord:  det finnes minst 1 blant tjenestens støttende regioner der oppføringen er Nord
  – vest:  det finnes minst 1 blant tjenestens støttende regioner der oppføringen er Vest

prosess gangen, etter forskrift § 4-2
  gjelder når   tjenestens type er behandlingstjeneste
  steg a støtte
    fullført når tjenestens støttende regioner omfatter hver region
  steg b avtaler
    fullført når for alle blant tjenestens steder gjelder at har avtale
"""
AFTER = """\
regelverk regler
bygger på ord


§ 4-2 Prøve

merknad alt på én gang

krav ordlyder og spørsmål, etter forskriften § 4-2
  kjennemerke   4-2/alt
  med egne ord  Det finnes minst 1 blant tjenestens steder.
  gjelder når   tjenesten er et senter
  regnes etter  godkjenningsdagen, men tidligst 1. mars 2022 og aldri etter vurderingsdagen
  fra 1. januar 2020 til og med 31. desember 2021
    oppfylt når tjenesten har minst to steder
    merknad     to steder
  fra 1. januar 2022
    oppfylt når tjenesten har steder ved nøyaktig to foretak
      og        tjenestens type er annet
    tolkning    Regnes Ahus med?, etter forskriften § 4-2
      for leddet tjenesten har steder ved nøyaktig to foretak
      oppstår når minst ett av stedene ligger ved Ahus
      lesemåte  trang: regnes ikke med
      lesemåte  vid: regnes med når tjenesten har nøyaktig to steder
      valgt     ingen
  med mindre    alle har avtale: alle steder har avtale

vilkår flere, etter forskriften § 4-2
  – nord: Nord er blant tjenestens støttende regioner
  – vest: Vest er blant tjenestens støttende regioner

prosess gangen, etter forskriften § 4-2
  gjelder når   tjenesten er en behandlingstjeneste
  steg a        støtte
    fullført når hver region er blant tjenestens støttende regioner
  steg b        avtaler
    fullført når alle steder har avtale
"""


def test_all_at_once() -> None:
    """Wordings, questions, exceptions, lists and steps; texts and remarks stay."""
    found = renewed(ALL_AT_ONCE)
    assert _words(found.text) == _words(AFTER).replace("forskriften", "forskrift")
    assert [each.words for each in found.left] == ["tjenestens type er annet"]
    assert asked(program(ALL_AT_ONCE).norms) == asked(program(found.text).norms)
    assert renewed(found.text) == Renewal(found.text, found.left)


def _words(text: str) -> str:
    """The lines of a text without their layout."""
    return "\n".join(" ".join(line.split()) for line in text.splitlines())


def test_where_there_are_faults_nothing_is_rewritten() -> None:
    """And they are told."""
    rules = with_lines(["oppfylt når   tjenestens type er senter", "og            tull er tøys"])
    found = renewal("regler", library(rules), grammar())
    assert not found.ok
    assert found.value == Renewal(rules, ())


def test_words_alone_stay() -> None:
    """There is nothing to rewrite where nothing is asked."""
    found = renewal("ord", library(""), grammar())
    assert found.ok
    assert found.value.left == ()
    assert _words(found.value.text) == _words(WORDS)


def test_a_norm_that_would_ask_something_else_is_put_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """The whole is compiled anew: a clause that is wrongly taken for the same does no harm."""
    other = with_lines("oppfylt når   tjenestens type er senter")
    rules = other + "\n" + other.split("\n\n")[-1].replace("prøve", "annen prøve").replace(
        "type er senter", "type er annet")  # fmt: skip
    monkeypatch.setattr(Place, "agree", lambda *_: True)
    monkeypatch.setattr(clauses, "what_it_is", lambda *_: Offer(("tjenesten er et senter",)))
    found = renewed(rules)
    assert found.text == rules.replace("tjenestens type er senter", "tjenesten er et senter")
    assert [(each.words, each.why) for each in found.left] == [
        ("annen prøve", "normen ville ikke betydd det samme")
    ]


def test_the_line_is_found_in_the_new_layout() -> None:
    """The one that is nearest to where it stood."""
    left = Left(3, "A er B", "")
    assert left.line_in("A er B\n\n\nA er B\n") == 4
    assert left.line_in("C\n") == 3


PRESUMED = """
formodning slag, etter forskriften § 4-2
  gjelder når   antallet av tjenestens steder er minst 2
  legges til grunn at tjenestens type er senter
"""


def test_what_is_presumed_is_said_as_it_is_declared() -> None:
    """When it is presumed is a condition as others are."""
    rules = with_lines("oppfylt når   tjenestens type er senter") + PRESUMED
    found = renewed(rules)
    assert "legges til grunn at tjenestens type er senter" in found.text
    assert "gjelder når   tjenesten har minst to steder" in found.text
    assert found.left == ()
    assert asked(program(rules).presumptions) == asked(program(found.text).presumptions)


def test_where_the_whole_fails_all_is_put_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also what seems to do no harm by itself: a file that cannot be used is never written."""
    monkeypatch.setattr(Place, "agree", lambda *_: True)
    monkeypatch.setattr(clauses, "what_it_is", lambda *_: Offer(("tull er tøys",)))
    rules = with_lines("oppfylt når   tjenestens type er senter")
    assert renewed(rules).text == rules


def test_where_no_norm_is_to_blame_all_is_put_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is wrong may be seen in a norm that has not been touched."""
    monkeypatch.setattr(Place, "agree", lambda *_: True)
    monkeypatch.setattr(clauses, "what_it_is", lambda *_: Offer(("tull er tøys",)))
    monkeypatch.setattr(whole, "_has_any", lambda *_: False)
    rules = with_lines("oppfylt når   tjenestens type er senter")
    assert renewed(rules).text == rules
