"""The main verb of an English sentence, found by what stands around a word, and the tense it is in.

There is no dictionary. A word is taken for a verb in the third person of the present where it ends in -s, stands
after a noun or a name, and takes an object or a clause; a few dozen verbs are known so well that a preposition may
follow them. A noun in the plural is followed by neither.
"""

from __future__ import annotations

import re
from enum import Enum
from itertools import pairwise
from typing import NamedTuple


class Tense(Enum):
    """What the main verb of a sentence says of its time: `STATE` is a verb such as “is” or “can”, in the present."""

    PRESENT = "present"
    STATE = "state"
    PAST = "past"


class MainVerb(NamedTuple):
    """A verb's tense; it is doubtful where the word may be a participle or a noun as well."""

    tense: Tense
    is_doubtful: bool


_TOKEN = re.compile(r"[^\W_]+(?:['’.\-][^\W_]+)*|[,;:()]")
_STATES = frozenset("is are has have can cannot will may must shall does do".split())
# "is told that …": the passive in which cataloguers put whoever only listens.
_TOLD = frozenset(
    "told asked informed instructed advised warned urged invited assured shown ordered requested".split()
)
_PASTS = frozenset(
    """was were had did could would should might said told asked went came gave took saw met held made spoke wrote
    replied thought began became found got knew left read rose sent stood understood brought heard kept led lay lost
    paid put showed shown fell spent sought broke chose drew drove ran sat sold taught threw won bore grew flew""".split()
)
# Forms of the past that are no participles.
_NO_PARTICIPLES = frozenset(
    "was were had did could would should might went came gave took saw spoke wrote began became knew rose drew drove".split()
)
_NOT_PASTS = frozenset(
    "need indeed speed seed feed hundred shed greed breed exceed proceed succeed weed embed".split()
)
_DETERMINERS = frozenset(
    """the a an this that these those his her its their our my your some any no each every all both several many few
    other another such one two three four five six seven eight nine ten eleven twelve first second third what which
    whose most more less further certain various""".split()
)
_PREPOSITIONS = frozenset(
    """of in on at to for from with by about into over under between among against through during since until after
    before within without toward towards upon across along behind beyond near per via as than and or but nor up out""".split()
)
_RELATIVES = frozenset("who which whose whom that where".split())
# What follows a verb and hardly ever a noun in the plural.
_OBJECTS = _DETERMINERS | frozenset(
    "whether how why when where not him them himself herself itself themselves it out up off away forward back aside".split()
)
# Verbs that cataloguers use, without their ending; a preposition or a comma may follow them.
_KNOWN = frozenset(
    """meet tell discuss express inform report describe note say agree request ask explain state review outline give
    speak talk thank urge criticize criticise complain argue summarize summarise detail propose warn offer acknowledge
    instruct recommend present announce answer appeal approve arrive assert assess assure attempt begin call claim
    comment communicate complain concern conclude confirm congratulate consider contain contrast convey cover decide
    declare decline demand deny describe differ disagree emphasize emphasise encourage enquire examine exchange focus
    forward give hear hope include indicate inquire insist invite learn list mention object offer oppose order plan
    point pledge praise promise provide question quarrel raise reaffirm reassure recall recount refer refuse regret
    reiterate reject relate relay remark remind reply resolve respond restate return reveal seek send share stress
    submit suggest support transmit try undertake visit voice welcome wish write set sum weigh defend doubt excuse blame
    compare press bring take go put turn find keep assign dismiss grant hint hold insist long look lament mock plead""".split()
)
_LEAD_INS = frozenset(
    """In At During After Following While On Upon Responding Regarding With For Despite Amid Before When As Because
    Although Since Having By Under From Writing Citing Noting""".split()
)
_LONGEST_LEAD_IN, _LONGEST_SUBJECT = 30, 40


def main_verb_of(sentence: str) -> MainVerb | None:
    """Return a sentence's first finite verb outside relative clauses, or None where none is found.

    A sentence may leave its subject out and begin with the verb: `Describes how the port was closed.`
    """
    words = _without_lead_in(_TOKEN.findall(sentence))[:_LONGEST_SUBJECT]
    if len(words) > 1 and _stem(words[0].lower()) in _KNOWN and _takes_object(words[1]):
        return MainVerb(Tense.PRESENT, is_doubtful=False)
    first_doubtful: MainVerb | None = None
    is_relative = False
    for place, (word, following) in enumerate(pairwise([*words, ","])):
        if not place or not word[0].islower():
            is_relative = is_relative and word != ","
        elif word in _RELATIVES:
            is_relative = True
        elif verb := _verb_at(words, place, following):
            if not is_relative and not verb.is_doubtful:
                return verb
            first_doubtful = first_doubtful or (None if is_relative else verb)
            is_relative = False
    return first_doubtful


def _without_lead_in(words: list[str]) -> list[str]:
    """Return the words without what stands before the subject: `During a visit to the port, …`."""
    if not words or words[0] not in _LEAD_INS or "," not in words[:_LONGEST_LEAD_IN]:
        return words
    return words[words.index(",") + 1 :]


def _verb_at(words: list[str], place: int, following: str) -> MainVerb | None:
    """Return the word in a place as a verb, if what stands around it lets it be a finite one."""
    word, before = words[place], words[place - 1]
    if word in _STATES:
        is_passive = word in ("is", "are") and following in _TOLD
        return MainVerb(Tense.PRESENT if is_passive else Tense.STATE, is_doubtful=False)
    if _is_past(word):
        is_attribute = before.lower() in _DETERMINERS or before.endswith("ly")
        is_sure = word in _NO_PARTICIPLES or _takes_object(following)
        return None if is_attribute and not is_sure else MainVerb(Tense.PAST, is_doubtful=not is_sure)
    is_second = before == "and" and _takes_object(following)  # "… and closes the theatre"
    if before.lower() in _DETERMINERS or (before in _PREPOSITIONS and not is_second):
        return None
    stem = _stem(word)
    may_be_noun = _names_a_people(before)
    if stem and (_takes_object(following) or (stem in _KNOWN and not may_be_noun)):
        return MainVerb(Tense.PRESENT, is_doubtful=False)
    if stem and before[0].isupper() and not may_be_noun and _is_plain_word(following):
        return MainVerb(Tense.PRESENT, is_doubtful=True)
    is_plural = before.endswith("s") or before == "people" or _are_coordinated(words, place)
    takes_anything = following in _OBJECTS | _PREPOSITIONS and word not in _DETERMINERS | _PREPOSITIONS
    if (word in _KNOWN and is_plural) or (_are_coordinated(words, place) and takes_anything):
        return MainVerb(Tense.PRESENT, is_doubtful=False)
    may_be_plural = "and" in words[1 : place - 1] and following in _OBJECTS | _PREPOSITIONS
    return MainVerb(Tense.PRESENT, is_doubtful=True) if word in _KNOWN and may_be_plural else None


def _is_past(word: str) -> bool:
    return word in _PASTS or (word.endswith("ed") and len(word) > 4 and word not in _NOT_PASTS)


def _is_plain_word(word: str) -> bool:
    """Say whether a word may be an object without an article: no verb, no preposition, no sign."""
    others = _PREPOSITIONS | _STATES | _RELATIVES
    return word.isalpha() and not _is_past(word) and word not in others


def _stem(word: str) -> str | None:
    """Return a verb without the ending of the third person, or None for a word without that ending."""
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is", "'s", "’s")):
        return None
    if word.endswith("ies"):
        return word[:-3] + "y"
    bare = word[:-1]
    return bare[:-1] if bare.endswith(("sse", "she", "che", "xe")) else bare


def _takes_object(following: str) -> bool:
    return following in _OBJECTS or following[:1].isupper() or following.endswith("ing")


def _names_a_people(word: str) -> bool:
    """Say whether a word is likely an adjective such as “Soviet”, after which `reports` is a noun."""
    return word.endswith(("ian", "ean", "ese", "ish")) or word in (
        "Soviet",
        "Czech",
        "French",
        "German",
        "Greek",
    )


def _are_coordinated(words: list[str], place: int) -> bool:
    """Say whether two names stand before a word: `Pavlov and Wang discuss`."""
    return words[place - 1][0].isupper() and "and" in words[:place]
