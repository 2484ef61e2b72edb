"""What random pairs must contain often enough to be worth anything."""

from collections import Counter
from collections.abc import Iterable, Iterator

from attrs import field, frozen

from hjemmel.case.observation import Path, Unknown
from hjemmel.case.one_of import OneOf
from hjemmel.case.statements import Assessment, Case, Entries
from hjemmel.core.nodes import Apply, Default, Each, Literal, Node, Op, Quantifier, Ref
from hjemmel.core.operators import OPERATORS, Sense, Shape, sense
from hjemmel.core.outcome import Outcome, Stage
from hjemmel.core.program import Interpretation, Norm, Program
from hjemmel.core.schema import ELEMENT, Schema
from hjemmel.core.types import Listed, Row
from hjemmel.source.moment import Moment
from oracle import Oracle, within
from random_programs.situations import Situation
from random_programs.walking import facts_used, nodes_of, used_by
from support.oracle_facts import is_strange

_DEADLINES = (Sense.IN_TIME, Sense.LAST_DAY)
LEAST = 2.0
"""The least share of pairs, in percent, that everything required occurs in."""

OUTCOMES = tuple(f"utfall: {each.value}" for each in Outcome)
STAGES = tuple(
    f"uavklart ved: {each.value}" for each in Stage if each is not Stage.SUBJECT
)  # whether a case has its subject is always known
KINDS = tuple(f"ukjent: {each.value}" for each in Unknown)
QUANTIFIERS = tuple(f"kvantor: {each.value}" for each in Quantifier)
FORMS = (
    "form: unntak fra unntak",
    "form: utvalg i liste",
    "form: liste i liste",
    "form: liste av poster",
    "form: liste av verdier",
    "form: henvisning til norm",
)
OF_A_LAST_DAY = "form: lesemåter av en siste dag"
DIFFERING_DAYS = "siste dag: lesemåtene gir ulike svar"
SPAN = "form: grense i et tidsrom"
IN_SPAN = ("ordlyd: en av to", "ordlyd: en av to, og enige", "ordlyd: ingen gjelder")
"""What the day that decides leaves open, and where that is without weight."""
OWN_DAY = "ordlyd: avgjøres av sin egen dag"
BOTH = "ordlyd: i kraft etter sin dag, og en annen kan være det etter sin"
"""Wordings that each have a day of their own; and one in force beside another that may be so."""
STRANGE = "fakta: oppføring som ikke kjennes igjen"
SEVERAL_NAMES = "fakta: ett av flere navn"
IN_PART = "fakta: dag i en måned eller et år"
BETWEEN = "fakta: mellom to størrelser"
LISTS_APART = "fakta: lister som ikke er enige"
IN_A_CHANGE = "fakta: vurdert i et skifte som er kjent innenfor et tidsrom"
BY_SEVERAL = "fakta: vurdert av flere sammen"
GIVEN = "fakta: forutsatt"
REPLACED = "fakta: formodning erstattet av det som er fortalt"
NOT_GIVEN = "fakta: formodning som ikke virker"
WITHHELD = "formodning: det forutsatte ville brutt"
FOLLOWED = "fakta: følger av det som er fortalt"
CONTRARY = "fakta: fortalt i strid med det som følger"
NOT_FOLLOWING = "fakta: slutning som ikke virker"
REGISTERED = "fakta: det registeret vet"
AGAINST = "fakta: fortalt i strid med registeret"
NO_MORE = "fakta: ingen flere av et slag"
"""Of a list known in part it is told that no further member is of a kind, and that is enough."""
TRUTHS = {True: "holder", False: "svikter", None: "ukjent"}
ANSWERING = (
    *(name for name, operator in OPERATORS.items() if operator.result is Shape.TRUTH),
    Quantifier.ALL.value,
    Quantifier.SOME.value,
)
NEVER = (f"svar: {Op.LAST_DAY} {TRUTHS[True]}",)
"""What no case can answer."""
ANSWERS = tuple(
    answer
    for name in ANSWERING
    for truth in TRUTHS.values()
    if (answer := f"svar: {name} {truth}") not in NEVER
)
REQUIRED = (
    *OUTCOMES,
    *STAGES,
    *KINDS,
    *QUANTIFIERS,
    *FORMS,
    OF_A_LAST_DAY,
    DIFFERING_DAYS,
    SPAN,
    *IN_SPAN,
    OWN_DAY,
    BOTH,
    STRANGE,
    SEVERAL_NAMES,
    BETWEEN,
    IN_PART,
    LISTS_APART,
    IN_A_CHANGE,
    BY_SEVERAL,
    GIVEN,
    REPLACED,
    NOT_GIVEN,
    WITHHELD,
    FOLLOWED,
    CONTRARY,
    NOT_FOLLOWING,
    REGISTERED,
    AGAINST,
    NO_MORE,
    *(f"operator: {each}" for each in OPERATORS),
    *ANSWERS,
)


@frozen
class Coverage:
    """In how many pairs each thing occurred."""

    counts: Counter[str] = field(factory=Counter)

    @property
    def total(self) -> int:
        """The number of pairs."""
        return self.counts["par"]

    def add(self, features: Iterable[str]) -> None:
        """One more pair."""
        self.counts.update({"par", *features})

    def shares(self) -> list[tuple[str, float]]:
        """Everything required with its share of the pairs, in percent."""
        return [(each, 100 * self.counts[each] / max(self.total, 1)) for each in REQUIRED]

    def too_rare(self) -> list[str]:
        """What occurs in fewer pairs than it must."""
        return [each for each, share in self.shares() if share < LEAST]


def of_program(program: Program) -> set[str]:
    """What the rulebook contains."""
    found = {feature for node in nodes_of(program) for feature in _of_node(node)}
    found |= {OF_A_LAST_DAY for norm in program.norms if any(map(_of_day, norm.questions))}
    return found | ({SPAN} if any(map(_is_blurred, program.norms)) else set())


def _of_day(question: Interpretation) -> bool:
    """Whether it is a last day that the readings are of."""
    replacements = [each.replacement for each in question.readings]
    return all(isinstance(e, Apply) and sense(e) in _DEADLINES for e in replacements)


def _has_differing_days(norm: Norm, oracle: Oracle) -> bool:
    """Whether the readings of a last day do not all come to the same, known or not."""
    return any(
        len({oracle.ask(each.replacement, {}) for each in question.readings}) > 1
        for question in filter(_of_day, norm.questions)
    )


def _is_blurred(norm: Norm) -> bool:
    """Whether any of its boundaries is known only within a span."""
    ends = (each for wording in norm.wordings for each in (wording.start, wording.end))
    return any(each is not None and not each.is_known for each in ends)


def of_judgement(program: Program, facts: Situation, oracle: Oracle) -> set[str]:
    """What came of it: outcomes, stages, and kinds of unknown among the facts asked for."""
    found = {f"utfall: {Outcome[each.outcome].value}" for each in oracle.judged.values()}
    for each in oracle.judged.values():
        if each.outcome == Outcome.UNDECIDED.name:
            found.add(f"uavklart ved: {Stage[each.stage].value}")
    found |= {each for norm in program.norms for each in _of_norm(norm, oracle)}
    found |= {f"svar: {name} {TRUTHS[answer]}" for name, answer in oracle.answers}
    found |= {NO_MORE} if oracle.closed_by else set()
    if oracle.open_questions:
        found.add(f"ukjent: {Unknown.INTERPRETATION.value}")
    used = facts_used(program)
    for path, doubt in facts.doubts.items():
        if _fact_at(path, program.schema) in used:
            found.add(f"ukjent: {doubt.kind.value}")
            if doubt.kind is Unknown.INTERPRETATION:
                found.add(IN_A_CHANGE)
    if facts.case is not None and used & set(_made_by_several(facts.case)):
        found.add(BY_SEVERAL)
    found |= set(_contested(facts, used)) | set(_given(program, facts))
    found |= set(_followed(program, facts)) | set(_registered(program, facts, used))
    if facts.case is not None and used & set(_with_strange_entries(facts.case)):
        found.add(STRANGE)
    if facts.case is not None and used & set(_told_in_part(facts.case)):
        found.add(IN_PART)
    return found


def _made_by_several(case: Case) -> Iterator[tuple[str, str]]:
    """The assessments of a case that more than one made, as (record, field)."""
    for key, record in case.records.items():
        for name, statements in record.items():
            made = (e.content for e in statements if isinstance(e.content, Assessment))
            if any(len(each.by) > 1 for each in made):
                yield key, name


def _given(program: Program, facts: Situation) -> Iterator[str]:
    """What came of the presumptions about facts that norms ask for."""
    used = {fact for norm in program.norms for fact in used_by(norm)}
    for each in program.presumptions:
        if each.path in used and facts.view.get(each.fact.subject) is not None:
            told = (facts.view[each.fact.subject] or {}).get(each.fact.name)
            if facts.presumed.get(each.path) is each:
                yield GIVEN
            elif each.path not in facts.presumed:
                yield NOT_GIVEN if told is None else REPLACED


def _followed(program: Program, facts: Situation) -> Iterator[str]:
    """What came of the conclusions about facts that norms ask for."""
    used = {fact for norm in program.norms for fact in used_by(norm)}
    for each in program.conclusions:
        if facts.case is not None and each.path in used:
            if each in facts.concluded.get(each.path, ()):
                told = facts.case.records.get(each.fact.subject, {}).get(each.fact.name)
                yield CONTRARY if told else FOLLOWED
            elif each.path not in facts.concluded:
                yield NOT_FOLLOWING


def _registered(program: Program, facts: Situation, used: set[tuple[str, str]]) -> Iterator[str]:
    """What a register says of facts that are asked for."""
    for path in facts.registered:
        if _fact_at(path, program.schema) in used:
            yield AGAINST if path in facts.doubts else REGISTERED


def _contested(facts: Situation, used: set[tuple[str, str]]) -> Iterator[str]:
    """What is seen of facts that sources differ about, among those asked for."""
    for key, record in facts.view.items():
        for name, value in (record or {}).items():
            if (key, name) in used:
                if isinstance(value, OneOf):
                    yield SEVERAL_NAMES
                elif isinstance(value, tuple) and None not in value:
                    yield BETWEEN
                doubt = facts.doubts.get((key, name))
                if isinstance(value, list) and doubt and doubt.kind is Unknown.CONFLICT:
                    yield LISTS_APART


def _of_norm(norm: Norm, oracle: Oracle) -> Iterator[str]:
    """Whether it is open which of several wordings is in force, and whether that matters; whether
    it would be broken if what is taken as given were told; whether readings of a day differ."""
    stands = oracle.judged[norm.id]
    days = [oracle.ask(norm.day_of(each), {}) for each in norm.editions]
    by_own = list(map(within, days, norm.wordings))
    possible = [each for each in by_own if each is not False]
    if len(norm.days) > 1:
        yield OWN_DAY
        if True in by_own and len(possible) > 1:
            yield BOTH
    if stands.in_force is True and len(possible) > 1:
        yield "ordlyd: en av to"
        if stands.requirement is not None:
            yield "ordlyd: en av to, og enige"
    if stands.in_force is not True and stands.stage == Stage.APPLIES.name:
        yield "ordlyd: ingen gjelder"
    if stands.requirement is None and oracle.dated(norm)[2] is False:
        yield WITHHELD
    if _has_differing_days(norm, oracle):
        yield DIFFERING_DAYS


def _told_in_part(case: Case) -> Iterator[tuple[str, str]]:
    """The facts of which only the month or the year is told, as (record, field)."""
    for key, record in case.records.items():
        for name, statements in record.items():
            if any(isinstance(each.content, Moment) for each in statements):
                yield key, name


def _with_strange_entries(case: Case) -> Iterator[tuple[str, str]]:
    """The lists of a case with an entry that nobody recognises, as (record, field)."""
    for key, record in case.records.items():
        for name, statements in record.items():
            lists = [each.content for each in statements if isinstance(each.content, Entries)]
            if any(is_strange(member) for each in lists for member in each.members):
                yield key, name


def _of_node(node: Node) -> Iterator[str]:
    match node:
        case Apply():
            yield f"operator: {node.operator}"
        case Default():
            if any(isinstance(each, Default) and each.exceptions for each in node.exceptions):
                yield "form: unntak fra unntak"
        case Each():
            yield f"kvantor: {node.quantifier.value}"
            yield from _of_list(node)
        case Ref():
            yield "form: henvisning til norm"
        case _:
            pass


def _of_list(node: Each) -> Iterator[str]:
    if not isinstance(node.where, Literal):
        yield "form: utvalg i liste"
    assert isinstance(node.domain.type, Listed)
    rows = isinstance(node.domain.type.element, Row)
    yield "form: liste av poster" if rows else "form: liste av verdier"
    if node.domain.subject.startswith("x"):
        yield "form: liste i liste"


def _fact_at(path: Path, schema: Schema) -> tuple[str, str]:
    """The declared fact at a place in a case, as (record, field)."""
    record, name = str(path[0]), ""
    for step in path[1:]:
        if isinstance(step, int):
            declared = schema.record(record)
            assert declared is not None
            asked = declared.field(name)
            assert asked is not None
            assert isinstance(asked.type, Listed)
            record = asked.type.element.name if isinstance(asked.type.element, Row) else ELEMENT
        else:
            name = step
    return record, name
