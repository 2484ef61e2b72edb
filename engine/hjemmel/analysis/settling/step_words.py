"""Steps in words: what to tell or to change, and who has it."""

from collections.abc import Mapping
from typing import Any, assert_never

from attrs import frozen

from hjemmel.analysis.settling.answers import Change, Step
from hjemmel.analysis.settling.replaying import Judging
from hjemmel.analysis.settling.stepping import told_at
from hjemmel.case.observation import Path
from hjemmel.case.statements import Assessment, Entries, NotDone, Pending
from hjemmel.core.schema import ELEMENT
from hjemmel.core.types import Assessed, Listed, Row, Type
from hjemmel.explain.unknown_facts import located, name_of
from hjemmel.words.values import listed, shown


@frozen(eq=False)
class StepWords:
    """The words for the steps of one case."""

    judging: Judging

    def step(self, step: Step) -> str:
        """What to do: «oppgi om tjenesten er bemannet: ja (hos tjenesten)»."""
        return self._held(self._done(step), step.path)

    def answer(self, step: Step) -> str:
        """What is answered: «om tjenesten er bemannet: ja (hos tjenesten)»."""
        name, value = self.name(step.path), self.value(step)
        match step.change:
            case Change.ADD:
                told = f"{self.name(step.path[:-1])}, én til: {value}"
            case Change.COMPLETE:
                told = f"{name}: ingen flere enn de som er nevnt"
            case _:  # a fact
                told = f"{name}: {value}"
        return self._held(told, step.path)

    def fact(self, path: Path) -> str:
        """«om tjenesten er bemannet (hos tjenesten)»."""
        return self._held(self.name(path), path)

    def name(self, path: Path) -> str:
        """What a fact is called."""
        kind, name = self.type_at(path), name_of(self.judging.program.schema, path)
        return f"vurderingen av om {name}" if isinstance(kind, Assessed) else name

    def holder(self, path: Path) -> str:
        """«hos tjenesten»; who assesses it."""
        schema = self.judging.program.schema
        _, declared, _ = located(schema, path)
        if declared is None:
            return ""
        who = declared.type.owner if isinstance(declared.type, Assessed) else declared.holder
        role = schema.role(who)
        who = (role.holder_on(self.judging.day) if role else None) or who
        return f"hos {who}" if who else ""

    def type_at(self, path: Path) -> Type | None:
        """The type of the fact at a path; of an entry, that of its list."""
        _, declared, _ = located(self.judging.program.schema, path)
        if declared is None:
            return None
        kind: Type = declared.type
        if path[-1] == ELEMENT and isinstance(kind, Listed) and not isinstance(kind.element, Row):
            return kind.element
        return kind

    def _done(self, step: Step) -> str:
        name, value = self.name(step.path), self.value(step)
        match step.change:
            case Change.TELL:
                return f"oppgi {name}: {value}"
            case Change.ALTER:
                before = told_at(self.judging.case, step.path)
                return f"endre {name} fra {self._content(before, step.path)} til {value}"
            case Change.ADD:
                return f"legg til i {self.name(step.path[:-1])}: {value}"
            case Change.COMPLETE:
                return f"oppgi at det ikke er flere i {name} enn de som er nevnt"
            case Change.REMOVE:
                entry = self._content(told_at(self.judging.case, step.path), step.path)
                return f"ta bort fra {self.name(step.path[:-1])}: {entry}"
            case Change.HAVE:
                return f"saken får {name}"
            case _:
                assert_never(step.change)

    def _held(self, told: str, path: Path) -> str:
        held = self.holder(path)
        return f"{told} ({held})" if held else told

    def value(self, step: Step) -> str:
        """The value, and whether others do as well."""
        found = self._content(step.value, step.path)
        return f"for eksempel {found}" if step.is_example and found else found

    def _content(self, content: Any, path: Path) -> str:
        kind = self.type_at(path)
        match content:
            case None:
                return "ikke oppgitt"
            case Assessment(positive):
                return "ja" if positive else "nei"
            case NotDone():
                return "ikke utført"
            case Pending():
                return "hvilken som helst"
            case Entries(members):
                if not members:
                    return "ingen"
                return listed([self._content(each, (*path, at)) for at, each in enumerate(members)])
            case Mapping():
                return ", ".join(self._field(each, path) for each in content.items()) or "én til"
            case _ if kind is None:
                return str(content)
            case _ if isinstance(kind, Listed):
                assert not isinstance(kind.element, Row)
                return shown(content, kind.element)
            case _:  # one value
                return shown(content, kind)

    def _field(self, told: tuple[str, Any], path: Path) -> str:
        name, said = told
        at = (*path, name)
        _, declared, _ = located(self.judging.program.schema, at)
        called = declared.name if declared else name
        return f"{called} {self._content(said[0].content, at)}"
