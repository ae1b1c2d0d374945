"""The words around names by which rules tell persons from things and places. To teach a rule a new word, add it here."""

from __future__ import annotations

# What stands directly before a thing, not a person, that is called by a name; and behind what is called after one.
THINGS_BEFORE = frozenset(
    """a an the ship steamer steamship vessel trawler tug tugboat barge cruiser destroyer liner tanker freighter boat schooner
    submarine yacht motorship newspaper paper magazine daily weekly film play novel opera ballet song hotel cinema theatre
    theater firm company battalion regiment barque brig frigate sloop packet corvette ketch lugger galley locomotive
    aircraft bark brigantine clipper whaler cutter smack steamboat gunboat lightship pinnace ferry dredger icebreaker""".split()
)
THINGS_BEHIND = frozenset(
    """works factory factories brigade street streets square university institute school schools division cooperative
    cooperatives farm farms plant plants mill mills hospital club prize foundation dam mine mines stadium theatre theater
    museum library company shipyard canal bridge collective kolkhoz sovkhoz barracks airport station harbour harbor port
    ports river province district county""".split()
)
# What only persons do: they speak, and they act.
SPEECH = frozenset(
    """said say says told tell tells asked ask asks replied reply replies answered answers added adds noted notes remarked
    remarks stated states declared declares explained explains reported reports writes wrote complained complains thanked
    thanks promised promises proposed proposes suggested suggests agreed agrees admitted admits believe believes believed
    think thinks thought feared fears offered expressed emphasized emphasised stressed claimed claims denied denies
    insisted insists informed inquired enquired invited spoke speaks recalled recalls observed objected warned warns
    laughed smiled joked nodded apologized apologised regretted regrets wondered confirmed mentioned mentions interpreted
    argued argues conceded boasted shouted whispered wished wishes knew knows undertook""".split()
)
ACTS = SPEECH | frozenset(
    """who whom whose came went left arrived returned received visited met called took gave sent brought served worked
    works lives lived died signed drove travelled traveled led began wants wanted refused refuses understood learned learnt
    heard saw judges holds held counted proved""".split()
)
# What may stand between a person and what the person does.
BETWEEN = frozenset(
    "has had have also then again now himself herself later never once further finally will would".split()
)
ENDS_OF_SURNAMES = (
    "escu", "eanu", "enko", "shvili", "idze", "adze", "wicz", "witz", "vich", "vić", "vič", "sky", "ski", "skii", "skiy",
    "ský", "skaya", "ska", "oğlu", "oglu", "sson", "poulos", "akis", "idis", "nikov", "anov", "enov", "yan", "ffy", "czyk",
    "chuk", "ović", "ević", "ovic", "evic",
)  # fmt: skip
