"""Entries and columns that an archivist may have for who may see a document, in the main languages: none is passed over."""

from pathlib import Path

import pytest
import yaml
from tests.seeds.inventory.test_inventories import FROM_THE_SURVEYOR, archive, lines

from archivegen.seeds.closing_words import wish_of_entry
from archivegen.storage.yaml_lines import YamlNode

ASKS = """
sensitivity=high|seal=until 2040|exclude=true|ignore=true|skip=true|noindex=true|permission=none|permissions=owner only
gdpr=personal data|GDPR=yes|privacy=personal data|personal_data=yes|Publishable=no|Permission given=no|Consent=no|Cleared?=no
Clearance=no|Declassified=no|Online?=no|On web?=no|Web=no, living persons|Include=no|Availability=no|Living persons=yes
Data protection=yes|Security=yes|Released=2040-01-01|Declassified=2040-01-01|Online=2040-01-01|Status=2040-01-01
review date=until 2040|online?=n|Web=✗|Nutzung=gesperrt|Nutzung=nur im Lesesaal|Nutzung=nein, DSGVO|DSGVO=ja
veroeffentlichen=nein|Erlaubnis=steht aus|en ligne=non|autorisation=refusée|RGPD=oui|vie privée=oui|Autorización=no
en línea=no|consultabile=no|Accesso online=no|utilizzo=vietato|LGPD=sim|uso=proibido|Публикация в интернете=нет
Согласие=нет|персональные данные=есть|zgoda=nie|RODO=tak|internet=nie|الوصول=مقيد|نشر=لا|是否公开=否|公开范围=仅限馆内|利用限制=有
公開可否=不可|個人情報=あり|공개여부=비공개|이용 제한=있음|열람=제한|개인정보=있음
"""
REDACTS = "blackout|black out|mask|pseudonymise|schwaerzung|suppress|obscure|omit|remove|delete|strike|supprimer|удалить"
IS_OPEN = """
topic=security|subject=privacy|permission=granted by A. Lind|Permission=yes|permission=CC BY 4.0|Nutzung=frei|online?=ja
Web=https://example.org/no-entry|Online=yes, since 2014|GDPR=no|GDPR=n/a|scanned=2019-05-01|modified=2021|released=1994
Usage=Amtsgebrauch|hand=secretary hand|holdings=12|Published=not known|是否公开=是|공개여부=공개|seal=red wax|Internet=ja
Consents=given|condition=good|provenance=only child of the consul|web=www.example.org|volume=3|No=14
"""


KNOWN = yaml.safe_load((Path(__file__).parents[1] / "cases" / "closing_words.yml").read_text("utf-8"))


def entries(table: str) -> list[list[str]]:
    return [entry.split("=", 1) for entry in table.replace("\n", "|").strip("|").split("|")]


@pytest.mark.parametrize(("key", "text"), entries(ASKS))
def test_what_closes_in_other_words(key: str, text: str):
    """No key of a file of corrections and no column of an inventory is called so for nothing."""
    wish = wish_of_entry(key, YamlNode(1, text=text))
    assert wish is not None
    assert wish.field == "access"
    assert "open" not in wish.instead


@pytest.mark.parametrize("key", REDACTS.split("|"))
def test_what_redacts_in_other_words(key: str):
    """A name that is to go must not stay."""
    wish = wish_of_entry(key, YamlNode(1, text="Jan Lind"))
    assert wish is not None
    assert wish.field == "redact"


@pytest.mark.parametrize(("key", "text"), entries(IS_OPEN))
def test_what_is_said_to_be_open_or_is_about_something_else(key: str, text: str):
    """A false alarm costs a line, and a hundred of them are not read."""
    assert wish_of_entry(key, YamlNode(1, text=text)) is None


@pytest.mark.parametrize("word", KNOWN["closed"].split())
def test_a_word_that_closed_a_document_once_closes_it_as_an_answer(word: str):
    """Whatever it means as the name of an entry, and whatever the entry is called."""
    for key in ("publish", "status", "visibility", "статус", "видимость"):
        wish = wish_of_entry(key, YamlNode(1, text=word))
        assert wish is not None, key
        assert wish.field == "access"
        assert "open" not in wish.instead


@pytest.mark.parametrize("word", " ".join(KNOWN.values()).split())
def test_a_word_that_closed_or_redacted_once_does_as_the_name_of_an_entry(word: str):
    """It is spoken of, either as what closes or as what takes words out; what redacted does so still."""
    wish = wish_of_entry(word, YamlNode(1, text="Jan Lind"))
    assert wish is not None
    assert wish.field == "redact" or word not in KNOWN["redact"].split()


def test_a_column_about_access_that_closes_nothing_is_spoken_of(tmp_path: Path):
    """By itself, and not among the columns that are not known."""
    sheet = "file,Web,Colour\npier.txt,yes,blue\n"
    documents = archive(tmp_path, {"pier.txt": FROM_THE_SURVEYOR, "inventory.csv": sheet})
    assert documents.records
    said = lines(documents)
    assert (
        "seeds/inventory.csv:1: warning: the column “Web” may say who may see the documents, and closes nothing; call it "
        "“access”, or write “Web: none” among the “columns” of the inventory in archive.yml"
    ) in said
    assert any("what stands in these columns is not published: “Colour”" in line for line in said)
