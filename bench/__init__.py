"""The figures of the product, measured: `make bench` prints each beside what it is held against."""
