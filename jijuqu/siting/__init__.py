"""From a boundary file to the facts that rules ask of a site, read in a child process under limits."""
