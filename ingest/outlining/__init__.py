"""How the numbering of a document is read: numerals, marks, the headings behind them, the tree they form."""
