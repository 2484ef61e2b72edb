"""Random conditions and sizes. A clause of depth 0 has no clause inside it."""

from collections.abc import Callable, Sequence

from hjemmel.core.nodes import Apply, Default, Each, Fact, Node, Quantifier, Ref, Standing
from hjemmel.core.schema import ELEMENT, PRESENCE
from hjemmel.core.types import (
    Date,
    Enumerated,
    Listed,
    Month,
    Quarter,
    Registered,
    Row,
    Scalar,
    Text,
    Truth,
    Whole,
    Year,
)
from random_programs.builder import CASE_RECORDS, Bound, Builder, Scope
from random_programs.choices import chance, pick, shuffled, weighted
from random_programs.values import (
    LAST_OF_FEBRUARY,
    MONTHS_AND_DAYS,
    MONTHS_TO_LAST_OF_FEBRUARY,
    MULTIPLIED,
    NUMBERS,
    SYMBOLS,
    TRUTHS,
    pool,
)

OF_NUMBERS = ("minst", "høyst", "mer_enn", "mindre_enn", "lik")
OF_DAYS = ("tidligst", "senest", "etter", "før", "lik")

PERIODS = (Year(), Quarter(), Month())
ROWS = (Listed(Row("sted")), Listed(Row("enhet")))
PLAIN = (
    Listed(Enumerated("slag")),
    Listed(Registered("helseforetak")),
    Listed(Text()),
    Listed(Date()),
    Listed(Whole()),
)

Make = Callable[[Builder, Scope, int], Node]


# --- truths ----------------------------------------------------------------------------------


def truth(builder: Builder, scope: Scope, depth: int) -> Node:
    """Any condition; now and then one that is said elsewhere too."""
    said = builder.again(scope) if chance(builder.choices, 5) else None
    if said is not None:
        return said
    options = SIMPLE if depth == 0 else SIMPLE + COMPOSED
    made = weighted(builder.choices, options)(builder, scope, depth)
    builder.clauses.append((scope, made))
    return made


def _yes_or_no(builder: Builder, scope: Scope, _: int) -> Node:
    return builder.fact(pick(builder.choices, TRUTHS), scope)


def _presence(builder: Builder, *_: object) -> Node:
    return Fact(pick(builder.choices, CASE_RECORDS), PRESENCE, Truth(), builder.origin())


def _constant(builder: Builder, *_: object) -> Node:
    return builder.any_literal(Truth())


def _comparison(builder: Builder, scope: Scope, depth: int) -> Node:
    kind = weighted(builder.choices, ((3, Whole()), (7, Date()), *((1, each) for each in NUMBERS)))
    operator = pick(builder.choices, OF_DAYS if isinstance(kind, (Date, Year)) else OF_NUMBERS)
    left = ordered(builder, scope, kind, max(depth, 1))
    right = (
        builder.any_literal(kind)
        if not chance(builder.choices, 40)
        else ordered(builder, scope, kind, depth)
    )
    return builder.apply(operator, left, right)


def _rounded(builder: Builder, scope: Scope, _: int) -> Node:
    """So many months from a day, beside the days that it may be rounded to."""
    rounding = pick(builder.choices, ("måneder_etter_ned", "måneder_etter_opp"))
    months = builder.literal(pick(builder.choices, MONTHS_TO_LAST_OF_FEBRUARY), Whole())
    counted = builder.apply(rounding, builder.fact(Date(), scope), months)
    other = builder.literal(pick(builder.choices, LAST_OF_FEBRUARY), Date())
    return builder.apply(pick(builder.choices, OF_DAYS), counted, other)


def _in_time(builder: Builder, scope: Scope, depth: int) -> Node:
    """Now and then without an act: then only the last day is asked for."""
    act, last = (ordered(builder, scope, Date(), min(depth, 1)) for _ in range(2))
    if chance(builder.choices, 25):
        return builder.apply("siste_dag", last, builder.today())
    return builder.apply("innen_frist", act, last, builder.today())


def _working_day(builder: Builder, scope: Scope, depth: int) -> Node:
    return builder.apply("er_virkedag", ordered(builder, scope, Date(), min(depth, 1)))


def _spans(builder: Builder, scope: Scope, depth: int) -> Node:
    """A list of years, quarters or months has every one from one to another."""
    kind = pick(builder.choices, PERIODS)
    domain = builder.fact(Listed(kind), scope)
    inside = (*scope, Bound(f"x{len(scope)}", kind))
    first, last = (ordered(builder, scope, kind, min(depth, 1)) for _ in range(2))

    def element() -> Fact:
        return Fact(inside[-1].variable, ELEMENT, kind, builder.origin())

    where: Node = builder.apply(
        "og", builder.apply("minst", element(), builder.copied(first)),
        builder.apply("høyst", element(), builder.copied(last)),
    )  # fmt: skip
    if chance(builder.choices, 20):
        where = builder.literal(True)
    different = Each(Quantifier.DISTINCT, inside[-1].variable, domain, where, element(),
                     builder.origin())  # fmt: skip
    return builder.apply("dekker_hvert", different, first, last)


def _is(builder: Builder, scope: Scope, _: int) -> Node:
    kind = pick(builder.choices, SYMBOLS)
    left = builder.fact(kind, scope)
    other = chance(builder.choices, 40)
    return builder.apply(
        "er", left, builder.fact(kind, scope) if other else builder.any_literal(kind)
    )


def _among(builder: Builder, scope: Scope, _: int) -> Node:
    """Never all of a closed enumeration: that row has a test of its own."""
    kind = pick(builder.choices, SYMBOLS)
    values = shuffled(builder.choices, pool(kind))
    allowed = values[: 1 + builder.choices.below(len(values) - 1)]
    names = (builder.literal(each, kind) for each in allowed)
    return builder.apply("er_blant", builder.fact(kind, scope), *names)


def _holds_role(builder: Builder, scope: Scope, depth: int) -> Node:
    by_today = chance(builder.choices, 60)
    day = builder.today() if by_today else ordered(builder, scope, Date(), min(depth, 1))
    role = builder.literal("myndigheten", Text())
    return builder.apply("er_rollen", builder.fact(Text(), scope), day, role)


def _some_of(operator: str, least: int, most: int) -> Make:
    def make(builder: Builder, scope: Scope, depth: int) -> Apply:
        count = least + builder.choices.below(most - least + 1)
        return builder.apply(operator, *(truth(builder, scope, depth - 1) for _ in range(count)))

    return make


def _open_question(builder: Builder, scope: Scope, depth: int) -> Node:
    arises, written = (truth(builder, scope, depth - 1) for _ in range(2))
    readings = [truth(builder, scope, 0) for _ in range(2)]
    taken = builder.apply("samstemt", *readings)
    return builder.apply("tolket", arises, taken, written)


def _reference(builder: Builder, scope: Scope, depth: int) -> Node:
    """How a norm stands, or some norms of a group."""
    if not builder.norms:
        return truth(builder, scope, depth - 1)
    if chance(builder.choices, 15):
        return _stands(builder)
    count = weighted(builder.choices, ((1, 1), (2, 2), (3, 3), (1, 4)))
    group = (_stands(builder) for _ in range(count))
    return builder.apply(pick(builder.choices, ("noen_norm", "ingen_norm")), *group)


def _stands(builder: Builder) -> Ref:
    norm, standing = pick(builder.choices, builder.norms), pick(builder.choices, tuple(Standing))
    return Ref(norm, standing, builder.origin())


def _other_way_round(builder: Builder, scope: Scope, depth: int) -> Node:
    return builder.other_way_round(scope) or truth(builder, scope, depth - 1)


def _covers(builder: Builder, scope: Scope, _: int) -> Node:
    """Some entries of a list are these values."""
    kind = PLAIN[0]
    domain, variable = builder.fact(kind, scope), f"x{len(scope)}"
    assert not isinstance(kind.element, Row)
    entry = Fact(variable, ELEMENT, kind.element, builder.origin())
    asked = (
        builder.apply("er", entry, builder.literal(value, kind.element))
        for value in pool(kind.element)[: 1 + builder.choices.below(3)]
    )
    always = builder.literal(True)
    return builder.apply("omfatter", *(
        Each(Quantifier.SOME, variable, domain, always, each, builder.origin()) for each in asked
    ))  # fmt: skip


def _defaulted(builder: Builder, scope: Scope, depth: int) -> Node:
    return default(builder, scope, depth, truth(builder, scope, depth - 1))


def default(builder: Builder, scope: Scope, depth: int, consequence: Node) -> Default:
    """A rule with exceptions, that may have exceptions of their own."""
    count = builder.choices.below(3) if depth else 0
    exceptions = tuple(
        default(builder, scope, depth - 1, builder.literal(True)) for _ in range(count)
    )
    condition = truth(builder, scope, 0)
    return Default(exceptions, condition, consequence, builder.origin())


def _for_all_or_some(builder: Builder, scope: Scope, depth: int) -> Node:
    quantifier = pick(builder.choices, (Quantifier.ALL, Quantifier.SOME))
    return quantified(builder, scope, depth, quantifier)


SIMPLE: Sequence[tuple[int, Make]] = (
    (5, _yes_or_no),
    (7, _comparison),
    (2, _is),
    (2, _among),
    (2, _in_time),
    (1, _working_day),
    (2, _holds_role),
    (1, _spans),
    (1, _presence),
    (1, _constant),
    (1, _rounded),
)
COMPOSED: Sequence[tuple[int, Make]] = (
    (4, _some_of("og", 1, 3)),
    (4, _some_of("eller", 1, 3)),
    (4, _some_of("ikke", 1, 1)),
    (2, _open_question),
    (1, _some_of("samstemt", 1, 3)),
    (20, _reference),
    (4, _covers),
    (2, _other_way_round),
    (2, _defaulted),
    (6, _for_all_or_some),
)


# --- lists -----------------------------------------------------------------------------------


def quantified(builder: Builder, scope: Scope, depth: int, quantifier: Quantifier) -> Each:
    """A quantifier over a list of records or of plain values, in a record or in an entry."""
    kind = pick(builder.choices, ROWS if not chance(builder.choices, 35) else PLAIN)
    symbolic = isinstance(kind.element, (Enumerated, Registered, Text))
    if quantifier is Quantifier.DISTINCT and not isinstance(kind.element, Row) and not symbolic:
        kind = PLAIN[0]
    domain = builder.fact(kind, scope)
    bound = Bound(f"x{len(scope)}", kind.element)
    inside = (*scope, bound)
    where = (
        builder.literal(True)
        if not chance(builder.choices, 40)
        else truth(builder, inside, min(depth - 1, 1))
    )
    if quantifier is Quantifier.DISTINCT:
        named = pick(builder.choices, SYMBOLS) if isinstance(kind.element, Row) else kind.element
        assert not isinstance(named, Row)
        body: Node = builder.fact(named, inside)
    else:
        body = truth(builder, inside, depth - 1)
    return Each(quantifier, bound.variable, domain, where, body, builder.origin())


# --- sizes -----------------------------------------------------------------------------------


def ordered(builder: Builder, scope: Scope, kind: Scalar, depth: int) -> Node:
    """A value with an order: a fact, a literal, a count, or a function of another."""
    options: list[tuple[int, Callable[[], Node]]] = [
        (6, lambda: builder.fact(kind, scope)),
        (1, lambda: builder.any_literal(kind)),
    ]
    if depth > 0:
        options += _functions(builder, scope, kind, depth)
    return weighted(builder.choices, options)()


def _functions(
    builder: Builder, scope: Scope, kind: Scalar, depth: int
) -> list[tuple[int, Callable[[], Node]]]:
    def inner(other: Scalar) -> Node:
        return ordered(builder, scope, other, depth - 1)

    def mapped(operator: str, argument: Node, constants: Sequence[int]) -> Node:
        constant = builder.literal(pick(builder.choices, constants), Whole())
        return builder.apply(operator, argument, constant)

    def counted() -> Node:
        quantifier = pick(builder.choices, (Quantifier.COUNT, Quantifier.DISTINCT))
        return quantified(builder, scope, depth, quantifier)

    if isinstance(kind, Date):
        steps = (1, -1, 11, 12)
        return [
            (1, builder.today),
            (2, lambda: builder.apply("seneste", inner(kind), inner(kind))),
            (2, lambda: builder.apply("tidligste", inner(kind), inner(kind))),
            (3, lambda: builder.apply("kommet_ellers", inner(kind), inner(kind))),
            (4, lambda: mapped("måneder_etter_ned", inner(kind), steps)),
            (4, lambda: mapped("måneder_etter_opp", inner(kind), steps)),
            (2, lambda: mapped("dager_etter", inner(kind), (1, -1, 30, 365))),
            (2, lambda: mapped("virkedager_etter", inner(kind), (1, -1, 3, 250))),
            (2, lambda: mapped("virkedager_fra", inner(kind), (1, -1))),
            (2, lambda: mapped("dag_i_året", inner(Year()), MONTHS_AND_DAYS)),
            (1, lambda: mapped("utgangen_av", inner(Year()), (12,))),
            (1, lambda: mapped("utgangen_av", inner(Quarter()), (3,))),
            (1, lambda: mapped("utgangen_av", inner(Month()), (1,))),
        ]
    if isinstance(kind, Year):
        return [
            (8, lambda: mapped("året_for", inner(Date()), (0,))),
            (8, lambda: mapped("år_senere", inner(kind), (1, -1, 2))),
        ]
    if isinstance(kind, (Quarter, Month)):
        months = 3 if isinstance(kind, Quarter) else 1
        return [
            (8, lambda: mapped("tidsrommet_for", inner(Date()), (months,))),
            (6, lambda: mapped("år_senere", inner(kind), (1, -1, 2))),
        ]
    if isinstance(kind, Whole):
        counting: list[tuple[int, Callable[[], Node]]] = [(10, counted)]
        return [*counting, (2, lambda: mapped("ganger", inner(kind), (2, 3, 1, 0)))]
    if kind in MULTIPLIED:
        return [(3, lambda: mapped("ganger", inner(kind), (2, 3, 1, 0)))]
    return []
