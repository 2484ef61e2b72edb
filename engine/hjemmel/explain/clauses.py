"""Findings for the clauses of a norm: one for each node that asks something."""

from collections.abc import Callable
from typing import assert_never

from attrs import evolve, field, frozen

from hjemmel.core.nodes import Apply, Default, Each, Fact, Literal, Node, Quantifier, Ref
from hjemmel.core.operators import Sense, sense
from hjemmel.core.outcome import Stage
from hjemmel.core.program import Interpretation, Norm
from hjemmel.core.schema import CASE, PRESENCE
from hjemmel.explain import groups, observed_values
from hjemmel.explain.finding import Finding, Result, pruned, result_of, reworded, turned
from hjemmel.explain.standing import standing
from hjemmel.provenance.decisive import Marking, is_comparison, leaves
from hjemmel.provenance.lookup import MANY, few, is_list_in_list, looked_up
from hjemmel.provenance.situation import Here, Pair, Situation, path_of
from hjemmel.words.phrases import (
    Names,
    chosen_words,
    cited,
    denied,
    entering,
    exception_words,
    is_always,
    words,
)

Referenced = Callable[[Norm, Stage], tuple[Finding, ...] | None]


@frozen(eq=False)
class Clauses:
    """Turns nodes into findings. `referenced` gives the reason of a norm that is
    referred to, or None where it is to be read at that norm."""

    case: Situation
    marked: Marking
    referenced: Referenced
    questions: dict[int, Interpretation] = field(factory=dict)

    def finding(self, node: Node, here: Here, names: Names) -> Finding:
        """The finding of a node that has a truth."""
        match node:
            case Literal():
                return Finding(
                    "alltid" if node.value else "aldri", "", "", _result(node), decisive=False
                )
            case Fact():
                return self._fact(node, here, names)
            case Ref():
                return self._norm(node, here)
            case Default():
                return self._default(node, here, names)
            case Each():
                return self._quantifier(node, here, names)
            case Apply():
                return self._apply(node, here, names)
            case _:
                assert_never(node)

    def _new(
        self, node: Node, here: Here, names: Names, value: str, because: list[Finding]
    ) -> Finding:
        case = self.case
        return Finding(
            words(case.book, node, names),
            cited(case.book, node),
            value,
            result_of(case.truth(node, here)),
            self.marked.marks(node, here),
            tuple(because),
        )

    def _all(self, nodes: tuple[Node, ...], here: Here, names: Names) -> list[Finding]:
        return [self.finding(each, here, names) for each in nodes if not is_always(each)]

    def _fact(self, fact: Fact, here: Here, names: Names) -> Finding:
        value = "" if fact.name == PRESENCE else observed_values.fact_value(self.case, fact, here)
        return self._sourced(self._new(fact, here, names, value, []), fact, here)

    def _sourced(self, finding: Finding, fact: Fact, here: Here) -> Finding:
        path = path_of(fact, here)
        source, notes = (
            observed_values.source(self.case, path),
            observed_values.remarks(self.case, path),
        )
        return evolve(finding, notes=notes, source=source) if source or notes else finding

    def _apply(self, node: Apply, here: Here, names: Names) -> Finding:
        if is_comparison(node):
            return self._comparison(node, here, names)
        match sense(node):
            case Sense.NOT:
                return self._denial(node, here, names)
            case Sense.READ_AS:
                return self._interpreted(node, here, names)
            case Sense.AGREED:
                return self._readings(node, here, names)
            case Sense.COVERS:
                return self._covering(node, here, names)
            case Sense.NO_NORM | Sense.SOME_NORM:
                return self._group(node, here, names)
            case _:
                return self._joined(node, here, names)

    def _comparison(self, node: Apply, here: Here, names: Names) -> Finding:
        value = observed_values.operands(self.case, node, here, names)
        found = [part for each in node.arguments for part in leaves(each, here)]
        facts = [(each, inner) for each, inner in found if isinstance(each, Fact)]
        asked = [(each, inner) for each, inner in facts if each.subject != CASE]
        if len(found) == 1 and asked:
            return self._sourced(self._new(node, here, names, value, []), *asked[0])
        because = [self._operand(each, inner, names) for each, inner in asked]
        for each, inner in found:
            if isinstance(each, Each):
                because += self._members(each, inner, names)
        finding = self._new(node, here, names, value, because)
        return (
            evolve(finding, notes=(observed_values.EMPTY,))
            if observed_values.EMPTY in value
            else finding
        )

    def _operand(self, fact: Fact, here: Here, names: Names) -> Finding:
        known = self.case.value(fact, here) is not None
        finding = Finding(
            words(self.case.book, fact, names),
            cited(self.case.book, fact),
            observed_values.fact_value(self.case, fact, here),
            Result.HOLDS if known else Result.UNDECIDED,
            self.marked.marks(fact, here),
        )
        return self._sourced(finding, fact, here)

    def _denial(self, node: Apply, here: Here, names: Names) -> Finding:
        """What is denied; a fact is told as it is, so that its «ja» or «nei» is of what is said."""
        inner = self.finding(node.arguments[0], here, names)
        if isinstance(node.arguments[0], Ref):
            return evolve(inner, what=node.origin.words or inner.what,
                          result=turned(inner.result))  # fmt: skip
        said = inner.what if isinstance(node.arguments[0], Fact) and inner.value else ""
        what = said or node.origin.words or denied(self.case.book, node.arguments[0], names)
        cites = cited(self.case.book, node) or inner.citation
        result = result_of(self.case.truth(node, here))
        return evolve(inner, what=what, citation=cites, result=result)

    def _joined(self, node: Apply, here: Here, names: Names) -> Finding:
        return self._counted(node, here, names, self._all(groups.flattened(node), here, names))

    def _counted(self, node: Apply, here: Here, names: Names, because: list[Finding]) -> Finding:
        held = sum(each.result is Result.HOLDS for each in because)
        return self._new(node, here, names, f"{held} av {len(because)}", because)

    def _group(self, node: Apply, here: Here, names: Names) -> Finding:
        """Norms of a group: of «ingen», each holds that is otherwise."""
        because = self._all(node.arguments, here, names)
        if sense(node) is Sense.NO_NORM:
            because = [evolve(each, result=turned(each.result)) for each in because]
        finding = self._counted(node, here, names, because)
        if groups.none_applicable(self.case, node):
            return evolve(finding, notes=(groups.NONE_APPLICABLE,))
        return finding

    def _covering(self, node: Apply, here: Here, names: Names) -> Finding:
        """«omfatter»: which of the required values are there."""
        required = groups.required_values(node)
        said = node.origin.words or groups.covering_words(self.case.book, required, names)
        value = groups.lacking(self.case, node, here, required)
        because = [
            reworded(self._new(each, here, names, "", []), text)
            for each, text in zip(node.arguments, required.values, strict=True)
        ]
        return reworded(self._new(node, here, names, value, because), said)

    def _default(self, node: Default, here: Here, names: Names) -> Finding:
        because = self._all((node.condition, node.consequence), here, names)
        for each in node.exceptions:
            found = self.finding(each, here, names)
            because.append(reworded(found, exception_words(found.what)))
        return self._new(node, here, names, "", because)

    def _interpreted(self, node: Apply, here: Here, names: Names) -> Finding:
        arises, then, written = node.arguments
        open_questions = self.case.book.interpretations
        question = open_questions.get(node.origin.id) or open_questions.get(then.origin.id)
        if question:
            self.questions[then.origin.id] = question
        applies = self.case.truth(arises, here)
        taken = (then,) if applies[0] else (written,) if applies[1] else (then, written)
        because = self._all((arises, *taken), here, names)
        finding = self._new(node, here, names, "", because)
        if question is None or applies[1]:
            return finding
        reading = chosen_words(question.chosen) if question.chosen else "ingen lesemåte er valgt"
        return evolve(finding, notes=(f"tolkning: {question.question} ({reading})",))

    def _readings(self, node: Apply, here: Here, names: Names) -> Finding:
        """Each reading of a question nobody has settled."""
        book = self.case.book
        question = self.questions.get(node.origin.id) or book.interpretations.get(node.origin.id)
        labels = [each.words for each in question.readings] if question else []
        labels = labels if len(labels) == len(node.arguments) else []
        because = []
        for number, each in enumerate(node.arguments):
            found = self.finding(each, here, names)
            label = f"lesemåten «{labels[number]}»" if labels else f"lesemåte {number + 1}"
            what = label if isinstance(each, Literal) else f"{label}: {found.what}"
            because.append(reworded(found, what))
        finding = self._new(node, here, names, "", because)
        return reworded(finding, node.origin.words or "lesemåtene gir samme svar")

    def _quantifier(self, node: Each, here: Here, names: Names) -> Finding:
        value = observed_values.quantified(self.case, node, here, names)
        finding = self._new(node, here, names, value, self._members(node, here, names))
        return (
            evolve(finding, notes=(observed_values.EMPTY,))
            if value == observed_values.EMPTY
            else finding
        )

    def _members(self, node: Each, here: Here, names: Names) -> list[Finding]:
        inner = entering(self.case.book, node, names)
        return [self._member(node, each, names, inner) for each in self._entries(node, here)]

    def _entries(self, node: Each, here: Here) -> list[Here]:
        """The entries of a list; where it is held against another, those that tell something."""
        looked = looked_up(self.case, node, here)
        if looked is not None:
            return few(node, here, looked)
        entries = self.case.entries(node, here)
        if not is_list_in_list(node):
            return entries
        if self.case.truth(node, here)[0]:  # there is no difference to tell
            return entries[:MANY]
        return [each for each in entries if not self._is_well(node, each)]

    def _is_well(self, node: Each, here: Here) -> bool:
        return self.case.truth(node.where, here)[1] or self.case.truth(node.body, here)[0]

    def _member(self, node: Each, here: Here, names: Names, inner: Names) -> Finding:
        label = observed_values.member_name(self.case, node, here, names)
        if isinstance(node.body, (Fact, Literal)) and node.quantifier is Quantifier.DISTINCT:
            body = self._body(node.body, here, inner)
        else:
            body = self.finding(node.body, here, inner)
        if is_always(node.where):
            return reworded(body, f"{label}: {body.what}")
        where = self.finding(node.where, here, inner)
        because = (where,) if where.result is Result.FAILS else (where, body)
        value = "regnes ikke med" if where.result is Result.FAILS else body.value
        decisive = where.decisive or body.decisive
        return Finding(label, "", value, _both(where, body), decisive, because)

    def _body(self, node: Fact | Literal, here: Here, names: Names) -> Finding:
        if isinstance(node, Fact):
            return self._operand(node, here, names)
        return Finding(words(self.case.book, node, names), "", "", Result.HOLDS, decisive=False)

    def _norm(self, node: Ref, here: Here) -> Finding:
        """A reference to a norm: how it stands, and its own reason where that is decisive."""
        norm = self.case.book.norms[node.norm]
        stands = standing(self.case, norm)
        decisive = self.marked.marks(node, here)
        told = self.referenced(norm, stands.stage) if decisive else ()
        because = tuple(map(pruned, told or ()))
        title, said = f"«{norm.title}»", node.origin.words
        value = f"{title} {stands.word}" if said and title not in said else stands.word
        if told is None:
            value = f"{value} (se {node.norm})"
        cites = cited(self.case.book, node)
        result = result_of(self.case.truth(node, here))
        return Finding(said or title, cites, value, result, decisive, because)


def _result(node: Literal) -> Result:
    truth: Pair = (bool(node.value), not node.value)
    return result_of(truth)


def _both(where: Finding, body: Finding) -> Result:
    results = (where.result, body.result)
    if Result.FAILS in results:
        return Result.FAILS
    return Result.UNDECIDED if Result.UNDECIDED in results else Result.HOLDS
