"""What a sentence of a group says in full: «alle steder som …, har …», «hver region har …».

Each gives the clauses that the sentence can mean, by the declared words. None where it means
nothing, which is then reported here; where there are several, the one who asks reports it.
"""

from collections.abc import Iterator

from hjemmel.check import problems_names, problems_sentences
from hjemmel.check.checking import Checking
from hjemmel.check.claims import plain_claims
from hjemmel.check.groups import Group, groups_called, lists_called, without_one
from hjemmel.check.runs import part
from hjemmel.check.stated import with_value
from hjemmel.core.schema import RecordDeclaration
from hjemmel.core.types import Enumerated, Registered, is_truth
from hjemmel.diagnostics.suggest import nearest
from hjemmel.syntax import tree
from hjemmel.syntax.verbs import begins_with_verb

_EVERY = ("alle", "hver", "hvert")
_NONE = ("ingen", "intet")


def of_entries(ctx: Checking, clause: tree.OfEntries) -> list[tree.Clause]:
    """The meanings of «alle steder har avtale», «minst ett sted som …, er …»."""
    if clause.quantity.word in ("hver", "hvert"):
        column = _each_has(ctx, clause)
        if column is not None:
            return column
    if clause.said is None and clause.filters:
        _comma_missing(ctx, clause)
        return []
    found = _with_said(ctx, clause) if clause.said else _split(ctx, clause)
    if not found:
        _means_nothing(ctx, clause)
    elif any(map(_is_denied, found)) and _is_whole(clause.quantity):
        ctx.report(problems_sentences.two_scopes(clause.quantity.word, clause.span))
        return []
    return list(found)


def _is_denied(meant: tree.ForEach) -> bool:
    return any(getattr(each, "negated", False) for each in meant.body)


def _is_whole(of: tree.Quantity) -> bool:
    """Whether a denial after it may be of each or of all of them."""
    return of.word in (*_EVERY, *_NONE, "minst halvparten")


def _with_said(ctx: Checking, clause: tree.OfEntries) -> list[tree.ForEach]:
    assert clause.said is not None
    return [_over(clause, group, clause.said) for group in groups_called(ctx, clause.group)]


def _split(ctx: Checking, clause: tree.OfEntries) -> list[tree.ForEach]:
    """What is said stands in the group: every place to part them where both have a meaning."""
    run, found = clause.group, []
    for at in range(1, len(run.words.split())):
        groups = groups_called(ctx, part(run, 0, at))
        for group in groups:
            said = part(run, at)
            words = " eller ".join((said.words, *(each.words for each in clause.others)))
            claim = tree.Claim(said, None, False, said.span, words, clause.others)
            with ctx.entry_of(group.source, group.kind):
                meant = [*with_value(ctx, claim), *plain_claims(ctx, claim)]
            found += [_over(clause, group, claim)] if meant else []
    return list(dict.fromkeys(found))


def _over(clause: tree.OfEntries, group: Group, said: tree.Clause) -> tree.ForEach:
    many = quantity(clause.quantity)
    return tree.ForEach(many, group.source, (said,), clause.span, clause.words, clause.filters)


def quantity(of: tree.Quantity) -> tree.Quantity:
    """The same number of them, in the words that have a meaning of their own."""
    match of.word:
        case "hver" | "hvert":
            return tree.Quantity("alle", 0)
        case "intet":
            return tree.Quantity("ingen", 0)
        case "mer enn":
            return tree.Quantity("minst", of.number + 1)
        case "færre enn":
            return tree.Quantity("høyst", max(of.number - 1, 0))
        case _:  # these are their own
            return tree.Quantity(of.word, of.number)


# ---- «hver helseregion har …»


def each_has(ctx: Checking, clause: tree.EachHas) -> list[tree.Clause]:
    """The meaning of «hver helseregion har A eller er blant B»."""
    named, rest = _closed_list(ctx, clause.group)
    if named is None:
        _unknown_closed_list(ctx, clause.group)
        return []
    parts = [part_ for part_ in (rest and tree.Claim(rest, None, False), *clause.parts) if part_]
    return _covered(ctx, named, list(parts), (), clause)


def _each_has(ctx: Checking, clause: tree.OfEntries) -> list[tree.Clause] | None:
    """The same of one list; None where it is of the entries of a list, not of a closed list."""
    named, rest = _closed_list(ctx, clause.group)
    said = [tree.Claim(rest, None, False)] if rest and rest.words.startswith("har ") else []
    among = [clause.said] if isinstance(clause.said, tree.Among) and not rest else []
    if named is None or not (said or among):
        return None
    parts: list[tree.Clause] = [*said, *among]
    return _covered(ctx, named, parts, clause.filters, clause)


def _closed_list(ctx: Checking, run: tree.Name) -> tuple[tree.Name | None, tree.Name | None]:
    """The closed list that a run begins with, and what stands after it."""
    known = {each.casefold() for each in _closed_lists(ctx)}
    words = run.words.split()
    for at in range(len(words), 0, -1):
        if " ".join(words[:at]).casefold() in known:
            rest = part(run, at) if at < len(words) else None
            return part(run, 0, at), rest
    return None, None


def _closed_lists(ctx: Checking) -> list[str]:
    terms = [each.name for each in ctx.schema.enumerations]
    return [*terms, *(each.name for each in ctx.schema.registers)]


def _covered(
    ctx: Checking, named: tree.Name, parts: list[tree.Clause], filters: tuple[tree.Clause, ...],
    of: tree.OfEntries | tree.EachHas,
) -> list[tree.Clause]:  # fmt: skip
    columns = [_column(ctx, named, each, filters) for each in parts]
    known = [each for each in columns if each is not None]
    if len(known) < len(columns) or not known:
        return []
    first, *others = known
    return [tree.CoversEach(first, named, of.span, of.words, tuple(others))]


def _column(
    ctx: Checking, named: tree.Name, said: tree.Clause, filters: tuple[tree.Clause, ...]
) -> tree.Name | tree.Column | None:
    """«har et sted», «er blant stedene»: the values of the closed list that are in a list."""
    run = said.source if isinstance(said, tree.Among) else _had(said)
    if isinstance(said, tree.Among):
        groups = lists_called(ctx, said.source)
    else:
        groups = groups_called(ctx, tree.Name(without_one(run), run.span)) if run else []
    if run is None or len(groups) != 1:
        _no_one_list(ctx, run or named, groups)
        return None
    group = groups[0]
    if group.entry is None:
        return group.source
    fields = _of_kind(group.entry, named.words)
    if len(fields) != 1:
        called = group.entry.key.replace("_", " ")
        ctx.report(problems_sentences.no_one_field(called, named.words, fields, run.span))
        return None
    return tree.Column(tree.Name(fields[0], run.span), group.source, filters, run.span)


def _had(said: tree.Clause) -> tree.Name | None:
    """What is had."""
    if isinstance(said, tree.Claim) and said.name.words.startswith("har "):
        return part(said.name, 1)
    return None


def _of_kind(entry: RecordDeclaration, kind: str) -> tuple[str, ...]:
    folded = kind.casefold()
    return tuple(
        each.name for each in entry.fields
        if isinstance(each.type, (Enumerated, Registered)) and each.type.name.casefold() == folded
    )  # fmt: skip


# ---- what is reported


def _no_one_list(ctx: Checking, run: tree.Name, groups: list[Group]) -> None:
    if len(groups) > 1:
        shown = ", ".join(f"«{each.source.words}»" for each in groups)
        ctx.report(problems_names.ambiguous(run.words, shown, run.span))
    elif not ctx.was_lost(run.words):
        help = "skriv en liste som er erklært, etter «har et» eller «er blant»"
        ctx.report(problems_names.unknown_name(run.words, run.span, help, None))


def _unknown_closed_list(ctx: Checking, run: tree.Name) -> None:
    if ctx.was_lost(run.words):
        return
    known = _closed_lists(ctx)
    first = run.words.split()[0]
    near = "".join(nearest(first, known))
    help = f"mente du «{near}»?" if near else "skriv et begrep eller et register etter «hver»"
    ctx.report(problems_names.unknown_name(first, part(run, 0, 1).span, help, None))


def _means_nothing(ctx: Checking, clause: tree.OfEntries) -> None:
    run = clause.group
    if ctx.was_lost(run.words):
        return
    words = run.words.split()
    for at in range(len(words), 0, -1):
        for group in groups_called(ctx, part(run, 0, at)):
            if at < len(words):
                rest = part(run, at)
                help = _what_is_said(group, rest.words)
                ctx.report(problems_sentences.says_nothing(rest.words, rest.span, help))
                return
    if any(_is_untyped(ctx, part(run, 0, at)) for at in range(1, len(words) + 1)):
        return
    help = "skriv en liste som er erklært, etter «alle», «ingen» eller antallet"
    ctx.report(problems_names.unknown_name(run.words, run.span, help, None))


def _is_untyped(ctx: Checking, name: tree.Name) -> bool:
    """Whether a name is that of a fact whose type is unknown, which has been told."""
    return any(ctx.is_untyped(each.fact) for each in ctx.path(name.words))


def _what_is_said(group: Group, rest: str) -> str:
    fields = [each for each in (group.entry.fields if group.entry else ()) if is_truth(each.type)]
    said = [e.name if begins_with_verb(e.name) else f"er {e.name}" for e in fields]
    near = nearest(rest, said)
    return f"mente du «{near[0]}»?" if near else (
        "skriv noe som er erklært om oppføringene i listen"
    )  # fmt: skip


def _comma_missing(ctx: Checking, clause: tree.OfEntries) -> None:
    last = clause.filters[-1]
    rest = next(iter(_rests(ctx, clause, last)), "")
    words = last.words or clause.words
    ctx.report(problems_sentences.comma_missing(words, last.span, rest))


def _rests(ctx: Checking, clause: tree.OfEntries, last: tree.Clause) -> Iterator[str]:
    """Where what is set in may be parted from what is said."""
    if not isinstance(last, tree.Claim) or last.denied is not None:
        return
    words = last.name.words.split()
    for group in groups_called(ctx, clause.group):
        with ctx.entry_of(group.source, group.kind):
            for at in range(1, len(words)):
                both = (part(last.name, 0, at), part(last.name, at))
                claims = [tree.Claim(each, None, False) for each in both]
                if all([*with_value(ctx, each), *plain_claims(ctx, each)] for each in claims):
                    yield both[1].words
