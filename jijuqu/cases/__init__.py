"""Plans of the districts on their way to the commission's letter (二（三）): one case, one plan, 1..n clusters."""
