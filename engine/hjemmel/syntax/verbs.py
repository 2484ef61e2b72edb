"""Norwegian verbs, as far as the language needs to know one: where «ikke» stands."""

_OTHERS = ("kan", "skal", "vil", "må", "vet", "ble")


def begins_with_verb(name: str) -> bool:
    """True for words that say something by themselves, as «har …», «driver …», «følges av …».

    Norwegian verbs in the present end in -r or -s, but for a handful. Other names of
    yes/no facts need «er»: without it they would be no sentence.
    """
    first = name.partition(" ")[0].casefold()
    return first.endswith(("r", "s")) or first in _OTHERS


def denied_at(words: list[str]) -> int | None:
    """Before which word «ikke» stands in a clause after «når»: the first verb, but where the verb
    stands first, after it. None where no verb is seen."""
    if len(words) > 1 and begins_with_verb(words[0]):
        return 1
    return next((at for at in range(1, len(words)) if begins_with_verb(words[at])), None)
