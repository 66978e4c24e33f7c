"""How facts are declared: a class lists them, each with unit, words and clause; an instance holds a `Fact` for each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Self, cast

from jijuqu.policy.known import Fact
from jijuqu.words.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Kind = Literal["number", "yes_no", "day", "text"]


@dataclass(frozen=True, slots=True)
class FactSpec:
    """What a fact is: its name, kind and unit, what people call it, where it comes from, and how a shortfall is mended.

    `mend` may hold `{short}`: the shortfall with its unit.
    """

    name: str
    kind: Kind
    unit: str
    label: Text
    clause: str
    mend: Text


class _Slot:
    """Declares a fact in a class of facts; becomes a `FactSpec` under the attribute's name."""

    def __init__(self, kind: Kind, unit: str, clause: str, label: Text, mend: Text) -> None:
        self.kind = kind
        self.unit = unit
        self.clause = clause
        self.label = label
        self.mend = mend

    def spec(self, name: str) -> FactSpec:
        return FactSpec(name, self.kind, self.unit, self.label, self.clause, self.mend)


def number(unit: str, clause: str, zh: str, en: str, mend: tuple[str, str]) -> Fact:
    """Declare a number in a unit."""
    return cast("Fact", _Slot("number", unit, clause, Text(zh, en), Text(*mend)))


def yes_no(clause: str, zh: str, en: str, mend: tuple[str, str]) -> Fact:
    """Declare something that is so or not."""
    return cast("Fact", _Slot("yes_no", "", clause, Text(zh, en), Text(*mend)))


def day(clause: str, zh: str, en: str, mend: tuple[str, str]) -> Fact:
    """Declare a calendar day."""
    return cast("Fact", _Slot("day", "day", clause, Text(zh, en), Text(*mend)))


def text(clause: str, zh: str, en: str, mend: tuple[str, str]) -> Fact:
    """Declare words."""
    return cast("Fact", _Slot("text", "", clause, Text(zh, en), Text(*mend)))


class Facts:
    """Facts of one kind of subject. A subclass declares them; an instance holds a `Fact` for each."""

    specs: ClassVar[dict[str, FactSpec]] = {}
    subject: ClassVar[Text]
    name_fact: ClassVar[str] = ""  # the fact that names one of several subjects
    in_park: Fact

    def __init_subclass__(cls) -> None:
        own = {name: slot.spec(name) for name, slot in vars(cls).items() if isinstance(slot, _Slot)}
        cls.specs = own
        for name in own:
            delattr(cls, name)

    def __init__(self, **values: Any) -> None:
        unknown = values.keys() - self.specs.keys()
        if unknown:
            raise TypeError(f"{type(self).__name__} has no fact {sorted(unknown)}; it has {sorted(self.specs)}")
        for name, spec in self.specs.items():
            setattr(self, name, Fact(spec, values.get(name)))
        called = values.get(self.name_fact)
        self.name: str = called if isinstance(called, str) else ""  # unknown, or a column of names

    @classmethod
    def over(cls, column: Callable[[str], Any]) -> Self:
        """Describe columns: `column(name)` gives the expression of the column that holds a fact."""
        return cls(**{name: column(name) for name in cls.specs})

    def values(self) -> Mapping[str, Any]:
        """Give what is known, by name."""
        return {name: value for name in self.specs if (value := getattr(self, name).value) is not None}
