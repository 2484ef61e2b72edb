"""Random lines and blocks: every tree that the parser can give, and now and then a hard one.

Spans are left out; they are no part of what a tree is.
"""

import re

from attrs import evolve
from hypothesis import strategies as st

from hjemmel.source.moment import Moment, month_of, year_of
from hjemmel.syntax import blocks, lines, tree
from random_files.clauses import (
    cited,
    clauses,
    conditions,
    days,
    expressions,
    line_values,
    name_words,
    names,
    norm_names,
    prose,
    questions,
    some_cited,
    sources,
    titles,
    values,
)

# ---- lines

_spans = st.tuples(days, days).map(lambda each: Moment(min(each), max(each)))
_in_a_year = st.integers(1800, 2199).map(year_of)
_in_a_month = st.builds(month_of, st.integers(1800, 2199), st.integers(1, 12))
_moments = days.map(lambda each: Moment(each, each)) | _spans | _in_a_year | _in_a_month
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
_columns_of_tables = st.lists(expressions, min_size=1, max_size=3).map(tuple)
_remarks = st.builds(lines.Remark, prose)
_own_words = st.builds(lines.OwnWords, prose)
_scopes = st.builds(lines.Scope, conditions)
_asked_with = st.builds(lines.AskedWith, names)
_applies = st.builds(lines.AppliesTo, names)
_binds = st.builds(
    lines.Binds, st.sampled_from([lines.DUTY, lines.RIGHT]),
    st.lists(names, min_size=1, max_size=3).map(tuple),
)  # fmt: skip
_requirements = st.builds(lines.Requirement, _outcomes, conditions)
_last_days = st.builds(lines.Latest, line_values)
_chosen_titles = titles.filter(lambda each: each.split()[0] != "ingen")
norm_lines: st.SearchStrategy[lines.NormLine] = st.one_of(
    _remarks, _own_words, _scopes, _asked_with, _applies, _requirements, _assumed,
    st.builds(lines.Mark, prose),
    st.builds(lines.Presumed, prose),
    st.builds(lines.Deciding, line_values, st.booleans()),
    st.builds(lines.Edition, _moments, st.none() | _moments, cited),
    st.builds(
        lines.Requirement, st.sampled_from(["betyr", "legges til grunn", "følger"]), conditions
    ),
    _binds,
    st.builds(lines.NotInForce, _moments, st.none() | _moments, cited),
    st.builds(lines.ChosenDay, days, prose),
    st.builds(lines.TableHead, _outcomes, _columns_of_tables),
    st.builds(lines.TableRow, st.lists(_cells, min_size=1, max_size=3).map(tuple)),
    st.builds(lines.Done, names | st.builds(tree.DayOf, names)),
    _last_days,
    st.builds(lines.Item, titles, cited, conditions),
    st.builds(lines.ExceptionLine, titles, st.just("") | titles, cited, conditions),
    st.builds(lines.Question, questions, cited),
    st.builds(lines.OnClause, clauses | _last_days),
    st.builds(lines.Arises, conditions),
    st.builds(lines.ReadingLine, titles, st.booleans() | conditions | _last_days),
    st.builds(lines.Chosen, st.none() | _chosen_titles),
)  # fmt: skip

# ---- blocks

_types = st.one_of(
    st.builds(
        blocks.FactType,
        st.sampled_from(["ja eller nei", "tidsrom i måneder", "tidsrom i dager"]),
        st.just(False),
    ),
    st.builds(blocks.FactType, name_words, st.booleans()),
)
_forms = name_words.filter(bool)
_facts = st.builds(
    lambda name, forms, *rest: blocks.FactLine(name, forms[0], *rest, forms[1]),
    names, st.sampled_from([("", blocks.NO_NAME)]) | st.tuples(_forms, st.just(blocks.NO_NAME))
    | st.tuples(st.just(""), _forms.map(tree.Name)),
    _types, names, st.just("") | prose,
)  # fmt: skip
_record_forms = st.one_of(
    st.tuples(_forms, _forms, st.just(""), st.just(False)),
    _forms.map(lambda each: (each, f"{each}s", "", False)),
    st.just(("", "", "", True)),
    _forms.map(lambda each: (each, "", "", True)),
    st.tuples(_forms, st.just(""), _forms, st.just(True)),
)
_records = st.builds(
    lambda name, forms, *rest: blocks.RecordBlock(name, *forms, *rest),
    names, _record_forms, st.just("") | prose,
    st.lists(_facts, max_size=4).map(tuple),
    st.lists(st.builds(lines.Remark, prose), max_size=2).map(tuple),
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
        "formodning",
        "slutning",
    ]
)
_titles_of_steps = titles.filter(
    lambda each: not re.match(r"[a-zæøå](?![\w-])", each, re.IGNORECASE)
)
"""A single letter is what a step of a process is called by."""
_sections_of_law = st.builds(
    blocks.Section,
    st.sampled_from(["§ 4-2", "§ 4-3 a", "§ 3", "§ 12 a", "artikkel 6", "kapittel 2", "ERN", "4",
                     "4 100"]),
    prose | st.sampled_from(["100 senger", "200", "–"]),
)  # fmt: skip
_written_places = st.sampled_from(
    [
        "første ledd",
        "andre ledd fjerde strekpunkt",
        "nr. 1 bokstav b",
        "første ledd bokstav a til c",
    ]
).map(lambda words: tree.Cite("", "", words))
_source_names = st.builds(tree.Name, sources)
_source_editions = st.builds(
    blocks.SourceEdition, _moments, st.none() | _moments, st.booleans()
)  # fmt: skip
_declared_sources = st.builds(
    blocks.SourceHead, sources, st.just("") | sources, st.none() | _moments, st.none() | _assumed,
    st.none() | st.sampled_from(["lov", "EU-forordning"]).map(tree.Name), st.just("") | prose,
    st.none() | st.sampled_from([tree.Cite("", "§ 12 a", "bokstav b"), tree.Cite("", "pkt. 4.1")]),
    st.lists(_source_names, max_size=2).map(tuple),
    st.none() | st.sampled_from(["brutt", "ikke fulgt"]).map(tree.Name),
    st.lists(_source_editions, max_size=2).map(tuple),
)  # fmt: skip


def _valid_lines(after: st.SearchStrategy[str]) -> st.SearchStrategy[blocks.ValidLine | None]:
    successor = st.just("") | after
    return (
        st.none()
        | st.builds(blocks.ValidLine, _moments, st.none() | _moments, successor)
        | st.builds(blocks.ValidLine, st.none(), _moments, successor)
    )


_value_lines = st.builds(
    blocks.ValueLine, names, names | st.just(blocks.NO_NAME), _valid_lines(name_words)
)
_holders = st.builds(
    lambda start, end, who, joint: blocks.Holder(
        start, end, who, joint if len(who) > 1 else blocks.EITHER
    ),
    _moments, st.none() | _moments, st.lists(names, min_size=1, max_size=3).map(tuple),
    st.sampled_from([blocks.EITHER, blocks.TOGETHER]),
)  # fmt: skip
_known_lines = st.builds(
    blocks.KnownLine,
    names,
    names,
    _valid_lines(titles).map(lambda line: line and evolve(line, successor="")),
)
_institutions = st.builds(
    lambda name, others, valid, known: blocks.Institution(name, others, valid=valid, known=known),
    titles, st.lists(titles, max_size=2).map(tuple), _valid_lines(titles),
    st.lists(_known_lines, max_size=2).map(tuple),
)  # fmt: skip
_day_names = st.just("") | titles
_days_off = st.builds(
    lambda day, name: blocks.DayOffLine(day.month, day.day, day.year, name), days, _day_names
) | st.builds(
    lambda day, name: blocks.DayOffLine(day.month, day.day, None, name),
    days.filter(lambda day: (day.month, day.day) != (2, 29)), _day_names,
)  # fmt: skip
_steps = st.builds(blocks.StepLine, st.sampled_from("abcæå"), titles, cited)


def _block_strategies() -> dict[str, st.SearchStrategy[blocks.Block]]:
    some = {"max_size": 4}
    body = st.lists(norm_lines, **some).map(tuple)
    steps = st.lists(
        _own_words | _remarks | _binds | _applies | _scopes | _steps | _requirements, **some
    ).map(tuple)  # fmt: skip
    return {
        "regelverk": st.builds(blocks.RulebookHead, prose),
        "bygger på": st.builds(blocks.Uses, prose.filter(lambda each: not each.endswith(" .ntr"))),
        "kilde": _declared_sources,
        "kalender": st.builds(
            blocks.CalendarBlock, names, st.integers(0, 2200), st.integers(0, 2200),
            st.lists(_days_off, **some).map(tuple),
        ),
        "begrep": st.builds(
            blocks.Term, names,
            st.lists(_value_lines, **some).map(tuple),
            st.just("") | prose,
        ),
        "register": st.builds(
            blocks.RegisterBlock, names, st.lists(_institutions, **some).map(tuple)
        ),
        "rolle": st.builds(
            blocks.RoleBlock, names, st.lists(_holders, **some).map(tuple),
            st.lists(_assumed, max_size=2).map(tuple),
            st.lists(st.builds(lines.ChosenDay, days, prose), max_size=2).map(tuple),
        ),
        "opplysninger": _records,
        "vurdering": st.builds(
            blocks.AssessmentBlock, names, names, st.lists(prose, **some).map(tuple)
        ),
        "paragraf": _sections_of_law,
        "sted": st.builds(
            blocks.Place, _written_places | st.just(tree.Cite("veileder", "pkt. 4.1"))
        ),
        "merknad": _remarks,
        "norm": st.builds(blocks.NormBlock, _kinds, titles, some_cited, body)
        | st.builds(blocks.NormBlock, st.just("steg"), _titles_of_steps, some_cited, body),
        "prosess": st.builds(blocks.ProcessBlock, titles, cited, steps),
        "gjelder tilsvarende": st.builds(
            blocks.LikewiseBlock, some_cited, st.lists(norm_names, **some).map(tuple),
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
    st.lists(st.one_of(*KINDS_OF_BLOCK.values()), max_size=3).map(_readable),
)
