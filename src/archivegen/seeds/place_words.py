"""The words around names by which rules tell places from persons. To teach a rule a new word, add it here."""

from __future__ import annotations

# Words that say of the name behind them what place it is: `the river Maros`, `the town of Hamhung`.
NOUNS = frozenset(
    """town city village hamlet river port island lake province district county prefecture region oblast settlement station harbour
    harbor canal valley mountain peninsula bay cape monastery commune parish borough suburb municipality oasis reservoir
    towns cities villages rivers ports islands lakes provinces districts counties stations mountains valleys
    ville village rivière fleuve île bourg cidade vila aldeia rio ilha ciudad pueblo río isla città fiume
    село деревня город река посёлок поселок станция порт остров озеро станица г. с. д.""".split()
)
# With `of` between; what only parts, people and directions of places have comes to the nouns.
NOUNS_OF = NOUNS | frozenset(
    """outskirts suburbs vicinity neighbourhood neighborhood streets centre center north south east west northeast northwest
    southeast southwest north-east north-west south-east south-west upstream downstream inhabitants residents citizens mayor
    siege bombardment capture liberation occupation evacuation fall battle banks mouth quays docks roadstead gates
    direction shores bank quay way large merchants weavers dockers fishermen miners peasants townspeople townsfolk shipyard shipyards yard yards""".split()
)
# With a capital and "of" these are themselves the beginning of a name: the Bay of Biscay.
PARTS_OF_NAMES = frozenset("Bay Gulf Isle Isles Cape Strait Straits Sea Port".split())
# Behind these stand places, and hardly ever persons; behind the weak ones persons too.
STRONG_PREPOSITIONS = frozenset("in at near into throughout around outside".split())
WEAK_PREPOSITIONS = frozenset(
    "to from between via through toward towards below above beyond across behind off for reach reaches reached reaching visited".split()
)
# A place has no preposition behind these; behind the first four stand places more than persons.
TO_REACH = frozenset("reach reaches reached reaching visited".split())
# Behind these and behind prepositions a known city is the place that is meant, and no person of that name.
TO_CITIES = frozenset(
    """to from via through toward towards beyond across past reach visit visits visiting left leave leaves leaving enter entered
    entering""".split()
)
BEFORE_CITIES = STRONG_PREPOSITIONS | TO_CITIES | TO_REACH
# In other languages: prepositions of place that are nothing else, or nearly so.
FOREIGN_PREPOSITIONS = {
    "fr": frozenset("à vers pour".split()),
    "es": frozenset("en desde hacia".split()),
    "pt": frozenset("em desde".split()),
    "it": frozenset("a".split()),
}
OF = frozenset("of de di da do".split())
# Rivers and coasts have an article behind these.
ALONG = frozenset("along across down up".split())
# To whom one gives, says and writes is a person or an office; so is from whom one hears and receives.
GIVES = frozenset(
    """said say says saying told tell spoke speak speaking spoken talked talk replied reply answered answer explained explain
    gave give given gives giving handed hand handing showed show shown wrote write written writing writes read reads belong belongs belonged
    according listened listen introduced known married sold lent addressed address thanks thank grateful loyal letter letters note notes
    telegram telegrams cable cables message messages word greetings reply replies answer question request regards wishes
    due remarked repeated complained admitted confessed confided apologized apologised appealed appeal proposed suggested offered
    offer promised promise presented present devoted related similar compared contrary opposed entrusted attributed name names
    described describe subordinate responsible reported love kiss kisses compliments respects remembrances""".split()
)
RECEIVED = frozenset(
    """letter letters note notes telegram telegrams cable cables message messages word greetings reply replies answer answers question questions
    request requests regards wishes invitation gift gifts order orders instruction instructions permission""".split()
)
RECEIVES = frozenset(
    "heard hear hears learned learnt learn received receive obtained obtain borrowed bought demanded asked differs different".split()
)
# What moves, moves to a place, whatever was said before.
MOVES = frozenset(
    """go goes going went gone come comes came coming return returns returned returning travel travels travelled traveled trip trips
    journey journeys visit visits fly flew flown flight drive drove driven sail sailed march marched marches ride rode ridden walk walked
    move moved moves run runs way road roads route line railway track canal train ship ships shipped lorry bus send sent sending
    bring brought carry carried take took taken transfer transferred transported evacuated fled flee escaped deported exiled arrived
    landed leave leaves left lead leads led proceed proceeded headed hurried back up down far moving travelling traveling""".split()
)
# What has two sides, so that `between` has no places behind it.
OF_SIDES = frozenset(
    """conversation conversations talk talks meeting meetings agreement agreements treaty relations contacts correspondence quarrel
    quarrels dispute disputes difference differences friendship exchange letters negotiations disagreement disagreements match contract
    marriage feud rivalry conflict war peace discussion discussions""".split()
)
# At whom one laughs and in whom one trusts is a person; in what one reads, a paper.
AT_SOMEBODY = {
    "at": frozenset(
        "laughed looked shouted smiled glanced stared surprised angry amazed directed pointed aimed shot threw".split()
    ),
    "in": frozenset(
        """interested trust trusted confidence believe believed believes faith confided article articles read report reports wrote""".split()
    ),
}
# What papers report.
PAPERS_SUBJECTS = frozenset("it as he she they which this that news story speech letter".split())
TO_GO = frozenset(
    """left leave leaves leaving departed sailed bound train ship set off start started headed tickets departure departures voyage partir repartir
    parti partit repartit part repart partira""".split()
)
# Words with capitals that names of places begin with.
BEGINNINGS = frozenset(
    "New Port Fort St. Saint Upper Lower Mount Cape La Le El Los Las Thai Great Little".split()
)
