"""A sentence in both languages, and a message whose sentence is looked up only when somebody reads it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Language = Literal["zh", "en"]


class Text(NamedTuple):
    """The same words in Chinese and in English; both may hold `{name}` places."""

    zh: str
    en: str

    def say(self, language: Language, **values: object) -> str:
        """Give the words of one language with its places filled; values that are texts are said in it too."""
        words = self.zh if language == "zh" else self.en
        if not values:
            return words
        said = {name: value.say(language) if isinstance(value, Text) else value for name, value in values.items()}
        return words.format(**said)


def listed(texts: Iterable[Text]) -> Text:
    """Put names in a row.

    >>> listed([Text("发展改革", "reform"), Text("生态环境", "ecology")])
    Text(zh='发展改革、生态环境', en='reform, ecology')
    """
    each = tuple(texts)
    return Text("、".join(text.zh for text in each), ", ".join(text.en for text in each))


@dataclass(frozen=True, slots=True)
class Message:
    """Something to tell a person: a code of a catalogue in `words`, and the values that fill its sentence.

    `where` is longitude and latitude in degrees (EPSG:4490) when the message speaks of a place.
    """

    code: str
    values: Mapping[str, object] = field(default_factory=dict)
    where: tuple[float, float] | None = None
