"""PDF with a text layer: letters on pages become rows, rows paragraphs, and what repeats over the pages is set aside."""
