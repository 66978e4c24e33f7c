"""Keep the English catalogue whole: `update` writes new Chinese words into it, `check` says what is missing."""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages.pofile import read_po, write_po

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

ROOT = Path(__file__).parents[1]
CATALOGUE = ROOT / "jijuqu/locale/en/LC_MESSAGES/django.po"
KEYWORDS = ("gettext_lazy", "gettext_noop", "ngettext_lazy:1,2", "pgettext_lazy:1c,2")

# Written as it stands: Babel's own header carries dates and places, which would change with every run.
HEADER = r"""# English words for the Chinese ones of the pages.
msgid ""
msgstr ""
"Language: en\n"
"Content-Type: text/plain; charset=utf-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

"""


def words_in_code() -> Catalog:
    """Extract every translatable Chinese word or sentence from code and templates."""
    with tempfile.TemporaryDirectory() as folder:
        template = Path(folder) / "django.pot"
        keywords = [part for word in KEYWORDS for part in ("--keyword", word)]
        command = ["-m", "babel.messages.frontend", "--quiet", "extract", "--mapping", "babel.cfg", *keywords]
        options = ["--no-location", "--sort-output", "--output", str(template), "."]
        subprocess.run([sys.executable, *command, *options], cwd=ROOT, check=True)
        with template.open("rb") as file:
            return read_po(file)


def translated_words() -> Catalog:
    """Read the committed English catalogue."""
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="en")


def faults(code: Catalog, english: Catalog) -> list[str]:
    """List what keeps the English pages from being complete; empty when they are."""
    wanted = {message.id: message for message in code if message.id}
    known = {message.id: message for message in english if message.id}
    found = [f"not in the catalogue: {words}" for words in wanted if words not in known]
    found += [f"no longer used: {words}" for words in known if words not in wanted]
    found += [f"fuzzy: {words}" for words, message in known.items() if message.fuzzy]
    found += [f"not translated: {words}" for words, message in known.items() if not _is_complete(message.string)]
    found += [f"obsolete: {words}" for words in english.obsolete]
    found += [f"{error}: {message.id}" for message, errors in english.check() for error in errors]
    return found


def _is_complete(string: str | tuple[str, ...] | list[str]) -> bool:
    return all(string) if isinstance(string, (tuple, list)) else bool(string)


def update() -> None:
    """Write new words into the catalogue, untranslated, and drop those no longer used."""
    english = translated_words()
    english.update(words_in_code(), no_fuzzy_matching=True)
    written = io.BytesIO()
    write_po(written, english, width=118, no_location=True, omit_header=True, sort_output=True, ignore_obsolete=True)
    CATALOGUE.write_bytes(HEADER.encode() + written.getvalue())


def check() -> int:
    """Print every fault; return 1 if there is one."""
    found = faults(words_in_code(), translated_words())
    for fault in found:
        sys.stdout.write(f"{CATALOGUE.relative_to(ROOT)}: {fault}\n")
    return 1 if found else 0


if __name__ == "__main__":
    if sys.argv[1:] == ["update"]:
        update()
    elif sys.argv[1:] == ["check"]:
        sys.exit(check())
    else:
        sys.exit("usage: python -m tools.translations update|check")
