"""Print every figure: `make bench`."""

from bench import cases, command, desk, pages, papers, population, rules, screening

print("Goals are upper limits; each line gives the median and, in brackets, the least and the greatest of the runs.")
for measure in (rules, population, papers, cases, command, pages, desk, screening):
    for figure in measure.figures():
        print(figure.line(), flush=True)
