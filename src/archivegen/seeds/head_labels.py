"""The labels that stand in the head of a document itself, and what each says there.

They are the document's own and mean something else than a catalogue's: its `Translator` interpreted at the meeting and
did not translate the text, the `Recipient` of a visitor is his host, `Contents` is the subject.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from archivegen.seeds.alphabet import in_small_letters
from archivegen.seeds.signs import has_any
from archivegen.seeds.vocabulary import alternatives_in_any_case


@dataclass(frozen=True, slots=True)
class HeadLabel:
    """What stands under a label: the field, and the role, kind of date or office that the label gives its value."""

    field: str
    what: str | None = None
    office: str | None = None


def _labels(words: str, label: HeadLabel) -> dict[str, HeadLabel]:
    return dict.fromkeys(words.split("|"), label)


_NOTHING = HeadLabel("")
# The labels of other languages; those of one or two letters are more often speakers.
_FOREIGN_LABELS: dict[str, HeadLabel] = {
    **_labels("von|absender|verfasser|expéditeur|de la part de|remitente|remetente|mittente|autor|feladó|nadawca|odesílatel|expeditor|отправитель", HeadLabel("creators")),
    **_labels("an|empfänger|destinataire|destinatario|destinatário|adresat|adresát|címzett|destinatar|para|кому|adressat|kính gửi|do wiadomości", HeadLabel("recipients")),
    **_labels("datum|fecha|dátum|дата", HeadLabel("dates", "created")),
    **_labels("betreff|betr|betrifft|gegenstand|objet|asunto|assunto|oggetto|dotyczy|temat|sprawa|věc|tárgy|subiect|predmet|тема|ärende|emne|onderwerp|betreft", HeadLabel("subject")),
    **_labels("teilnehmer|anwesend|anwesende|es waren anwesend|présents|étaient présents|asistentes|participantes|presentes|partecipanti|presenti|obecni|uczestnicy|přítomni|jelen vannak|jelen voltak|prezenți|prezenţi|participanți|prisutni|участники|присутствовали|присутствуют|prisustvovali|të pranishëm|pjesëmarrës", HeadLabel("participants", "participant")),
    **_labels("dolmetscher|interprète|intérprete|interprete|tłumacz|tlumočník|tolmács|translator|переводчик|переводил", HeadLabel("participants", "interpreter")),
    **_labels("protokollführer|protokoll|protokollant|niederschrift|secrétaire de séance|rédigé par|protokolant|protokołował|zapsal|zapisał|jegyzőkönyvvezető|feljegyezte|записал|вёл протокол|zapisao", HeadLabel("participants", "recorder")),
    **_labels("unser zeichen|unsere zeichen|unser az|aktenzeichen|geschäftszeichen|geschäftszahl|geschäftsnummer|az|gz|zl|zeichen|tgb.-nr|tgb. nr|tgb.nr|tagebuchnummer|tagebuch-nr|journalnummer|journal-nr|aktennummer|akten-nr|reg.-nr|registriernummer|registraturnummer|"
        "notre référence|nos références|notre réf|nos réf|n/réf|n/ref|n. réf|n/référence|réf|référence|références|nuestra referencia|n/referencia|referencia|expediente|expte|nossa referência|n/refª|referência|processo|proc|nostro riferimento|ns. rif|n. rif|rif|riferimento|protocollo|prot|prot. n|protocollo n|n. prot|"
        "l.dz|l. dz|ldz|liczba dziennika|znak|znak sprawy|zn|zn. spr|nr sprawy|č.j|č. j|čj|čís. j|čís.j|čís. jedn|číslo jednací|č|značka|naše značka|ikt. sz|ikt.sz|iktsz|iktatószám|ügyiratszám|hivatkozási szám|nr. înreg|nr. de înregistrare|nr. prot|nr. i protokollit|"
        "ons kenmerk|kenmerk|vår ref|vår referens|vår beteckning|vores ref|dnr|diarienummer|diarienr|j.nr|jnr|j. nr|journalnr|del. br|str. pov. br|pov. br|urbroj|ur. broj|αρ. πρωτ|αριθ. πρωτ|sayı", HeadLabel("registrations", "reference")),
    **_labels("ishod|iskh|iskhod|исх|исходящий|isch|ausgang", HeadLabel("registrations", "outgoing")),
    **_labels("vkhod|vkh|vhod|вх|входящий|eingang", HeadLabel("registrations", "incoming")),
    **_labels("nro|núm|numéro|número|numero|numer|číslo|szám|număr|numri|broj|br|номер|số|n.º", HeadLabel("registrations", "reference")),
    **_labels("ort|lieu|lugar|local|luogo|miejsce|místo|hely|locul|место|anlage|anlagen|annexe|annexes|anexo|anexos|allegato|allegati|załącznik|załączniki|příloha|melléklet|anexă|приложение|ihr zeichen|ihre zeichen|votre référence|v/réf|su referencia|sua referência|vostro riferimento|vs. rif|uw kenmerk|er ref|deres ref|vaše značka|your reference|your ref|your no", _NOTHING),
}  # fmt: skip
LABELS: dict[str, HeadLabel] = {
    **_labels("from|sender|author|authors|submitted by|drafted by|prepared by|written by|reported by|compiled by", HeadLabel("creators")),
    **_labels("memorandum for|memo for|note for|to|addressee|addressed to|forward to|already forwarded to|forwarded to|sent to", HeadLabel("recipients")),
    **_labels("date|dated", HeadLabel("dates", "created")),
    **_labels("time|date and time|time and date|date of the conversation|date of the meeting|date of conversation|held on", HeadLabel("dates", "event")),
    **_labels("dispatched|despatched|handed in|sent|date sent|date of dispatch", HeadLabel("dates", "sent")),
    **_labels("received here|received at|received|rec'd|rec’d|recd|arrived|date received", HeadLabel("dates", "received")),
    **_labels("subject|re|contents|content|index|topic|concerning", HeadLabel("subject")),
    **_labels("interviewer|interviewers|interviewee|interviewees|participants|persons present|members|members present|present|were present|present were|present at the meeting|present at the conversation|in the conversation took part|those taking part|attendance|those present|the following took part in the conversation|the following were present|participated|participating|took part", HeadLabel("participants", "participant")),
    **_labels("visitor|visitors|guest|guests|host|hosts|recipient", HeadLabel("participants", "participant")),
    **_labels("attendees", HeadLabel("participants", "attendee")),
    **_labels("attended by|candidate members|alternate members|other attendees|taking part|also present|also in attendance|also taking part|accompanying|also attending|others present|in attendance|invited|also invited|accompanied by", HeadLabel("participants", "attendee")),
    **_labels("interpreter|interpreters|interpreted by|translator|translators|interpreting", HeadLabel("participants", "interpreter")),
    **_labels("recorder|recorders|recorded by|written down by|taken down by|noted down by|minutes by|notes by|clerk|record|stenographed by|transcribed by|protocol by|note-taker|note taker|notetaker|notes taken by|minutes taken by|minutes kept by|record kept by|stenographer|keeper of the minutes", HeadLabel("participants", "recorder")),
    **_labels("chairman|chaired by|presiding|in the chair", HeadLabel("participants", "participant", "Chairman")),
    **_labels("classification", HeadLabel("classification")),
    **_labels("urgency|priority|precedence|level|degree of urgency", HeadLabel("urgency")),
    **_FOREIGN_LABELS,
    **_labels("control|control no|control number|reference|our reference|our ref|ref|our no|our file|reference no|reference number|our reference no|our ref. no|ref. no|ref no|registry no|in reply please quote|please quote|memo no|letter no|serial no", HeadLabel("registrations", "reference")),
    **_labels("no|number|nr|registration no|telegram no|reg. no", HeadLabel("registrations")),
    **_labels("|".join(f"{who} present" for who in ("councillors", "aldermen", "delegates", "deputies", "directors", "trustees", "representatives", "shareholders")), HeadLabel("participants", "participant")),
    **_labels("prefix|words|office stamp|date stamp|office of origin|charge|charges|excused|absent|apologies|absent with excuse|not present|agency|originator|record number|agency file number|file number|document type|pages|title|comments|restrictions|current status|date of last review|opening criteria|place|location|venue|typed by|typed|typist|deciphered by|decoded by|processed|issued|enclosure|enclosures|file|country|code|language|duration|occasion", _NOTHING),
    **_labels("cc|copies to|copy to|copies sent to", HeadLabel("copies")),
    **_labels("|".join(f"the following{who} {did}" for who in ("", " comrades", " persons", " members") for did in ("took part", "were present", "participated", "attended")), HeadLabel("participants", "participant")),
    **_labels("|".join(f"the following{who} were{also} invited" for who in ("", " comrades", " persons") for also in ("", " also")), HeadLabel("participants", "attendee")),
    **_labels("the following were also present|the following also attended|there were present|were also present", HeadLabel("participants", "attendee")),
}  # fmt: skip
_BY_SMALL_LETTERS = {in_small_letters(words): label for words, label in LABELS.items()}
_WORDS = alternatives_in_any_case(LABELS).replace(r"\ ", r"\s+")
_LABEL = re.compile(
    rf"^\s*(?:(?P<label>{_WORDS})\.?\s*(?::|(?=\t)|(?<=\sby)\s(?=(?-i:[^\W\d_a-z])))|(?P<kept>kept by):|(?P<entered>Came into the [\w ]{{3,40}}):|"
    rf"(?P<side>(?:(?:on|from)\s+(?:the\s+)?)?[^\W\d_][\w-]+\s+(?:side|attendees|participants|delegation)|participants\s+in\s+the\s+\w+|participants\s+(?:from|on)\s+(?:our|their|the\s+[\w-]+)\s+side|(?:attending|present|taking\s+part|participating|in\s+attendance)\s+(?:from|for|on)\s+[^:]{{3,50}}|"
    rf"on\s+(?:the\s+[\w-]+|our|their)\s+side\s+(?:there\s+)?(?:took\s+part|were\s+present|participated|attended))\s*:|"
    rf"(?P<bare>(?-i:(?:ALSO |OTHERS |MEMBERS )?PRESENT|PARTICIPANTS|(?:IN )?ATTENDANCE|ATTENDEES|ABSENT|EXCUSED|Attendance|Attendees|Present|Those present|Members present|Participants|Absent|Excused))(?=\s*$)|"
    rf"(?P<item>(?:(?:also\s+)?present\s+)?(?:for|at|on|under)\s+(?:agenda\s+)?(?:items?|points?)\s+(?:\d[\d ,and-]*|[ivx]+)):)"
    rf"\s*(?P<value>.*)$",
    re.IGNORECASE,
)
_HEADINGS_OF_LISTS = frozenset(
    (
        "Attendance",
        "Attendees",
        "Present",
        "Those present",
        "Members present",
        "Participants",
        "Absent",
        "Excused",
    )
)
# One of them stands in every line with a label that is not in capitals.
_SIGNS_OF_LABEL = (":", "\t", " by ", " By ", " BY ")
_SIDE = HeadLabel("participants", "participant")
_FOR_AN_ITEM = HeadLabel("participants", "attendee")
# Without a colon a journal is "kept by" its writer.
_KEPT = HeadLabel("participants", "recorder")
_ENTERED = HeadLabel("dates", "received")


_LABEL_INSIDE = re.compile(rf"(?<=[\w.,;)])\s+(?=(?:{_WORDS})\s*:\s)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class LabelledLine:
    """A line that begins with a label: what the label says, its words in small letters, and the value behind it."""

    label: HeadLabel
    words: str
    value: str


@lru_cache(maxsize=1024)
def read_label(line: str) -> LabelledLine | None:
    """Return the label and value of a line, or None; the value is empty where it stands on the next line."""
    may_be_label = has_any(_SIGNS_OF_LABEL, line) or line.isupper() or line.strip() in _HEADINGS_OF_LISTS
    match = _LABEL.match(line) if may_be_label else None
    if match is None:
        return None
    if match["entered"]:
        return LabelledLine(_ENTERED, match["entered"].casefold(), match["value"].rstrip())
    if match["kept"]:
        return LabelledLine(_KEPT, "kept by", match["value"].rstrip())
    if match["side"]:
        return LabelledLine(_SIDE, "side", match["value"].rstrip())
    if match["item"]:
        return LabelledLine(_FOR_AN_ITEM, "item", match["value"].rstrip())
    words = " ".join(in_small_letters(match["label"] or match["bare"]).split())
    return LabelledLine(_BY_SMALL_LETTERS[words], words, match["value"].rstrip())


def labels_on(line: str) -> list[str]:
    """Return the parts of a line that begins with a label, each of them a label with its value.

    `Time: 9 a.m. Place: Guesthouse` has two; a word in small letters is no label inside a line.
    """
    label = read_label(line)
    if label is None or ":" not in label.value:
        return [line]
    starts = [match.end() for match in _LABEL_INSIDE.finditer(line) if line[match.end()].isupper()]
    return [line[start:end].strip() for start, end in pairwise([0, *starts, len(line)])]
