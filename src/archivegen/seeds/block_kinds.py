"""What a block of the text or the foot is: running text, dateline, signature, copy list, stamp, separator."""

from __future__ import annotations

import re

from archivegen.records.body import Block, BlockKind
from archivegen.seeds.alphabet import is_in_capitals
from archivegen.seeds.conventions import Convention
from archivegen.seeds.copy_rows import is_copies_header, is_copy_row, may_be_receiver
from archivegen.seeds.date_wordings import is_date
from archivegen.seeds.line_breadth import WRITERS_LINE, are_writers_lines, breadth, is_writers_line
from archivegen.seeds.markings import read_marks
from archivegen.seeds.name_lists import is_list_of_names
from archivegen.seeds.names import is_whole_name
from archivegen.seeds.placed_dates import is_date_line

_OMISSION = re.compile(r"^\s*\[?\s*(?:…|\.\s?\.\s?\.\s?\.?)\s*\]?\s*$")
_SEPARATOR = re.compile(r"^\s*(?:[x#=_*~-]\s*){3,}$")
_OPENS_OMISSION, _OF_SEPARATORS = "[….", "x#=_*~-"
# The label alone in brackets: "[Stamp:] HARBOUR OFFICE. Received 16 October".
_STAMP_LABEL = re.compile(r"^\s*\[[^\[\]\n:]{0,40}\bstamp\s*(?::\s*\]|\]\s*:)\s*\S.*$", re.IGNORECASE)
_STAMP = re.compile(r"^\s*\[[^\]\n:]*\bstamp\b[^\]\n:]*[:\n]", re.IGNORECASE)
_HANDWRITING = re.compile(r"^\s*\[(?:handwritten|handwriting|in hand)\b[^\]\n:]*:", re.IGNORECASE)
# What was written on the paper when it had come in: "[docketed:] R. June 17, by Vienna."
WRITTEN_ON_IT = re.compile(
    r"^\s*\[(?:docketed|endorsed|minuted|in\s(?:pencil|ink|hand|the\smargin)|marginal\snote|handwritten|pencilled|manuscript(?:\snote)?|minute)[^\[\]\n:]{0,40}(?::\s*\]|\]\s*:?)\s*\S",
    re.IGNORECASE,
)
_SIGNATURE = re.compile(
    r"\[(?:signature|signed)\]|\((?:signed|signature|-)\)|/signed/|/-+/|^\s*/s?/?\s*(?-i:[A-Z])|^\s*(?:Signed)(?::|\s+(?-i:[^\W\d_a-z][\w.’'-]+\s+[^\W\d_a-z]))",
    re.IGNORECASE | re.MULTILINE,
)
_NAME_SLASHES = re.compile(r"/\s*(?:[A-Z]\.\s?){0,3}[A-Z][A-Za-z'’-]+\s*/")
ENDS_SENTENCE = re.compile(r"[.!?:;…。！？][)\]”\"’']*(?:\[(?:_ftn(?:ref)?)?\d{1,3}\])?\s*$")

# Sentences begin with “Agréez” and “Recevez” too: behind them who is greeted stands between commas, or what he is to receive.
_GREETED = r"(?:cher|chère|mon|ma|Monsieur|Madame|Messieurs)\b[^,]{0,40},"
_FRENCH_GREETING = (
    rf"(?:,?\s+{_GREETED}$|(?:,|\s+(?:{_GREETED}|(?:mes|nos|toute?s?|tous)\b|l['’]))"
    r".{0,60}\b(?:salut|sentiment|assurance|expression|hommage|considération|respect|amitié|vœu))"
)
# “Viele treue Grüße an Euch Alle!”, “Ich grüße Sie herzlich”, “Herzlichst”, “Dein alter”, “Ihr stets ergebener”
_GERMAN_GREETING = (
    r"(?:(?:Mit\s+)?(?:(?:viele|vielen|recht|den|tausend|\w+(?:ste|sten|liche|lichen|ige|igen|eue|euen|öne|önen|arme|armen)),?\s+){1,3}Gr(?:ü|u|ue)(?:ß|ss)(?:e|en)?\b.{0,60}"
    r"|(?:Ich|Wir)\s+grüßen?\s+(?:Sie|Dich|Euch)\b.{0,40})"
)
# “Ton” and “Ta” alone are names.
_DEVOTED = r"(?:alte[rs]?|treue[rs]?|getreue[rs]?|(?:allzeit)?ergeben(?:st)?e[rs]?|dankbare[rs]?|dévouée?|fidèle|vieil|vieille)"
_OF_YOURS = rf"(?:Deine?|Ihre?|Euer|Eure|Votre|T(?:on|a)(?=\s\w))(?:\s(?:stets|sehr|ganz|tout|toute|bien))?(?:\s{_DEVOTED})?(?:\s(?:Freund|Freundin|Sohn|Tochter|Bruder|Schwester|ami|amie))?"
_FAREWELL = r"(?:Herzlich(?:st)?|Treulichst|Bien\sà\s(?:vous|toi)|Tout\sà\s(?:vous|toi)|Amicalement)"
_IN_FEW_WORDS = rf"(?:{_FAREWELL}(?:,?\s{_OF_YOURS})?|{_OF_YOURS})[,.!]?"
# The words that end a letter before the name.
CLOSING_WORDS = re.compile(
    r"^(?:I\s+(?:am|remain|have the honou?r(?!\s+to\s+(?!be\b|remain\b)))\b.*|Believe me\b.*|Ever\s+)?(?:Yours?|Sincerely|Respectfully|Faithfully|Truly|"
    r"Affectionately|Cordially|Your\s+(?:(?:most|very|ever|humble|obliged|and)\s+)*(?:humble|obedient|obliged|loving|affectionate|devoted|faithful|grateful)|With\s+(?:(?:the\s+)?expressions?\s+of|(?:the\s+)?assurances?\s+of|best|kind|warm|comradely|cordial|"
    r"sincere|friendly|communist|fraternal|party|high)\s+\w+|Please\s+accept)\b.{0,60},?$|"
    r"^(?:I\s+(?:am|remain|have\s+the\s+honou?r\s+to\s+(?:be|remain))|Believe me)\b.{0,60},$|^I\s+(?:am|have|remain),?\s(?:&c|etc)\b.{0,20}$|"
    rf"^{_IN_FEW_WORDS}$|^(?:{_GERMAN_GREETING}|(?:Agr[ée]ez|Recevez){_FRENCH_GREETING}.{{0,80}}|(?:Hochachtungsvoll|Mit\s+\w+\s+Gr(?:ü|ue?)(?:ß|ss)\w*|(?:Veuillez|Je vous prie d['’])\s*agr[ée]er|"
    r"С\s+(?:\w+\s+)?(?:уважением|приветом)|S\s+(?:\w+\s+)?(?:uvazheniem|privetom|pozdravem|pozdravom|úctou|poštovanjem)|Se\s+(?:\w+\s+)?pozdravem|Drugarski\s+pozdrav|Z\s+(?:\w+\s+)?pozdrowieni\w+|Łączę\s|"
    r"Elvtársi\s|Me\s+(?:\w+\s+)?(?:respekt|nderime?|përshëndetje\w*)|Med\s+(?:\w+\s+)?(?:hälsning\w*|hilsen|högaktning)|Met\s+(?:\w+\s+)?(?:groet\w*|hoogachting)|Con\s+(?:i\s+migliori\s+saluti|stima|osservanza|(?:los\s+)?saludos)|Cordiali\s+saluti|"
    r"Com\s+os\s+(?:melhores\s+)?cumprimentos|Aproveito\s+(?:a\s+oportunidade|o\s+ensejo)|Aprovecho\s+(?:la\s+oportunidad|esta\s+ocasión)|Saudações|Saludos|Saludo\s+a\s+usted|Respeitosamente|Respetuosamente|Le\s+saluda|Fraternalmente|Kính\s+chào|Trân\s+trọng|Saygıları\w*|З\s+повагою|С\s+почит\w+|Atentamente|Cordialmente|Distinti saluti|Üdvözlettel|Tisztelettel|"
    r"Z\s+(?:\w+\s+)?poważaniem|Με\s+(?:\w+\s+)?εκτίμηση|Cu\s+(?:\w+\s+)?stimă|Hoogachtend)\b.{0,80})$",
    re.IGNORECASE,
)

_IN_FEW_WORDS_ALONE = re.compile(rf"^{_IN_FEW_WORDS}$", re.IGNORECASE)


def is_closing_alone(line: str) -> bool:
    """Say whether a line has but the few words that stand above a name: `Herzlichst`, `Dein treuer Freund`."""
    return _IN_FEW_WORDS_ALONE.match(line) is not None


def bracketed_kind(text: str, convention: Convention) -> BlockKind | None:
    """Return what a block is whose own signs say it, wherever it stands, or None."""
    sign = text.lstrip()[:1]
    if is_omission(text):
        return "omission"
    if sign in _OF_SEPARATORS and _SEPARATOR.match(text):
        return "separator"
    if convention.describes_papers and sign == "[" and _STAMP_LABEL.match(text):
        return "stamp"
    if convention.describes_papers and sign == "[" and WRITTEN_ON_IT.match(text):
        return "handwriting"
    if convention.describes_papers and text.rstrip().endswith("]"):
        if _STAMP.match(text):
            return "stamp"
        if _HANDWRITING.match(text):
            return "handwriting"
    return "copy_list" if is_copies_header(text) else None


def is_omission(text: str) -> bool:
    """Say whether a text is but the editors' sign that they left something out."""
    return text.lstrip()[:1] in _OPENS_OMISSION and bool(_OMISSION.match(text))


def opens_frame(line: str) -> bool:
    """Say whether a line opens the editors' description of a stamp or of handwriting."""
    return (
        "[" in line
        and line.lstrip().startswith("[")
        and bool(_STAMP.match(line + "\n") or _HANDWRITING.match(line))
    )


def kind_of(text: str, before: list[Block], *, is_foot: bool) -> BlockKind:
    """Return what a block of the text, or of the foot below it, is: from its words and the blocks before it."""
    lines = [line.strip() for line in text.strip().split("\n")]
    last = before[-1] if before else None
    follows_foot = last is not None and last.kind in ("copy_list", "signature")
    if len(lines) == 1 and breadth(lines[0]) >= 2 * WRITERS_LINE and not follows_foot:
        return "paragraph"
    return _kind_of_lines(text, lines, last, is_foot=is_foot)


def _kind_of_lines(text: str, lines: list[str], last: Block | None, *, is_foot: bool) -> BlockKind:
    """Return what a block is that is no long line of running text; `last` is the block before it."""
    is_short = are_writers_lines(lines)
    if is_writers_line(lines[0]) and CLOSING_WORDS.match(lines[0]):
        return "signature"
    if last and last.kind == "copy_list":
        is_receiver = is_foot and len(lines) == 1 and may_be_receiver(lines[0], last.text)
        if is_receiver or all(is_copy_row(line) for line in lines):
            return "copy_list"
    if (
        last
        and last.kind == "signature"
        and CLOSING_WORDS.match(last.text.strip())
        and is_whole_name(lines[0])
    ):
        return "signature"
    if (
        is_sign_off(lines)
        or _has_signature(text)
        or ("/" in text and len(lines) <= 4 and _NAME_SLASHES.search(text))
    ):
        return "signature" if max(map(breadth, lines)) < 2 * WRITERS_LINE else "paragraph"
    if len(lines) == 1 and is_date_line(lines[0]):
        return "dateline"
    if is_foot and is_short:
        is_name = is_whole_name(lines[0]) or (is_in_capitals(lines[0]) and not read_marks(lines[0]).is_marked)
        return (
            "signature"
            if is_name and (last is None or last.kind not in ("copy_list", "dateline"))
            else "lines"
        )
    if (
        not is_foot
        and is_short
        and len(lines) <= 4
        and is_in_capitals(lines[0])
        and read_marks(text.replace("\n", " ")).number
    ):
        return "letterhead"  # of an enclosure
    return "lines" if len(lines) > 1 and is_short else "paragraph"


def _has_signature(text: str) -> bool:
    """Say whether a block has the words or the strokes of a signature; most have no sign of one at all."""
    may_have = "/" in text or "(-)" in text or "sign" in text.casefold()
    return may_have and bool(_SIGNATURE.search(text))


def is_sign_off(lines: list[str]) -> bool:
    """Say whether lines are names and a date under them, as a letter or report is signed."""
    if len(lines) < 2 or not is_date(lines[-1]):
        return False
    return is_list_of_names([part for line in lines[:-1] for part in names_of_signatories(line)])


def names_of_signatories(line: str) -> list[str]:
    """Split a line of signatures into its names."""
    parts = re.split(r",\s*(?:and\s+)?|\s+and\s+|;\s*", line.strip())
    return [part.strip() for part in parts if part.strip()]
