"""The digest of all that is supplied beside a document, by which a later edition knows that it has changed."""

from __future__ import annotations

import hashlib

from archivegen.seeds.inventory.rows import InventoryRow


def digest_of_supplied(
    defaults: tuple[tuple[str, str], ...], row: InventoryRow | None, *files: tuple[str, str] | None
) -> str:
    """Return the digest of what stands beside a document, whatever the files are called and wherever in its sheet the row
    stands; "" where nothing does.
    """
    texts = [text for _, text in defaults]
    texts += [row.text] if row else []
    texts += [file[1] for file in files if file]
    text = "\0".join(texts)
    return hashlib.sha256(text.encode()).hexdigest() if text else ""
