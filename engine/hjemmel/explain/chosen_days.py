"""The chosen days that a verdict rests on, of who held a role."""

from hjemmel.explain.finding import HolderChosen, flat
from hjemmel.explain.verdict import Verdict, decisive_facts, reason


def holders_chosen(found: Verdict) -> tuple[str, ...]:
    """«departementet var myndigheten fra 1. januar 2024 (valgt: …)», each once."""
    told = found.case.observation.chosen
    by_fact = (words for path in decisive_facts(found) for words in told.get(path, ()))
    notes = (note for each in flat(reason(found)) if each.decisive for note in each.notes)
    by_clause = (note.words for note in notes if isinstance(note, HolderChosen))
    return tuple(dict.fromkeys((*by_fact, *by_clause)))
