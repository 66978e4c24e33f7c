"""The same rules over many: tables of facts judged as columns, here with Polars or on a cluster with Spark."""
