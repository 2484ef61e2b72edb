"""Small changes of rules: which there are, which cases notice them, which nobody could notice."""

import pytest
from attrs import evolve

from hjemmel.analysis.boundaries.facts import written
from hjemmel.analysis.boundaries.search import Witness
from hjemmel.analysis.mutation import equivalence, render
from hjemmel.analysis.mutation.difference import Difference
from hjemmel.analysis.mutation.equivalence import told_apart
from hjemmel.analysis.mutation.fates import Alive, Equivalent, Fate, Killed, fates, score
from hjemmel.analysis.mutation.mutant import Change, NormMutant
from hjemmel.analysis.mutation.mutants import mutants
from hjemmel.analysis.mutation.trying import bench
from hjemmel.analysis.page_results import try_page
from hjemmel.core.nodes import Apply, Literal
from hjemmel.core.part import exchanged, needs_of
from hjemmel.core.types import Truth
from hjemmel.expectations.reading import parse_page
from hjemmel.explain.judge import Judge
from hjemmel.provenance.book import new_book
from hjemmel.render.lines import plain
from support.golden_run import judged, program_of

FACTS = """\
regelverk prøve

kilde forskrift, gjelder fra 1. januar 2011

begrep slag
  verdi fast
  verdi løs
  verdi ukjent

rolle myndigheten
  innehaver fra 1. januar 2011 til og med 31. desember 2021 er departementet
  innehaver fra 1. januar 2022 er Helsedirektoratet

opplysninger om tjeneste, tjenesten, tjenestens
  opplysning slag er slag, oppgis av tjenesten
  opplysning åpen er ja eller nei, oppgis av tjenesten
  opplysning bemannet er ja eller nei, oppgis av tjenesten
  opplysning fredet er ja eller nei, oppgis av tjenesten
  opplysning plasser er heltall, oppgis av tjenesten
  opplysning start er dato, oppgis av tjenesten
  opplysning rom er liste av rom, oppgis av tjenesten

oppføring rom
  opplysning navn er tekst, oppgis av tjenesten
  opplysning åpent er ja eller nei, oppgis av tjenesten
  opplysning ryddet er ja eller nei, oppgis av tjenesten

vurdering behovet vokser, gjøres av myndigheten

§ 4-2 Prøve

"""

YES, NO = Literal(True, Truth()), Literal(False, Truth())

OPEN_ROOM = "det finnes minst 1 blant tjenestens rom der oppføringen er åpent"


def rulebook(norm: str) -> dict[str, str]:
    """A rulebook with one norm: its lines under a head."""
    lines = "".join(f"  {each}\n" for each in norm.splitlines())
    return {"prøve": f"{FACTS}krav drift, etter forskrift § 4-2\n{lines}"}


def became(norm: str, *cases: str, listed: str = "") -> tuple[Fate, ...]:
    """What became of the mutants, where each case is «day|inside of tjeneste|what is expected»."""
    program = program_of(rulebook(norm))
    pages = "".join(map(_page, cases)) + (f"```normer\n{listed}\n```\n" if listed else "")
    parsed = parse_page("s.md", pages)
    assert parsed.faults == ()
    result = try_page(parsed.page, Judge.of(program))
    assert (result.faults, result.unheld) == ((), 0)
    at = bench(program, [("s.md", each) for each in result.tried], parsed.page.listed)
    return tuple(fates(at, mutants(new_book(program), frozenset(program.by_id))))


def _page(case: str) -> str:
    day, facts, expected = case.split("|", 2)
    sak = f'{{"vurderingsdato": "{day}", "tjeneste": {{{facts}}}}}'
    return f"```sak\n{sak}\n```\n```verdikt\n4-2/drift: {expected}\n```\n"


def told(found: tuple[Fate, ...], kind: type) -> dict[str, set[str]]:
    """The changes with a fate, by what they are of."""
    by_change: dict[str, set[str]] = {}
    for each in found:
        if isinstance(each, kind):
            by_change.setdefault(each.mutant.change.value, set()).add(each.mutant.told)
    return by_change


@pytest.mark.parametrize(
    ("norm", "change", "expected"),
    [
        (("fra 1. januar 2022\n  oppfylt når tjenesten er åpen\nfra 1. januar 2024\n"
         "  regnes etter tjenestens start\n  oppfylt når tjenesten er åpen"), "regnes etter", {
            "«regnes etter» er tatt bort under ordlyden fra 1. januar 2024",
        }),
        ("oppfylt når tjenestens plasser er minst 4", "grense", {
            "3 for 4 i «tjenestens plasser er minst 4»",
            "5 for 4 i «tjenestens plasser er minst 4»",
            "«er» for «minst» i «tjenestens plasser er minst 4»",
        }),
        ("oppfylt når tjenestens start er senest 1. mars 2024", "dag", {
            "dagen før i «tjenestens start er senest 1. mars 2024»",
            "dagen etter i «tjenestens start er senest 1. mars 2024»",
        }),
        ("oppfylt når tjenestens start er senest vurderingsdagen", "grense", {
            "grensen selv er flyttet over i «tjenestens start er senest vurderingsdagen»",
            "«er» for «senest» i «tjenestens start er senest vurderingsdagen»",
        }),
        (("oppfylt når vurderingsdagen er senest samme dato 1 år etter tjenestens start, "
         "rundet ned"), "avrunding", {
             ("rundet den andre veien i «vurderingsdagen er senest samme dato 1 år etter "
             "tjenestens start, rundet ned»"),
         }),
        ("oppfylt når tjenesten er åpen\nsenest 1. mars 2024", "dag", {
            "dagen før i «innen fristen, 1. mars 2024»",
            "dagen etter i «innen fristen, 1. mars 2024»",
        }),
        ("oppfylt når tjenesten er åpen\nsenest 1. mars 2024", "grense", set()),
        ("oppfylt når tjenesten er åpen\n  og tjenesten er bemannet", "og/eller", {
            "«eller» for «og»",
        }),
        ("oppfylt når tjenesten er åpen\n  og tjenesten er bemannet", "vilkår tatt bort", {
            "ledd 1 av 2 er tatt bort", "ledd 2 av 2 er tatt bort",
        }),
        ("oppfylt når tjenesten er åpen", "ikke", {"det motsatte i «tjenesten er åpen»"}),
        ("oppfylt når tjenesten er åpen", "vilkår tatt bort", {
            "vilkåret er tatt bort i «tjenesten er åpen»",
        }),
        ("oppfylt når tjenestens slag er fast", "verdi", {
            "«løs» for «fast» i «tjenestens slag er fast»",
            "«ukjent» for «fast» i «tjenestens slag er fast»",
        }),
        ("oppfylt når tjenestens slag er fast eller løs", "verdi", {
            "«fast» er tatt bort i «tjenestens slag er fast eller løs»",
            "«løs» er tatt bort i «tjenestens slag er fast eller løs»",
            "«ukjent» er lagt til i «tjenestens slag er fast eller løs»",
        }),
        ("oppfylt når antall ulike navn blant tjenestens rom er 2", "kvantor", {
            "«antall» for «antall ulike» i «antall ulike navn blant tjenestens rom er 2»",
        }),
        (f"oppfylt når {OPEN_ROOM}", "kvantor", {
            f"«alle» for «noen» i «{OPEN_ROOM}»",
            f"«nøyaktig 1» for «minst 1» i «{OPEN_ROOM}»",
        }),
        ("oppfylt når tjenesten er bemannet", "opplysning", {
            "«åpen» for «bemannet» i «tjenesten er bemannet»",
            "«fredet» for «bemannet» i «tjenesten er bemannet»",
        }),
        ("oppfylt når tjenestens start er senest vurderingsdagen", "opplysning", set()),
        (f"oppfylt når {OPEN_ROOM}", "opplysning", {
            f"«ryddet» for «åpent» i «{OPEN_ROOM}»",
        }),
        ("oppfylt når tjenesten er åpen\nmed mindre vern: tjenesten er fredet",
         "unntak tatt bort", {"unntak 1 er tatt bort"}),
        (("fra 1. januar 2020 til og med 31. desember 2021\n  oppfylt når tjenesten er åpen\n"
         "fra 1. januar 2022\n  oppfylt når tjenesten er bemannet"), "tid i kraft", {
             "første dag er 31. desember 2019 for 1. januar 2020",
             "første dag er 2. januar 2020 for 1. januar 2020",
             "første dag er 31. desember 2021 for 1. januar 2022",
             "første dag er 2. januar 2022 for 1. januar 2022",
         }),
        ("regnes etter tjenestens start\noppfylt når tjenesten er åpen", "regnes etter", {
            "«regnes etter» er tatt bort",
        }),
        ("oppfylt når myndigheten har vurdert at behovet vokser", "innehaver", {
            "myndigheten er departementet fra 31. desember 2010 for 1. januar 2011",
            "myndigheten er departementet fra 2. januar 2011 for 1. januar 2011",
            "myndigheten er Helsedirektoratet fra 31. desember 2021 for 1. januar 2022",
            "myndigheten er Helsedirektoratet fra 2. januar 2022 for 1. januar 2022",
        }),
    ],
)  # fmt: skip
def test_each_kind_of_change(norm: str, change: str, expected: set[str]) -> None:
    """Each thing that can be written wrongly is, one at a time."""
    program = program_of(rulebook(norm))
    found = mutants(new_book(program), frozenset(program.by_id))
    assert {each.told for each in found if each.change.value == change} == expected


def test_a_bound_is_noticed_from_both_sides() -> None:
    """A case at the bound notices one way, one beside it the other, one further on a sole value."""
    norm = "oppfylt når tjenestens plasser er minst 4"
    four, three = '2024-06-01|"plasser": 4|oppfylt', '2024-06-01|"plasser": 3|brutt'
    five = '2024-06-01|"plasser": 5|oppfylt'
    assert "grense" not in told(became(norm, four, three, five), Alive)
    (alive,) = told(became(norm, four, five), Alive)["grense"]
    assert alive == "3 for 4 i «tjenestens plasser er minst 4»"
    (alive,) = told(became(norm, four, three), Alive)["grense"]
    assert alive == "«er» for «minst» i «tjenestens plasser er minst 4»"
    assert "grense" in told(became(norm, three), Alive)


def test_a_shifted_period_is_noticed_on_its_first_and_last_day() -> None:
    """The day before and the first day; and not by a case in the middle."""
    norm = "fra 1. januar 2020\n  oppfylt når tjenesten er åpen"
    before = '2019-12-31|"åpen": true|ingen regel i kraft'
    first = '2020-01-01|"åpen": true|oppfylt'
    assert "tid i kraft" not in told(became(norm, before, first), Alive)
    assert len(told(became(norm, first), Alive)["tid i kraft"]) == 1
    middle = '2024-06-01|"åpen": true|oppfylt'
    assert len(told(became(norm, middle), Alive)["tid i kraft"]) == 2


def test_a_role_is_noticed_by_who_could_assess_that_day() -> None:
    """Who assessed on the last day of one holder, and on the first day of the next."""
    norm = "oppfylt når myndigheten har vurdert at behovet vokser"
    program = program_of(rulebook(norm))

    def page(day: str, by: str, expected: str) -> str:
        made = f'{{"verdi": true, "av": "{by}", "dato": "{day}", "grunnlag": "x"}}'
        facts = f'"tjeneste": {{}}, "vurderinger": {{"behovet_vokser": {made}}}'
        sak = f'{{"vurderingsdato": "2024-06-01", {facts}}}'
        return f"```sak\n{sak}\n```\n```verdikt\n4-2/drift: {expected}\n```\n"

    pages = (
        page("2021-12-31", "departementet", "oppfylt")
        + page("2022-01-01", "departementet", "uavklart (skjønn)")
        + page("2011-01-01", "departementet", "oppfylt")
        + page("2010-12-31", "departementet", "uavklart (skjønn)")
    )
    result = try_page(parse_page("s.md", pages).page, Judge.of(program))
    assert (result.faults, result.unheld) == ((), 0)
    tried = [("s.md", each) for each in result.tried]
    for cases, alive in ((tried, 0), (tried[:2], 2), (tried[2:], 2)):
        at = bench(program, cases, ())
        found = tuple(fates(at, mutants(new_book(program), frozenset(program.by_id))))
        assert len(told(found, Alive).get("innehaver", ())) == alive


def test_a_citation_is_noticed_by_the_list_of_norms() -> None:
    """Verdicts alone say nothing of it, unless they are asked to."""
    program = program_of({"prøve": FACTS + (
        "krav drift, etter forskrift § 4-2, forskrift § 4-3\n  oppfylt når tjenesten er åpen\n"
        "krav vern, etter forskrift § 4-4\n  oppfylt når tjenesten er fredet\n"
    )})  # fmt: skip
    pages = "```normer\n4-2/drift: krav · forskrift · forskrift § 4-2, forskrift § 4-3\n```\n"
    for text, alive in ((pages, 0), ("", 4)):
        parsed = parse_page("s.md", text)
        at = bench(program, (), parsed.page.listed)
        found = tuple(fates(at, mutants(new_book(program), frozenset({"4-2/drift"}))))
        assert len(told(found, Alive).get("hjemmel", ())) == alive


def test_a_change_in_one_norm_is_noticed_by_those_that_refer_to_it() -> None:
    """A case need not name the norm that is changed."""
    rules = FACTS + (
        "krav drift, etter forskrift § 4-2\n  oppfylt når tjenesten er åpen\n"
        "krav samlet, etter forskrift § 4-2\n  oppfylt når § 4-2 «drift» er oppfylt\n"
    )
    program = program_of({"prøve": rules})
    page = (
        '```sak\n{"vurderingsdato": "2024-06-01", "tjeneste": {"åpen": true}}\n```\n'
        "```verdikt\n4-2/samlet: oppfylt\n```\n"
    )
    result = try_page(parse_page("s.md", page).page, Judge.of(program))
    at = bench(program, [("s.md", each) for each in result.tried], ())
    found = tuple(fates(at, mutants(new_book(program), frozenset({"4-2/drift"}))))
    killed = [each for each in found if isinstance(each, Killed)]
    assert {each.mutant.told for each in killed} >= {"det motsatte i «tjenesten er åpen»"}
    assert {each.by for each in killed} == {"s.md:5"}


def test_what_nobody_could_notice_is_equivalent() -> None:
    """A condition that another implies can be left out; a wider bound that nothing reaches."""
    norm = (
        "gjelder når tjenestens plasser er minst 4\n"
        "oppfylt når tjenesten er åpen\n  og tjenestens plasser er minst 3"
    )
    found = became(norm, '2024-06-01|"åpen": true, "plasser": 4|oppfylt')
    same = told(found, Equivalent)
    assert "ledd 2 av 2 er tatt bort" in same["vilkår tatt bort"]
    assert same["grense"] == {
        "2 for 3 i «tjenestens plasser er minst 3»", "4 for 3 i «tjenestens plasser er minst 3»",
    }  # fmt: skip


def test_a_fact_is_told_from_its_neighbour_where_the_two_differ() -> None:
    """Where both are the same in every case, nobody notices that the other is asked for."""
    norm = "oppfylt når tjenesten er fredet"
    alike = '2024-06-01|"bemannet": true, "fredet": true|oppfylt'
    (alive,) = told(became(norm, alike), Alive)["opplysning"]
    assert alive == "«bemannet» for «fredet» i «tjenesten er fredet»"
    differing = '2024-06-01|"bemannet": false, "fredet": true|oppfylt'
    assert "opplysning" not in told(became(norm, differing), Alive)


@pytest.mark.parametrize(
    "norm",
    [
        "oppfylt når antallet av tjenestens rom er minst 10",
        "oppfylt når antall ulike navn blant tjenestens rom er minst 5",
    ],
)
def test_lists_longer_than_those_tried_prove_nothing_alike(norm: str) -> None:
    """No list of three tells ten from eleven; a longer one does."""
    found = became(norm)
    assert told(found, Equivalent) == {}
    assert len(told(found, Alive)["grense"]) == 3


def test_what_only_the_unknown_shows_is_no_equivalent() -> None:
    """«åpen eller ikke åpen» holds whatever the fact is, but not where nobody has told of it."""
    either = "enten tjenesten er åpen, eller tjenesten er ikke åpen"
    program = program_of(rulebook(f"oppfylt når {either}\n  og tjenesten er bemannet"))
    norm = program.by_id["4-2/drift"]
    (edition,) = norm.editions
    assert isinstance(edition.requirement, Apply)
    kept = evolve(edition, requirement=edition.requirement.arguments[1])
    without = evolve(norm, editions=(kept,))
    mutant = NormMutant(Change.DROPPED, "det som alltid holder, er tatt bort", norm.span, without)
    found = told_apart(program, needs_of(program), mutant)
    assert isinstance(found, Witness)
    assert found.view["tjeneste"] == {"bemannet": True}


def test_who_lives_comes_with_a_case_that_would_notice() -> None:
    """In that case the rule and the change of it have two different outcomes."""
    norm = "oppfylt når tjenesten er åpen\n  og antall ulike navn blant tjenestens rom er 2"
    program = program_of(rulebook(norm))
    alive = [each for each in became(norm) if isinstance(each, Alive) and each.witness is not None]
    assert alive
    for each in alive:
        assert each.witness is not None
        assert isinstance(each.mutant, NormMutant)
        facts = written(each.witness, program.schema)
        changed = exchanged(program, each.mutant.norm)
        first, second = (judged(one, facts).verdicts["4-2/drift"] for one in (program, changed))
        assert (first.outcome, first.wording) != (second.outcome, second.wording), facts


def test_summary_and_texts() -> None:
    """Rounded down, so that a hundred is all of them; the rest is named, with the case."""
    program = program_of(rulebook("oppfylt når tjenestens plasser er minst 4"))
    found = became("oppfylt når tjenestens plasser er minst 4", '2024-06-01|"plasser": 4|oppfylt')
    sums = score(found)
    assert sums.all == len(found)
    assert render.summary(found).startswith(
        f"{sums.killed} av {sums.killed + sums.alive} endringer i reglene merkes av en sak"
    )
    assert sums.percent < 100
    shown = plain(render.text(program, found, 200))
    assert "3 for 4 i «tjenestens plasser er minst 4»" in shown
    assert '"plasser": 3' in shown


@pytest.mark.parametrize("norm", [
    "oppfylt når tjenestens plasser er minst 4\n  og tjenestens plasser er minst 3",
    "gjelder når tjenestens slag er fast eller løs\noppfylt når tjenestens slag er ikke ukjent",
    ("oppfylt når tjenesten er åpen\n  og tjenesten er bemannet\n"
     "eller når tjenesten er åpen\nmed mindre fredet: tjenesten er fredet"),
    "regnes etter tjenestens start\nfra 1. mars 2024\n  oppfylt når tjenesten er åpen",
    ("fra 1. mars 2020 til og med 31. desember 2023\n  oppfylt når tjenesten er åpen\n"
     "fra 1. januar 2024, etter forskrift § 4-3\n  oppfylt når tjenesten er åpen"),
    f"oppfylt når {OPEN_ROOM}\n  og tjenesten er åpen",
])  # fmt: skip
def test_no_case_is_passed_over_that_could_tell_two_apart(
    norm: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where all that differs has come to the same, nothing more is looked at; all else is."""
    program = program_of(rulebook(norm))
    everything = tuple(mutants(new_book(program), frozenset(program.by_id)))
    changes = [each for each in everything if isinstance(each, NormMutant)]

    def kinds() -> list[type]:
        return [type(told_apart(program, needs_of(program), each)) for each in changes]

    quick = kinds()
    monkeypatch.setattr(equivalence, "_facts", lambda _: iter(()))
    monkeypatch.setattr(equivalence, "differences", lambda *_: (Difference(YES, NO),))
    assert kinds() == quick
