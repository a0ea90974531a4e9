"""The benchmark: our paths beside their floors, measured in one run, in one process, in a database of its own."""
