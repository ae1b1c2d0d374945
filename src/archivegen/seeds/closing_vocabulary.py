"""Words for closing a document, for opening it, and for redacting words of it, in English and in other languages.

To teach the program another such word, add it here.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

from archivegen.records.agents import folded

Meaning = Literal["redact", "access", "embargo", "closed", "open", "opened"]

# English words, which are known though they are misspelt.
_WORDS: dict[Meaning, str] = {
    "redact": "redact redacted redacting redaction redactions censor censored anonymise anonymised anonymize "
    "anonymized",
    "access": "access",
    "embargo": "embargo embargoed embargoes until",
    "closed": "restrict restricted restriction restrictions close closed closure confidential secret private sensitive hide "
    "hidden conceal concealed withhold withheld unpublished unlisted draft nobody sealed locked classified",
    "open": "open opens public publish publishes visible visibility available show release",
    "opened": "opened published publication shown released",
}
# How such words begin in other languages; a word that ends in a dot is whole.
_BEGINNINGS: dict[Meaning, str] = {
    "redact": """anonymis anonymiz anonimi. anonimis anonimiz geschwärzt schwärzen. schwärzung unkenntlich caviard occulter.
        occultation. masquer. masqué tachado. tachar. oscurat oscurare. zaczern začern анонимиз анонімі обезлич вымар знеособ
        匿名化 隐去 涂黑 墨消し 黒塗り 익명화""",
    "access": """zugang. zugänge. zugänglich zugangsb zugangsr zugangss zugriff benutzbar benutzungsb einsehbar einsicht.
        einsichtnahme nutzungsb accès. accessib communicab consultab acceso. accesos. accesib accesso. accessi. acesso
        acessib toegang raadpleegbaar åtkomst tillgänglig tillgång. adgang tilgang. tilgangs tilgængelig tilgjengelig
        saatavuus käyttöoikeus käyttörajoitus dostęp udostępni přístup prístup доступ достъп hozzáfér acces. erişim
        πρόσβαση وصول גישה 访问 查阅 閱覽 アクセス 閲覧 접근 열람""",
    "embargo": "sperrfrist schutzfrist embarg эмбарго ембарго 封存期 保密期 公開猶予 엠바고",
    "closed": """gesperrt sperre. sperren. sperrung sperrvermerk geschlossen verschlossen vertraulich geheim. geheimhaltung
        unveröffentlicht eingeschränkt beschränkt beschränkung einschränkung verborgen versteckt entwurf.
        privat. zurückgehalten restreint restriction fermé. fermée. confidentiel secrète. privé. privée. caché. cachée.
        brouillon. restringid restricci cerrado. cerrada. confidenci secreto. secreta. reservad privado. privada. borrador.
        oculto. oculta. riservat ristrett chiuso. chiusa. segreto. segreta. bozza. nascosto. nascosta. restrit restriç
        fechado. fechada. sigilos sigilo. rascunho. beperkt beperking gesloten. vertrouwelijk sekretess sluten. begränsad
        begrænset begrenset hemlig. hemligt. utkast. konfidentiell fortrolig lukket. lukkt. salainen. suljettu. rajoitettu.
        luonnos. zastrzeżon ograniczon ograniczeni zamknięt poufn tajn. tajne. tajny. niejawn utajnion omezen uzavřen důvěrn
        tajné. tajný. neveřejn utajen закрыт ограничен секретн секрет. конфиденц скрыт. скрыть. черновик. закрит обмежен
        таємн конфіденц прихован чернетка. zárt. korlátozott titkos bizalmas închis restricționat confidențial kapalı. gizli.
        kısıtlı taslak. κλειστ περιορισμ εμπιστευτικ απόρρητ 保密 限制 受限 封闭 封閉 关闭 不公开 不公開 非公开 非公開 未公开
        未公開 機密 机密 秘密 草稿 部外秘 下書き 비공개 제한 비밀 기밀 초안""",
    "open": """offen. öffentlich veröffentlichen. freigabe. freigeben. publizieren. sichtbar sichtbarkeit. anzeigen. ouvert.
        ouverte. publique. publier. diffuser. diffusion. divulguer. afficher. abierto. abierta. público. pública. publicar.
        divulgar. aperto. aperta. pubblico. pubblica. pubblicare. diffondere. divulgare. aberto. aberta. openbaar. publiceren.
        offentlig publicera. publisere. publicere. öppen. åpen. åben. julkinen. publiczn jawn. jawne. jawny. otwart
        publikować. publikuj. udostępniać. veřejn otevřen zveřejnit. zveřejňovat. publikovat. открыт. открыто. открытый.
        публиковать. публикуется. общедоступн відкрит публікувати. nyilvános publica. açık. yayınla δημόσι 公开 公開
        发布 發布 공개""",
    "opened": """veröffentlicht. veröffentlichung. freigegeben. publiziert. publié. publiée. publicado. publicada.
        publicación. pubblicato. pubblicata. pubblicazione. publicação. gepubliceerd publicerad opublikowan publikacj
        publikován opublikowano. опубликован публикация. публикации. опубліков печати. друку.""",
}  # fmt: skip
# Near to one of these words, and without its meaning.
_OTHERS = frozenset(
    """accession accessions accessioned accessed acres actress drafted drafter enclosure enclosures publisher reaction
    reactions redaktion reduction reductions rédaction relation relations retraction primate united
    seated scaled looked locker located""".split()
)


def _folded_words(text: str) -> frozenset[str]:
    return frozenset(folded(word) for word in text.split())


NO = _folded_words(
    "no not none never don't false off without nein nicht kein keine non pas ne não nie nej ej inte ikke ikkje ei niet geen не нет "
    "ні немає nem nu hayır değil όχι μη 否 不 无 無 いいえ 아니오"
)
# What stands behind “publish:” and is more than a “no”.
FORBIDDEN = _folded_words(
    "forbidden prohibited interdit interdite verboten prohibido prohibida vietato proibido запрещено zabronione 不可"
)
YES = _folded_words("yes true on ja oui sí sim si tak ano áno igen da да так kyllä evet ναι 是 はい 예")
UNTIL = _folded_words(
    "until untill till til bis jusque jusqu hasta fino até tot tills kunnes până до sampai μέχρι έως 至 まで 까지"
)
ONLY = _folded_words(
    "only nobody nur niemand seulement uniquement personne solo sólo nadie soltanto nessuno somente ninguém alleen "
    "endast ingen kun bare vain tylko nikt jen nikdo только никто лише ніхто csak senki doar nimeni"
)
# How words begin by which papers themselves are classed; nobody closes a page with them.
SECRECY = tuple(
    folded(word)
    for word in """secret confidential private classified sensitive privat vertraulich geheim confident confid secr segret
    reservad riservat sigil vertrouwelijk hemlig fortrolig konfident poufn tajn důvěrn секрет конфиденц конфіденц таємн titkos
    bizalmas gizli εμπιστευτικ απόρρητ 机密 機密 秘密 部外秘 비밀 기밀""".split()
)  # fmt: skip
# Behind a “not” these tell somebody what to do; “not for publication” is what stands on papers.
COMMANDS = _folded_words(
    "publish release show upload veröffentlichen freigeben publizieren publier diffuser divulguer publicar divulgar pubblicare "
    "diffondere publiceren publicera publicere publisere publikować udostępniać zveřejňovat zveřejnit публиковать публікувати"
)

_MEANING_OF: dict[str, Meaning] = {
    word: meaning for meaning, words in _WORDS.items() for word in words.split()
}
_BY_FIRST_LETTER = {
    letter: tuple(word for word in _MEANING_OF if word[0] == letter)
    for letter in {word[0] for word in _MEANING_OF}
}
_MEANING_OF_OTHER: dict[str, Meaning] = {
    folded(word): meaning for meaning, words in _BEGINNINGS.items() for word in words.split()
}


@lru_cache(maxsize=4096)
def meaning_of(word: str) -> Meaning | None:
    """Return what a word in small letters may be about, however it is spelt; None where it closes and redacts nothing."""
    if word in _OTHERS:
        return None
    if word in _MEANING_OF:
        return _MEANING_OF[word]
    plain = folded(word)
    beginnings = (plain[:end] for end in range(len(plain), 0, -1))
    whole = _MEANING_OF_OTHER.get(f"{plain}.")
    other = whole or next((found for each in beginnings if (found := _MEANING_OF_OTHER.get(each))), None)
    if other:
        return other
    # A misspelt word begins as it should: few have to be compared with all.
    is_near_one = nearest(word, _BY_FIRST_LETTER.get(word[:1], ()), 0.82)
    if not is_near_one and not (word[:1] == "a" and nearest(word, ("access",), 0.7)):
        return None
    near = nearest(word, _MEANING_OF, 0.82) or nearest(word, ("access",), 0.7)
    return _MEANING_OF.get(near[0]) if near and near[0][0] == word[0] else None


def nearest(word: str, known: Iterable[str], cutoff: float) -> list[str]:
    """Return the known word that is nearest to a word, in a list; an empty one where none is near."""
    # Words that are much longer or shorter are never so near; most are.
    length = len(word)
    like = [each for each in known if 2.0 * min(length, len(each)) / (length + len(each)) >= cutoff]
    return difflib.get_close_matches(word, like, n=1, cutoff=cutoff) if like else []
