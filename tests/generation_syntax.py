"""Random rule files: every tree that the parser can give, and now and then a hard one.

Names are drawn with the language's own keywords in them, since those are what a name must be
protected from. Spans are left out; they are no part of what a tree is.
"""

from datetime import date

from hypothesis import strategies as st

from hjemmel.source.citation import Citation, Level
from hjemmel.syntax import blocks, lines, tree

WORDS = [
    "tjenesten",
    "tjenestens",
    "type",
    "steder",
    "helseforetak",
    "region",
    "år",
    "dato",
    "søknad",
    "ærlig",
    "Øst",
    "med",
    "fra",
    "om",
    "i",
    "nr",
    "saken",
    "har",
    "til",
    "av",
    "siste",
    "dager",
    "A-medlem",
    "b2",
    "x_y",
]
KEYWORDS = [
    "er",
    "ikke",
    "og",
    "eller",
    "enten",
    "blant",
    "der",
    "at",
    "når",
    "ingen",
    "alle",
    "minst",
    "høyst",
    "nøyaktig",
    "etter",
    "før",
    "inntil",
    "senest",
    "tidligst",
    "antall",
    "ulike",
    "antallet",
    "finnes",
    "det",
    "gjelder",
    "omfatter",
    "hver",
    "alt",
    "dekker",
    "hvert",
    "vurdert",
    "avvist",
    "ingenting",
    "utenom",
    "samme",
    "som",
    "den",
    "seneste",
    "tidligste",
    "året",
    "kalenderåret",
    "for",
    "avsnitt",
    "mer",
    "mindre",
    "enn",
    "halvparten",
    "ja",
    "nei",
    "liste",
    "tidsrom",
    "måneder",
    "krav",
    "norm",
    "i",
    "oppgis",
    "gjøres",
    "rundet",
    "ned",
    "regnes",
    "første",
    "ledd",
    "kroner",
    "januar",
    "avsnitt",
    "fra",
    "tross",
    "også",
    "skrevet",
    "merknad",
    "valgt",
]
PHRASES = (
    "har vurdert at", "saken har", "antall ulike", "den seneste av", "året etter", "til og med",
    "ja eller nei", "liste av", "alle krav i", "minst ett krav i", "mer enn", "det samme som",
    "1. januar i", "2024", "5 år", "1 000 kroner", "18,9", "22q11", "§ 4-2", "pkt. 4.1", "nr.", "|",
    ",", ":", "–", "-", "(a)", "m.fl.", "…", "?",
)  # fmt: skip


def _text(words: st.SearchStrategy[list[str]]) -> st.SearchStrategy[str]:
    return words.map(" ".join)


_pieces = st.one_of(
    st.sampled_from(WORDS), st.sampled_from(WORDS), st.sampled_from(KEYWORDS),
    st.sampled_from(PHRASES),
)  # fmt: skip
_name_words = st.one_of(*[_text(st.lists(_pieces, min_size=1, max_size=4))] * 9, st.just(""))
names = st.builds(tree.Name, _name_words)

prose = _text(st.lists(_pieces | st.sampled_from(["«m.fl.»", "?", "a: b", "1."]), min_size=1))
_title_pieces = st.sampled_from([*WORDS, *KEYWORDS, "har vurdert at", "5 år", "(a)", "–", "§ 4-2"])
titles = _text(st.lists(_title_pieces, min_size=1, max_size=5))
questions = titles.map(lambda each: f"{each}?")
quoted_titles = titles | st.sampled_from(["a: b, c", ""])

days = st.dates(date(1900, 1, 1), date(2199, 12, 31))
levels = st.sampled_from(list(Level))
numbers = st.integers(0, 99) | st.sampled_from([100, 1000, 2024, 12_345, 1_234_567])
units = st.sampled_from(["måneder", "dager"])

# ---- citations

_sections = st.sampled_from(["4-2", "4-3a", "12-10"])
_places = st.sampled_from(
    ["", "første ledd", "andre strekpunkt", "tredje ledd niende strekpunkt"]
)  # fmt: skip
_by_section = st.builds(
    lambda level, section, part: Citation(level, f"§ {section}", part), levels, _sections, _places
)
_by_point = st.builds(
    lambda level, point, runs: Citation(level, f"pkt. {point}", f"nr. {runs}"),
    levels, st.sampled_from(["2", "4.1", "10.12"]),
    st.sampled_from(["3", "1 til 3", "1 og 2", "1, 2 til 4 og 7", "1 til 2, 4, 5 og 8 til 9"]),
)  # fmt: skip
_cited = st.builds(
    lines.Cited, st.lists(_by_section | _by_point, min_size=1, max_size=3).map(tuple)
)
cited = _cited | st.just(lines.UNCITED)

# ---- values and expressions

_decimals = st.tuples(st.integers(0, 999), st.integers(0, 99)).map(lambda two: f"{two[0]}.{two[1]}")
_whole = st.builds(tree.Number, numbers.map(str))


def _base_days(year: st.SearchStrategy[tree.Expression]) -> st.SearchStrategy[tree.Expression]:
    in_year = st.builds(
        lambda day, year: tree.DayIn(day.month, day.day, year),
        st.dates(date(2001, 1, 1), date(2001, 12, 31)), year,
    )  # fmt: skip
    return names | st.builds(tree.Day, days) | in_year


_years = st.recursive(
    names | _whole,
    lambda year: (
        st.builds(tree.YearAfter, st.sampled_from([1, -1]), year)
        | st.builds(tree.YearOf, _base_days(year))
    ),
    max_leaves=3,
)
_bases = _base_days(_years)
_rounded = st.builds(
    tree.Later, st.integers(-40, 40), units, _bases, st.sampled_from(["", "ned", "opp"])
)
_year_values = st.builds(tree.YearAfter, st.sampled_from([1, -1]), _years) | st.builds(
    tree.YearOf, _bases
)
values: st.SearchStrategy[tree.Expression] = st.one_of(
    names, names, _whole,
    st.builds(tree.Number, _decimals),
    st.builds(tree.Amount, st.integers(0, 10**11)),
    st.builds(tree.Period, st.integers(0, 400), units),
    _bases,
    _rounded,
    st.builds(tree.Extreme, st.sampled_from(["seneste", "tidligste"]), _bases, _bases),
    _year_values,
)  # fmt: skip

_norm_names = st.builds(
    tree.NormName, st.sampled_from(["4-2", "4-3a", "ERN", "4", "4-2b"]), quoted_titles
)
_norm_groups = st.builds(
    tree.NormGroup, st.sampled_from(["alle", "minst ett", "ingen"]),
    st.sampled_from(["krav", "vilkår", "anbefalinger", "normer"]), levels, _sections, _places,
)  # fmt: skip
_quantities = st.builds(
    tree.Quantity, st.sampled_from(["minst", "høyst", "nøyaktig"]), numbers
) | st.builds(tree.Quantity, st.sampled_from(["ingen", "alle", "minst halvparten"]), st.just(0))
_relations = st.sampled_from(
    ["minst", "høyst", "inntil", "mer enn", "mindre enn", "senest", "tidligst", "før", "etter"]
)


def _columns(
    inner: st.SearchStrategy[tuple[tree.Clause, ...]],
) -> st.SearchStrategy[tree.Column]:
    return st.builds(tree.Column, names, names, inner)


def _expressions(
    inner: st.SearchStrategy[tuple[tree.Clause, ...]],
) -> st.SearchStrategy[tree.Expression]:
    return st.one_of(
        names, names, _norm_names, _norm_groups,
        st.builds(tree.CountDistinct, _columns(inner)),
        st.builds(tree.CountOf, names, inner),
    )  # fmt: skip


def _grounds(
    inner: st.SearchStrategy[tuple[tree.Clause, ...]],
) -> st.SearchStrategy[tree.Clause]:
    """Clauses that may be filters; `inner` are the filters within them."""
    lists = names | _columns(inner)
    some = st.lists(values, min_size=1, max_size=3).map(tuple)
    compared = st.sampled_from(["omfatter alt i", "har ingenting utenom", "er det samme som"])
    return st.one_of(
        st.builds(tree.Claim, names, st.none(), st.just(False)),
        st.builds(tree.Claim, names, names, st.just(True)),
        st.builds(tree.Judged, names, names, st.booleans()),
        st.builds(tree.CaseHas, names, st.booleans()),
        st.builds(tree.Is, _expressions(inner), some, st.booleans()),
        st.builds(tree.Bound, _expressions(inner), _relations, values),
        st.builds(tree.CoversEach, lists, names),
        st.builds(tree.Compare, lists, compared, lists),
        st.builds(tree.CoversYears, lists, values, values),
    )


_nothing: st.SearchStrategy[tuple[tree.Clause, ...]] = st.just(())
_plain = _grounds(_nothing)
_nested = _grounds(_nothing | st.lists(_plain, min_size=1, max_size=2).map(tuple))
grounds = _grounds(_nothing | st.lists(_nested, min_size=1, max_size=2).map(tuple))
_bodies = st.lists(grounds, min_size=1, max_size=2).map(tuple)
_sentences = st.one_of(
    grounds, grounds,
    st.builds(tree.Exists, _quantities, names, _nothing | _bodies),
    st.builds(tree.ForEach, _quantities, names, _bodies),
)  # fmt: skip
clauses = _sentences | st.builds(
    tree.Either, st.lists(_sentences, min_size=2, max_size=3).map(tuple)
)
_conjunctions = st.lists(clauses, min_size=1, max_size=3).map(tuple)
conditions = st.builds(tree.Condition, st.lists(_conjunctions, min_size=1, max_size=2).map(tuple))

# ---- lines

_assumed = st.builds(
    lines.Assumed, st.sampled_from(["første dag", "siste dag", "begge dager"]), prose
)
_outcomes = st.sampled_from(
    ["oppfylt", "brutt", "åpen", "innvilges", "varsles", "fulgt", "fullført", "slås fast"]
)
_cells = st.one_of(
    st.builds(lines.Cell, st.just(""), st.lists(values, max_size=2).map(tuple)),
    st.builds(
        lines.Cell, st.sampled_from(["minst", "høyst", "inntil", "mer enn", "mindre enn"]),
        st.tuples(values),
    ),
)  # fmt: skip
_columns_of_tables = st.lists(_expressions(_nothing), min_size=1, max_size=3).map(tuple)
_remarks = st.builds(lines.Remark, prose)
_own_words = st.builds(lines.OwnWords, prose)
_scopes = st.builds(lines.Scope, conditions)
_applies = st.builds(lines.AppliesTo, names)
_requirements = st.builds(lines.Requirement, _outcomes, conditions)
_chosen_titles = titles.filter(lambda each: each.split()[0] != "ingen")
norm_lines: st.SearchStrategy[lines.NormLine] = st.one_of(
    _remarks, _own_words, _scopes, _applies, _requirements, _assumed,
    st.builds(lines.Mark, prose),
    st.builds(lines.Presumed, prose),
    st.builds(lines.Deciding, values),
    st.builds(lines.Edition, days, st.none() | days, cited),
    st.builds(lines.Requirement, st.just("betyr"), conditions),
    st.builds(lines.TableHead, _outcomes, _columns_of_tables),
    st.builds(lines.TableRow, st.lists(_cells, min_size=1, max_size=3).map(tuple)),
    st.builds(lines.Done, names),
    st.builds(lines.Latest, values),
    st.builds(lines.Item, titles, cited, conditions),
    st.builds(lines.Exception_, titles, st.just("") | titles, cited, conditions),
    st.builds(lines.Question, questions, cited),
    st.builds(lines.OnClause, clauses),
    st.builds(lines.Arises, conditions),
    st.builds(lines.ReadingLine, titles, st.booleans() | conditions),
    st.builds(lines.Chosen, st.none() | _chosen_titles),
)  # fmt: skip

# ---- blocks

_types = st.one_of(
    st.builds(
        blocks.FactType,
        st.sampled_from(["ja eller nei", "tidsrom i måneder", "tidsrom i dager"]),
        st.just(False),
    ),
    st.builds(blocks.FactType, _name_words, st.booleans()),
)
_facts = st.builds(blocks.FactLine, names, _types, names, st.just("") | prose)
_records = st.builds(
    lambda name, forms, optional, facts, remarks: blocks.RecordBlock(
        name, *(forms or (name.words, name.words)), forms is None, optional, facts, remarks
    ),
    names, st.none() | st.tuples(_name_words, _name_words), st.just("") | prose,
    st.lists(_facts, max_size=4).map(tuple), st.lists(prose, max_size=2).map(tuple),
)  # fmt: skip
_kinds = st.sampled_from(
    [
        "krav",
        "forbud",
        "vilkår",
        "adgang",
        "anbefaling",
        "frist",
        "varsel",
        "avgjørelse",
        "konstatering",
        "definisjon",
    ]
)
_sections_of_law = st.builds(
    blocks.Section, st.sampled_from(["§ 4-2", "§ 4-3a", "ERN", "4", "4 100"]),
    prose | st.sampled_from(["100 senger", "200", "–"]),
)  # fmt: skip
_written_places = st.sampled_from(["første ledd", "andre ledd fjerde strekpunkt"])
_holders = st.builds(blocks.Holder, days, st.none() | days, names)
_institutions = st.builds(blocks.Institution, titles, st.lists(titles, max_size=2).map(tuple))
_steps = st.builds(blocks.StepLine, st.sampled_from("abcæå"), titles, cited)


def _block_strategies() -> dict[str, st.SearchStrategy[blocks.Block]]:
    some = {"max_size": 4}
    body = st.lists(norm_lines, **some).map(tuple)
    steps = st.lists(
        _own_words | _remarks | _applies | _scopes | _steps | _requirements, **some
    ).map(tuple)  # fmt: skip
    return {
        "regelverk": st.builds(blocks.RulebookHead, prose),
        "bygger på": st.builds(blocks.Uses, prose.filter(lambda each: not each.endswith(" .ntr"))),
        "kilde": st.builds(blocks.SourceHead, levels, days, st.none() | _assumed),
        "begrep": st.builds(
            blocks.Term, names, st.lists(names, **some).map(tuple), st.just("") | prose
        ),
        "register": st.builds(
            blocks.RegisterBlock, names, st.lists(_institutions, **some).map(tuple)
        ),
        "rolle": st.builds(
            blocks.RoleBlock, names, st.lists(_holders, **some).map(tuple),
            st.lists(_assumed, max_size=2).map(tuple),
        ),
        "opplysninger": _records,
        "vurdering": st.builds(
            blocks.AssessmentBlock, names, names, st.lists(prose, **some).map(tuple)
        ),
        "paragraf": _sections_of_law,
        "sted": st.builds(blocks.Place, _written_places | st.just("veileder pkt. 4.1")),
        "merknad": _remarks,
        "norm": st.builds(blocks.NormBlock, _kinds, titles, _cited, body),
        "prosess": st.builds(blocks.ProcessBlock, titles, cited, steps),
        "gjelder tilsvarende": st.builds(
            blocks.LikewiseBlock, _cited, st.lists(_norm_names, **some).map(tuple),
            st.lists(_own_words | _remarks, max_size=2).map(tuple),
        ),
    }  # fmt: skip


KINDS_OF_BLOCK = _block_strategies()
_TAKES_REMARKS = (
    blocks.NormBlock, blocks.ProcessBlock, blocks.LikewiseBlock, blocks.RecordBlock,
)  # fmt: skip


def _readable(listed: list[blocks.Block]) -> tuple[blocks.Block, ...]:
    """Without remarks that the block before would take for its own."""
    kept: list[blocks.Block] = []
    for each in listed:
        taken = kept and isinstance(kept[-1], _TAKES_REMARKS)
        if not (taken and isinstance(each, lines.Remark)):
            kept.append(each)
    return tuple(kept)


rule_files = st.builds(
    blocks.RuleFile,
    st.just("prøve"),
    st.lists(st.one_of(*KINDS_OF_BLOCK.values()), max_size=4).map(_readable),
)
