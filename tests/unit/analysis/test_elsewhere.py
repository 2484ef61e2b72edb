"""Where norms write the same."""

from hjemmel.analysis.elsewhere import render_shared
from hjemmel.analysis.elsewhere.shared import shared
from hjemmel.analysis.elsewhere.written import Kind
from hjemmel.render.lines import plain
from support.golden_run import program_of

RULES = """\
regelverk prøve

begrep region
  verdi nord
  verdi sør
  verdi vest
  verdi øst

opplysninger om tjeneste, tjenesten, tjenestens
  opplysning åpen er ja eller nei, oppgis av tjenesten
  opplysning plasser er heltall, oppgis av tjenesten
  opplysning region er region, oppgis av tjenesten
  opplysning tilskudd er beløp, oppgis av tjenesten
  opplysning virketid er tidsrom i måneder, oppgis av tjenesten
  opplysning start er dato, oppgis av tjenesten
  opplysning regioner er liste av region, oppgis av tjenesten

§ 4-2 Prøve

krav en, etter forskrift § 4-2
  oppfylt når tjenestens start er senest 15. januar i kalenderåret for vurderingsdagen
    og        tjenestens virketid er inntil 5 år
    og        tjenestens plasser er minst 1
    og        tjenestens region er nord eller sør eller vest

krav to, etter forskrift § 4-2
  regnes etter 15. januar i kalenderåret for tjenestens start
  oppfylt når tjenestens start er senest samme dato 5 år etter 1. mars 2020, rundet ned
    og        tjenestens plasser er minst 1

krav tre, etter forskrift § 4-2
  oppfylt når det finnes minst 1 blant tjenestens regioner der oppføringen er sør
    og        det finnes minst 1 blant tjenestens regioner der oppføringen er vest
    og        det finnes minst 1 blant tjenestens regioner der oppføringen er nord
    og        tjenestens tilskudd er minst 100 kroner
"""


def found(*norms: str) -> dict[str, tuple[Kind, tuple[str, ...]]]:
    """What some norms share with others, each value with its kind and its norms."""
    program = program_of({"prøve": RULES})
    wanted = frozenset(norms or program.by_id)
    return {e.value.told: (e.value.kind, e.norms) for e in shared(program, wanted)}


def test_the_most_telling_comes_first() -> None:
    """A list however it is written, a day of the year, a length of time; and not «1»."""
    assert list(found().items()) == [
        ("nord, sør og vest", (Kind.LIST, ("4-2/en", "4-2/tre"))),
        ("15. januar", (Kind.DAY_OF_YEAR, ("4-2/en", "4-2/to"))),
        ("5 år", (Kind.LENGTH, ("4-2/en", "4-2/to"))),
    ]


def test_of_one_norm() -> None:
    """What others share among themselves is not told."""
    assert list(found("4-2/tre")) == ["nord, sør og vest"]
    assert list(found("4-2/to")) == ["15. januar", "5 år"]


def test_each_place_is_told_with_what_stands_there() -> None:
    """The norm, the file and line, and the condition read back."""
    program = program_of({"prøve": RULES})
    every = shared(program, frozenset(program.by_id))
    told = plain(render_shared.text(program, every, 300))
    assert "\n15. januar  dag i året, i 2 normer\n  4-2/en  (prøve.ntr linje 21, § 4-2)\n" in told
    assert "      tjenestens start er senest 15. januar i vurderingsåret\n" in told
    (day,) = (e for e in render_shared.document(program, every)
              if e["verdi"] == "15. januar")  # fmt: skip
    assert [each["linje"] for each in day["steder"]] == [21, 27]  # type: ignore[attr-defined]


def test_where_nothing_is_shared() -> None:
    """That is said, too."""
    assert "Ingen andre normer" in plain(render_shared.text(program_of({}), (), 80))


def test_every_value_that_is_to_be_covered_is_one_list() -> None:
    """Norms that ask for all values of a term share the list, and not each of its values."""
    facts = """regelverk prøve

begrep region
  verdi nord
  verdi sør
  verdi vest

opplysninger om tjeneste, tjenesten, tjenestens
  opplysning regioner er liste av region, oppgis av tjenesten
  opplysning region er region, oppgis av tjenesten

§ 4-2 Prøve

krav x, etter forskrift § 4-2
  oppfylt når tjenestens regioner omfatter hver region

krav y, etter forskrift § 4-2
  gjelder når tjenestens regioner omfatter hver region
  oppfylt når tjenestens region er nord
"""
    told = shared(program_of({"regler": facts}), frozenset({"4-2/x"}))
    assert [(each.value.told, each.norms) for each in told] == [
        ("nord, sør og vest", ("4-2/x", "4-2/y"))
    ]
