"""«tjenestens type er A eller B», said of the tjeneste: «tjenesten er en A eller en B»."""

from attrs import evolve

from hjemmel.check.references import Constant, FactReference
from hjemmel.check.said import WHAT_IT_IS
from hjemmel.check.tables import Tables
from hjemmel.core.types import Enumerated
from hjemmel.editing.renewing.left import Offer
from hjemmel.editing.renewing.place import Place
from hjemmel.syntax import tree
from hjemmel.syntax.show_expressions import clause as in_words


def is_kind(clause: tree.Is, tables: Tables) -> bool:
    """Whether a clause says what the one whose the fact is, is."""
    fact = tables.references.get(clause.left)
    return (
        isinstance(clause.left, tree.Name)
        and isinstance(fact, FactReference)
        and isinstance(fact.type, Enumerated)
        and fact.name in WHAT_IT_IS
    )


def what_it_is(place: Place, clause: tree.Is, tables: Tables) -> Offer:
    """Each value with its article, which a declared form tells."""
    record = place.schema.record(tables.fact(clause.left).subject)
    if record is None:
        return Offer((), "det er en oppføring det er sagt om")
    named = [each for each in clause.values if isinstance(each, tree.Name)]
    constants = [tables.references.get(each) for each in named]
    names = [str(each.value) for each in constants if isinstance(each, Constant)]
    if len(names) < len(clause.values):
        return Offer((), "det er sammenlignet med noe saken sier")
    lacking = [f"«verdi {each}, …»" for each in names if not place.genders.article(each)]
    if lacking:
        return Offer((), f"den bestemte formen mangler: {', '.join(lacking)}")
    found = tuple(tree.Name(f"{place.genders.article(each)} {each}") for each in names)
    said = evolve(clause, left=tree.Name(record.definite), values=found)
    return Offer((in_words(said),))
