"""Finding passages across two languages: a compact model, a lexical index, and their fusion."""
