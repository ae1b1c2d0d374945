"""How the dates of a whole column are written: what one cell leaves open, others decide."""

from __future__ import annotations

import re

from archivegen.records.dates import bounds
from archivegen.seeds.date_pieces import Order
from archivegen.seeds.inventory.cell_values import read_dates
from archivegen.seeds.inventory.columns import Column
from archivegen.seeds.inventory.opening import Table
from archivegen.seeds.numeric_order import decided_order


def date_style(column: Column, table: Table) -> tuple[Order | None, int | None]:
    """Return the order of day and month that a column decides, and what is added to the number of a day, where the rest
    of the column are dates; None where it is not.
    """
    cells = [row.cell(column.place) for row in table.rows if row.cell(column.place).text]
    order = decided_order("\n".join(cell.text for cell in cells))
    others = [cell for cell in cells if not re.fullmatch(r"\d{5}", cell.text)]
    are_dates = bool(others) and all(
        cell.kind == "date" or all(not date.value or bounds(date.value) for date in read_dates(cell, order, None, is_approximate=False))
        for cell in others
    )  # fmt: skip
    return order, table.sheet.day_zero if are_dates else None
