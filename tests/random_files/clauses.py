"""Random names, values, citations and clauses, as the parser can give them.

Names are drawn with the language's own keywords in them, since those are what a name must be
protected from. Spans are left out; they are no part of what a tree is.
"""

from datetime import date

from hypothesis import strategies as st

from hjemmel.syntax import lines, tree
from hjemmel.syntax.build_clauses import denied_parts

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
    "en",
    "to",
    "virkedag",
    "virkedager",
    "fridag",
    "kvartalet",
    "måneden",
    "utgangen",
    "dagen",
    "men",
    "aldri",
]
PHRASES = (
    "har vurdert at", "saken har", "antall ulike", "den seneste av", "året etter", "til og med",
    "ja eller nei", "liste av", "alle krav i", "minst ett krav i", "mer enn", "det samme som",
    "1. januar i", "17. mai hvert år", "første virkedag fra", "siste virkedag før",
    "den dagen", ", men tidligst", "og aldri etter",
    "oppgitt",
    "en fridag", "to virkedager", "første kvartal 2024", "mars 2024", "hvert kvartal fra",
    "hver måned", "kvartalet etter", "måneden for", "utgangen av",
    "2024", "5 år", "1 000 kroner", "18,9", "22q11", "§ 4-2", "pkt. 4.1", "nr.", "|",
    ",", ":", "–", "-", "(a)", "m.fl.", "…", "?",
)  # fmt: skip


def _text(words: st.SearchStrategy[list[str]]) -> st.SearchStrategy[str]:
    return words.map(" ".join)


_pieces = st.one_of(
    st.sampled_from(WORDS), st.sampled_from(WORDS), st.sampled_from(KEYWORDS),
    st.sampled_from(PHRASES),
)  # fmt: skip
name_words = st.one_of(*[_text(st.lists(_pieces, min_size=1, max_size=4))] * 9, st.just(""))
names = st.builds(tree.Name, name_words)

prose = _text(st.lists(_pieces | st.sampled_from(["«m.fl.»", "?", "a: b", "1."]), min_size=1))
_title_pieces = st.sampled_from([*WORDS, *KEYWORDS, "har vurdert at", "5 år", "(a)", "–", "§ 4-2"])
titles = _text(st.lists(_title_pieces, min_size=1, max_size=5))
questions = titles.map(lambda each: f"{each}?")
quoted_titles = titles | st.sampled_from(["a: b, c", ""])

days = st.dates(date(1900, 1, 1), date(2199, 12, 31))
sources = st.sampled_from(["forskriften", "forskrift", "veilederen", "vegtrafikkloven", "EU-loven"])
numbers = st.integers(0, 99) | st.sampled_from([100, 1000, 2024, 12_345, 1_234_567])
units = st.sampled_from(["måneder", "dager"])

# ---- citations

_provisions = st.sampled_from(
    ["§ 4-2", "§ 4-3 a", "§ 12-10", "§ 3", "§ 12 a", "artikkel 6", "artikkel 6a", "kapittel 2",
     "kapittel IV", "vedlegg I", "pkt. 2", "pkt. 4.1", "pkt. 10.12.3"]
)  # fmt: skip
_runs = st.sampled_from(["3", "1 til 3", "1 og 2", "1, 2 til 4 og 7", "1 til 2, 4, 5 og 8 til 9"])
_parts = st.lists(
    st.one_of(
        st.sampled_from(
            ["første ledd", "andre strekpunkt", "niende til ellevte punktum",
             "første og andre ledd", "bokstav a", "bokstav a til f", "bokstav a, c og æ"]
        ),
        _runs.map(lambda runs: f"nr. {runs}"),
    ),
    max_size=3,
).map(" ".join)  # fmt: skip
cites = st.builds(tree.Cite, sources, _provisions, _parts)
some_cited = st.builds(lines.Cited, st.lists(cites, min_size=1, max_size=3).map(tuple))
cited = some_cited | st.just(lines.UNCITED)

# ---- values and expressions

_decimals = st.tuples(st.integers(0, 999), st.integers(0, 99)).map(lambda two: f"{two[0]}.{two[1]}")
_whole = st.builds(tree.Number, numbers.map(str))


_days_of = st.builds(tree.DayOf, names)


def _base_days(year: st.SearchStrategy[tree.Expression]) -> st.SearchStrategy[tree.Expression]:
    in_year = st.builds(
        lambda day, year: tree.DayIn(day.month, day.day, year),
        st.dates(date(2001, 1, 1), date(2001, 12, 31)), year,
    )  # fmt: skip
    return names | st.builds(tree.Day, days) | in_year | _days_of


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
_working_days = st.builds(
    tree.WorkingDays, st.integers(-40, 40).filter(bool), _bases, st.just(False)
) | st.builds(tree.WorkingDays, st.sampled_from([1, -1]), _bases | _rounded, st.booleans())
_sides = st.sampled_from(["seneste", "tidligste"])
_one_of_two = st.builds(tree.Extreme, _sides, _bases, _bases)
_dated_periods = st.builds(
    tree.DatedPeriod, st.just("kvartal"), st.integers(4000, 39_999)
) | st.builds(tree.DatedPeriod, st.just("måned"), st.integers(12_000, 119_999))
_quarter_or_month = st.sampled_from(["kvartal", "måned"])
_periods = st.recursive(
    names | _dated_periods,
    lambda of: st.builds(tree.PeriodAfter, _quarter_or_month, st.sampled_from([1, -1]), of),
    max_leaves=2,
) | st.builds(tree.PeriodOf, _quarter_or_month, _bases)
_ends_of = st.builds(tree.EndOf, _periods | _years)
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
    _working_days,
    _periods,
    _ends_of,
    st.builds(tree.Extreme, _sides, _bases, _bases | _one_of_two),
    _year_values,
)  # fmt: skip

line_values = values | st.builds(
    tree.Clamped, values, st.sampled_from(["tidligst", "senest"]), values, st.none() | values
)

norm_names = st.builds(
    tree.NormName,
    st.sampled_from(["§ 4-2", "§ 4-3 a", "ERN", "4", "§ 3", "artikkel 6", "kapittel 2"]),
    quoted_titles,
)
_quantity_and_kind = st.tuples(
    st.sampled_from(["alle", "ingen"]),
    st.sampled_from(["krav", "vilkår", "anbefalinger", "normer"]),
) | st.sampled_from([("minst ett", "krav"), ("minst ett", "vilkår"), ("minst én", "norm")])
_norm_groups = st.builds(lambda of, where: tree.NormGroup(*of, where), _quantity_and_kind, cites)
_quantities = st.builds(
    tree.Quantity, st.sampled_from(["minst", "høyst", "nøyaktig"]), numbers
) | st.builds(tree.Quantity, st.sampled_from(["ingen", "alle", "minst halvparten"]), st.just(0))
_relations = st.sampled_from(
    ["minst", "høyst", "inntil", "mer enn", "mindre enn", "senest", "tidligst", "før", "etter"]
)


_units_of_time = st.sampled_from(["år", "kvartal", "måned"])
_ends = (line_values, values)


def _columns(
    inner: st.SearchStrategy[tuple[tree.Clause, ...]],
) -> st.SearchStrategy[tree.Column]:
    return st.builds(tree.Column, names, names, inner)


def _expressions(
    inner: st.SearchStrategy[tuple[tree.Clause, ...]],
) -> st.SearchStrategy[tree.Expression]:
    return st.one_of(
        names, names, norm_names, _norm_groups, _days_of,
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
        st.builds(
            lambda name, others: tree.Claim(name, None, False, others=others),
            names,
            st.lists(names, min_size=1, max_size=2).map(tuple),
        ),
        st.builds(lambda *said: tree.Claim(*denied_parts(*said), True), names, names),
        st.builds(tree.Among, _expressions(inner), names, st.booleans()),
        st.builds(tree.Judged, names, names, st.booleans()),
        st.builds(tree.CaseHas, names, st.booleans()),
        st.builds(tree.Is, _expressions(inner), some, st.booleans()),
        st.builds(tree.Bound, _expressions(inner), _relations, values),
        st.builds(tree.IsWorkingDay, _expressions(inner) | _bases, st.booleans(), st.booleans()),
        st.builds(tree.IsTold, _expressions(inner)),
        st.builds(tree.CoversEach, lists, names),
        st.builds(tree.Compare, lists, compared, lists),
        st.builds(tree.CoversSpan, lists, _units_of_time, *_ends),
        st.builds(tree.HasEach, names, _units_of_time, *_ends),
    )


_nothing: st.SearchStrategy[tuple[tree.Clause, ...]] = st.just(())
_plain = _grounds(_nothing)
_nested = _grounds(_nothing | st.lists(_plain, min_size=1, max_size=2).map(tuple))
grounds = _grounds(_nothing | st.lists(_nested, min_size=1, max_size=2).map(tuple))
_bodies = st.lists(grounds, min_size=1, max_size=2).map(tuple)
_groups = names
_counts = st.sampled_from(["minst", "høyst", "nøyaktig", "mer enn", "færre enn"])
_many = st.builds(tree.Quantity, _counts, numbers.filter(bool)) | st.builds(
    tree.Quantity,
    st.sampled_from(["ingen", "intet", "alle", "minst halvparten", "hver", "hvert"]), st.just(0),
)  # fmt: skip
_the_entry = st.just(tree.Name(tree.THE_ENTRY))
_some_values = st.lists(values, min_size=1, max_size=3).map(tuple)
_of_entry = st.one_of(
    st.builds(tree.Is, _the_entry, _some_values, st.booleans()),
    st.builds(tree.Bound, _the_entry, _relations, values),
    st.builds(tree.Among, _the_entry, names, st.booleans()),
)
_parts = st.builds(tree.Claim, names, st.none(), st.just(False)) | st.builds(
    tree.Among, _the_entry, names, st.just(False)
)
_of_groups = st.one_of(
    st.builds(
        lambda many, group, others: tree.OfEntries(many, group, (), None, others),
        _many, _groups, st.lists(names, max_size=2).map(tuple)
    ).filter(lambda each: not (each.others and each.quantity.word in ("hver", "hvert"))),
    st.builds(lambda many, group, said: tree.OfEntries(many, group, (), said),
              _many, _groups, _of_entry),
    st.builds(tree.OfEntries, _many, _groups, _bodies, st.none() | _of_entry),
    st.builds(tree.EachHas, st.sampled_from(["hver", "hvert"]), _groups,
              st.lists(_parts, min_size=1, max_size=2).map(tuple)),
    st.builds(tree.Counted, names,
              st.builds(tree.Quantity, _counts, numbers.filter(bool)), _groups,
              _nothing | _bodies),
    st.builds(tree.Impersonal, names | st.builds(tree.HasEach, names, _units_of_time, *_ends)),
)  # fmt: skip
_sentences = st.one_of(
    grounds, grounds, _of_groups,
    st.builds(tree.Exists, _quantities, names, _nothing | _bodies),
    st.builds(tree.ForEach, _quantities, names, _bodies),
)  # fmt: skip
clauses = _sentences | st.builds(
    tree.Either, st.lists(_sentences, min_size=2, max_size=3).map(tuple)
)
_conjunctions = st.lists(clauses, min_size=1, max_size=3).map(tuple)
conditions = st.builds(tree.Condition, st.lists(_conjunctions, min_size=1, max_size=2).map(tuple))
expressions = _expressions(_nothing)
