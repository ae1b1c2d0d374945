"""Files that are ours: YAML with line numbers, and the ledger of published addresses."""
