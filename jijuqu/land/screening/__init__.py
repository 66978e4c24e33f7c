"""Screening (选址筛查): which contiguous industrial land of a layer lies outside parks and clear of other layers.

`run.screen` is the way in. A *map* step turns each piece of the parcels' file into kept parcels (`map_step`); a
*reduce* step finds what lies near what in each district (`reduce_step`). Both take and give plain columns, so that
another engine can carry them, as Spark does (`on_spark`). What remains, the thresholds, is a filter over columns
(`Screening.regroup`).

Nothing is imported here: the kernels bring Numba, which other commands shall not wait for.
"""
