"""Layers about a point in 梁平区 as officers send them, and screenings without a child process."""

from __future__ import annotations

import contextlib
import json

import shapely
from django.core.files.uploadedfile import SimpleUploadedFile

from jijuqu.siting import screening_process
from tests.land.screening.ground import PLACE, at_place, plot, write_parcels
from tests.registry.entries import HERE

ADDRESS = "/desk/site-screening/"
LIANGPING = "梁平区"
# Two parcels with a road of 15 m between them, some 300 mu; one of some 165 mu, 60 m from one of 37 mu.
PLOTS = [plot(0, 0, 300), plot(315, 0, 333), plot(2000, 0, 331), plot(2391, 0, 158)]


def here(shapes):
    """Bring shapes in metres to degrees about HERE."""
    moved = (HERE[0] - PLACE[0], HERE[1] - PLACE[1])
    return shapely.transform(at_place(shapes), lambda degrees: degrees + moved)


def parcels(folder, shapes=PLOTS, district=LIANGPING, **columns):
    """A layer of parcels as it is sent."""
    path = write_parcels(folder / "地块.parquet", here(shapes), district=[district] * len(shapes), **columns)
    return sent(path)


def sent(path, name=None):
    return SimpleUploadedFile(name or path.name, path.read_bytes())


def screen(client, file, **said_too):
    """Send the form of the page."""
    usual = {"min_mu": "200", "gap_m": "20", "layer_share": "1", "use_prefix": "0601"}
    return client.post(ADDRESS, {**usual, "parcels": file, **said_too})


def in_this_process(asked):
    """Answer as the child does, without its second of starting."""
    with contextlib.chdir(asked["folder"]):
        return json.loads(json.dumps(screening_process.answer(asked), default=str))
