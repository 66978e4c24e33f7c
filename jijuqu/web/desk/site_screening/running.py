"""A screening as a page asks for it: files laid out, screened in a limited child, the result kept."""

from __future__ import annotations

import secrets
import shutil
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from jijuqu.accounts.models import Organisation
from jijuqu.journal.attachments import path_of
from jijuqu.land.screening.saved import load
from jijuqu.land.screening.writing import write_groups
from jijuqu.reference.actions import keep_screening
from jijuqu.reference.models import KeptScreening
from jijuqu.registry.queries import shapes_on_record, speaks_of
from jijuqu.siting.screening_child import LayerFiles, screen_in_child
from jijuqu.web.public.plot_source import harmless

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from jijuqu.accounts.models import Person
    from jijuqu.land.screening.screening import Screening
    from jijuqu.web.desk.kept_file import KeptFile
    from jijuqu.web.desk.site_screening.form import ScreeningForm


def screen_and_keep(
    form: ScreeningForm, organisation: str, tell: Callable[[KeptScreening], None], *, actor: Person, on: date
) -> KeptScreening:
    """Screen what a valid form asks for, and keep the result; `tell` is told of it in the same transaction.

    Raises UnreadableError for files that cannot be used, named by folders called after their fields; ValidationError
    for a name that is taken.
    """
    said = form.cleaned_data
    kinds = said.get("on_record", [])
    with _folder() as folder:
        parcels = _laid_out(folder / "parcels", said["parcels"])
        parks = _laid_out(folder / "parks", said["parks"]) if said["parks"] else None
        layers = [_laid_out(folder / f"keep_clear-{k}", each) for k, each in enumerate(said["keep_clear"])]
        layers += [_from_record(folder / "on_record", kind, on) for kind in kinds]
        files = LayerFiles(
            folder,
            str(parcels.relative_to(folder)),
            str(parks.relative_to(folder)) if parks else None,
            tuple(str(path.relative_to(folder)) for path in layers),
        )
        result = screen_in_child(files, form.options)
        screening = load(result)
        kept = KeptScreening(
            name=said["name"] or _free_name(PurePath(said["parcels"].name).stem, organisation, on),
            organisation=Organisation.objects.get(pk=organisation),
            options=asdict(screening.options),
            sources=_sources(said) | {"on_record": kinds, "not_covering": _not_covering(screening, kinds, on)},
            counts=_counts(screening),
        )
        with transaction.atomic():
            keep_screening(kept, result, actor=actor, on=on)
            tell(kept)
        return kept


@contextmanager
def _folder() -> Iterator[Path]:
    """Give a folder beside those of kept screenings, for the length of one; backups pass it over."""
    folder = Path(settings.SCREENINGS) / f"incoming-{secrets.token_hex(8)}"
    folder.mkdir(mode=0o700, parents=True)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _laid_out(place: Path, sent: KeptFile) -> Path:
    """Let a file that was sent stand in a folder under its own name."""
    place.mkdir()
    path = place / harmless(sent.name)
    path.symlink_to(path_of(sent.attachment.pk))
    return path


def _from_record(place: Path, kind: str, on: date) -> Path:
    """Write what is on record of a kind of layer as a file under the name of the kind."""
    place.mkdir(exist_ok=True)
    shapes = shapely.from_wkb(np.array(shapes_on_record(kind, on), dtype=object))
    path = place / f"{kind}.parquet"
    write_groups(path, {"kind": [kind] * len(shapes)}, shapes, ())
    return path


def _not_covering(screening: Screening, kinds: list[str], on: date) -> list[str]:
    """List the kinds on record that do not speak about all of the land that is left."""
    if not len(screening.boxes):
        return []
    west, south = screening.boxes[:, :2].min(axis=0).tolist()
    east, north = screening.boxes[:, 2:].max(axis=0).tolist()
    return [kind for kind in kinds if not speaks_of(kind, (west, south, east, north), on)]


def _sources(said: dict[str, Any]) -> dict[str, Any]:
    """Name the files that took part, with their digests."""
    files = [said["parcels"], *([said["parks"]] if said["parks"] else []), *said["keep_clear"]]
    return {
        "parcels": said["parcels"].name,
        "parks": said["parks"].name if said["parks"] else None,
        "keep_clear": [each.name for each in said["keep_clear"]],
        "digests": {each.name: each.attachment.pk for each in files},
    }


def _counts(screening: Screening) -> dict[str, int]:
    groups = screening.regroup()
    return {
        "rows": screening.rows,
        "industrial": screening.industrial,
        "kept": len(screening.ids),
        "groups": len(groups),
        "near_misses": len(screening.near_misses(groups)),
    }


def _free_name(stem: str, organisation: str, on: date) -> str:
    """Name a screening after its file and day; a second one of the same day with a number."""
    name = _("%(file)s %(day)s") % {"file": stem[:50], "day": on.isoformat()}
    taken = set(KeptScreening.objects.filter(organisation=organisation).values_list("name", flat=True))
    number = 1
    while (free := name if number == 1 else f"{name}（{number}）") in taken:
        number += 1
    return free
