"""Templates and views agree, both ways; every message is used, and every use has a message."""

import dataclasses
import inspect
import re
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest
from jinja2 import Environment, FileSystemLoader, nodes

from archivegen import pages
from archivegen.pages import site_pages, views
from archivegen.pages.messages import read_messages

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "templates"
ENVIRONMENT = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True)
for module in iter_modules(pages.__path__):
    import_module(f"archivegen.pages.{module.name}")
VIEWS = sorted(views.PageView.__subclasses__(), key=lambda view: view.__name__)
COMMON = {field.name for field in dataclasses.fields(views.PageView)}
# Fields that the program itself reads.
FOR_THE_PROGRAM = {"address", "is_indexable"}


def names_used(template: str) -> set[str]:
    """Return the names a template takes from the page's view, those of its parents and includes among them."""
    source = ENVIRONMENT.loader.get_source(ENVIRONMENT, template)[0]
    tree = ENVIRONMENT.parse(source)
    used = {
        attribute.attr
        for attribute in tree.find_all(nodes.Getattr)
        if isinstance(attribute.node, nodes.Name) and attribute.node.name == "page"
    }
    for parent in tree.find_all((nodes.Extends, nodes.Include)):
        used |= names_used(parent.template.value)
    return used


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.__name__)
def test_a_template_uses_what_its_view_has(view: type[views.PageView]):
    """No template asks for a name its view does not have, and no view carries what its template does not use."""
    fields = {field.name for field in dataclasses.fields(view)}
    used = names_used(view.template)
    assert used - fields == set()
    assert fields - used - COMMON == set()


def test_every_page_template_has_a_view():
    """A template without a view is dead."""
    templates = {f"pages/{file.name}" for file in (TEMPLATES / "pages").iterdir()}
    assert templates == {view.template for view in VIEWS}


@pytest.mark.parametrize("template", sorted(TEMPLATES.rglob("*.html")), ids=lambda file: file.stem)
def test_templates_stay_small(template: Path):
    """A template can be read at once."""
    assert len(template.read_text("utf-8").splitlines()) <= 90


def test_templates_have_no_words_of_their_own():
    """Every word a reader sees comes from the catalogue."""
    for file in TEMPLATES.rglob("*.html"):
        source = re.sub(r"\{% block body_class %\}.*?\{% endblock %\}", "", file.read_text("utf-8"))
        text = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<[^>]*>", " ", source, flags=re.DOTALL)
        assert not re.search(r"[A-Za-z]{2,}", text), f"{file.name}: {text.split()}"


def test_every_message_is_there_and_is_used():
    """Messages that the program and the templates name exist; those nobody names are removed."""
    say = read_messages([(TEMPLATES / "messages.yml").read_text("utf-8")], "messages.yml")
    sources = [*(ROOT / "src").rglob("*.py"), *TEMPLATES.rglob("*.html")]
    text = "\n".join(file.read_text("utf-8") for file in sources)
    named = set(re.findall(r"\bsay\(\s*f?[\"']([a-z_.]*[a-z_])[\"']", text))
    keys = set(say.text_by_key)
    assert {key for key in named if key not in keys and f"{key}.other" not in keys} == set()
    # Groups whose keys are values: a status, a role, a kind of mark.
    composed = set(re.findall(r"[\"']([a-z_]+)\.(?:\{|[\"'] ~)", text)) | {"search", "section"}
    unused = {
        key
        for key in keys
        if key.removesuffix(".one").removesuffix(".other") not in named
        and key.partition(".")[0] not in composed
    }
    assert unused == set()


def test_every_message_of_the_search_page_is_there_and_is_used():
    """Its scripts name messages by what they are called on it: those of its own group, and some of others."""
    say = read_messages([(TEMPLATES / "messages.yml").read_text("utf-8")], "messages.yml")
    own = {key.removeprefix("search.") for key in say.text_by_key if key.startswith("search.")}
    own = {key.removesuffix(".one").removesuffix(".other") for key in own}
    scripts = "\n".join(file.read_text("utf-8") for file in (ROOT / "static" / "js" / "search").glob("*.js"))
    named = set(re.findall(r"\bsay\(\"([a-z_]+)\"", scripts))
    dates = {"day", "month_of", "from", "until", "span", "early_year", "before_the_era"}
    assert named - own == {"page", "before", "after", "quoted", *dates}
    elsewhere = (TEMPLATES / "pages" / "search.html").read_text("utf-8") + inspect.getsource(site_pages)
    composed = tuple(re.findall(r"`([a-z]+_?)\$\{", scripts))
    unused = {
        key
        for key in own - named
        if f'"{key}"' not in scripts + elsewhere and f"search.{key}'" not in elsewhere
        if not key.startswith(composed)
    }
    assert unused == set()
