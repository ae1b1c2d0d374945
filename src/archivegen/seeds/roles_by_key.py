"""Keys that name contributors by what they did: `translator: Ada Brik`."""

from __future__ import annotations

from dataclasses import replace

from archivegen.records.values import AgentValue, Value

_ROLES = {
    "translator": "translator", "translators": "translator", "transcriber": "transcriber",
    "editor": "editor", "editors": "editor", "obtained_by": "obtained_by",
}  # fmt: skip


def field_of_role(key: str) -> str:
    """Return the field of which a key names a role, "" of any other key."""
    return "contributors" if key in _ROLES else ""


def in_role(value: Value, key: str) -> Value:
    """Return somebody whose key says what he did in that role; any other value as it is."""
    role = _ROLES.get(key)
    return replace(value, role=role) if role and isinstance(value, AgentValue) else value
