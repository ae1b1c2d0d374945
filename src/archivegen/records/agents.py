"""Names of persons and bodies: when two are the same, how they sort, whether there is enough of one for a page."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import filterfalse

# Names written family name first: a hyphenated given part, or two or three short parts whose first is one of these.
EAST_ASIAN_FAMILY_NAMES = frozenset(
    """Ahn An Bae Baek Bai Bak Bang Cai Cao Cha Chae Chai Chang Chen Cheng Chi Chiang Chien Chin Chiu Cho Choe Choi
    Chon Chong Chou Chu Chung Cui Dai Deng Ding Dong Du Eom Fan Fang Fei Feng Fu Gan Gang Gao Geng Gil Gim Gong Gu
    Guan Guo Gwak Gwon Ha Ham Han Hao He Heo Ho Hong Hou Hsiao Hsieh Hsu Hu Hua Huang Hwang Hyeon Hyon Hyun Im Jang
    Jeon Jeong Ji Jia Jiang Jin Jing Jo Joo Ju Jung Kang Kao Ke Kim Ko Kong Kou Ku Kuang Kuo Kwak Kwon Lai Lan Lee
    Lei Leng Li Lian Liang Liao Lim Lin Ling Liu Lo Lou Lu Luan Luo Ma Mao Mei Meng Miao Min Mo Mou Mu Mun Myong
    Myung Nam Nie Ning Niu No Noh O Oh Om Ou Ouyang Pae Paek Pak Pan Pang Park Pei Peng Pi Pyo Qi Qian Qiao Qin Qiu
    Qu Quan Rao Ren Rhee Ri Rim Ro Roh Ruan Ryang Ryom Ryu Sa Seo Shan Shang Shao Shen Shi Shin Shu Sim Sima Sin So
    Sok Son Song Su Suh Sun Tae Tan Tang Tao Teng Tian Tong Tsai Tsao Tseng Tsoi Tung U Wan Wang Wei Wen Weng Won
    Woo Wu Xi Xia Xiang Xiao Xie Xin Xing Xiong Xu Xue Yan Yang Yao Ye Yeom Yeon Yi Yim Yin Yom Yong Yoo Yoon You Yu
    Yuan Yue Yun Zang Zeng Zha Zhai Zhan Zhang Zhao Zhen Zheng Zhong Zhou Zhu Zhuang Zhuo Zong Zou Zuo""".split()
)
# So are Vietnamese names; catalogues file them under the first word.
VIETNAMESE_FAMILY_NAMES = frozenset(
    """bach bui cao chu dang dao dinh do doan duong giap ha ho hoang huynh khuat khuong kieu la lam le
    luong luu ly mac mai nghiem ngo nguyen ong pham phan phung quach ta tang thach thai tieu to ton tran
    trieu trinh truong tu vo vu vuong""".split()
)
_VIETNAMESE_SYLLABLE = re.compile(
    r"^(?:ngh?|nh|ch|gi|gh|kh|ph|th|tr|qu|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|nh|ng|[cmnpt])?$"
)

# A body whose name says only what it is to a larger body that is not named (ISAAR(CPF) 5.1.2 wants the whole name).
_RELATIVE_BODY = re.compile(
    r"^(?:Central Committee|Politburo|Presidium|Secretariat|Standing Committee|General Department|Council of "
    r"Ministers|Foreign Ministry|Ministry of [\w ]+|[\w ]*\b(?:Bureau|Department|Section|Division|Committee|Office))$"
)
_WITHOUT_APOSTROPHES = str.maketrans(dict.fromkeys("'’ʼʻ‘`", ""))
_SPACES = re.compile(r"\s+")
_WITHOUT_JOINTS = str.maketrans(dict.fromkeys("-‐‑’ʼʻ'.", ""))
# One or two syllables of a Korean or Chinese given name, in any romanisation, hyphenated or not.
_SYLLABLE = r"(?:[bdfghjklmnprstwxyzkcq]|ch|sh|zh|ts|hs|kk|tt|pp|ss|jj)?['’ʼ]?[wy]?[aeiou]{1,3}(?:ng|n|k|l|m|p|t|r|g|b|d|h)?"
_EAST_ASIAN_GIVEN = re.compile(rf"^{_SYLLABLE}(?:-?{_SYLLABLE})?$")


# Letters that are no letter with a mark, as they are written without them; apostrophes are dropped.
SPELT_OUT = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
    | dict.fromkeys("'’‘ʼʻ`", "")
)


@lru_cache(maxsize=16384)
def name_key(name: str) -> str:
    """Return what is compared to tell whether two spellings are one: without case, marks, hyphens and apostrophes.

    The given part of an East Asian name is one word however it is divided: `Il Sung`, `Il-sung` and `Ilsung` are one,
    while Chen Gang and Cheng Ang are two.
    """
    words = folded(name).split()
    if not (name.isascii() and name.replace(" ", "").isalpha()):
        words = [part.translate(_WITHOUT_JOINTS) for part in words]
    if is_family_name_first(name):
        words = [words[0], "".join(words[1:])]
    return " ".join([word for word in words if word])


@lru_cache(maxsize=8192)
def folded(name: str) -> str:
    """Return a name in small letters without marks and apostrophes, as somebody may type it."""
    small = name.casefold()
    # A table of letters is slow where it has nothing to do.
    if small.isascii():
        return small.replace("'", "").replace("`", "")
    small = small.translate(SPELT_OUT)
    if small.isascii():
        return small
    return "".join(filterfalse(unicodedata.combining, unicodedata.normalize("NFKD", small)))


@lru_cache(maxsize=4096)
def is_family_name_first(name: str) -> bool:
    """Say whether a personal name is written family name first, as East Asian and Vietnamese names are."""
    return is_east_asian_name(name) or _is_vietnamese_name(name)


@lru_cache(maxsize=4096)
def is_east_asian_name(name: str) -> bool:
    """Say whether words are a Chinese or Korean name: a family name and one or two short given ones."""
    parts = name.split()
    if not 2 <= len(parts) <= 3:
        return False
    family = parts[0]
    if not (family.isascii() and family.isalpha()):
        family = family.translate(_WITHOUT_APOSTROPHES)
    if family not in EAST_ASIAN_FAMILY_NAMES:
        return False
    return all(_EAST_ASIAN_GIVEN.match(folded(part)) for part in parts[1:])


def _is_vietnamese_name(name: str) -> bool:
    family, *given = folded(name).split() or [""]
    is_family = family in VIETNAMESE_FAMILY_NAMES and 0 < len(given) < 4
    return is_family and all(map(_VIETNAMESE_SYLLABLE.match, given))


def sort_name(name: str, kind: str = "person") -> str:
    """Return the name as it files in an A–Z: `Pak, Geum-cheol`, `Puzanov, A. M.`; bodies file as they stand."""
    parts = name.split()
    if kind != "person" or len(parts) < 2:
        return name
    if is_family_name_first(name):
        return f"{parts[0]}, {' '.join(parts[1:])}"
    return f"{parts[-1]}, {' '.join(parts[:-1])}"


def filed_name(name: str, kind: str = "person") -> str:
    """Return the name as an index prints it: like its sort name, but East Asian names without a comma."""
    return name if is_family_name_first(name) else sort_name(name, kind)


def is_enough_for_a_page(name: str, kind: str) -> bool:
    """Say whether a name identifies somebody: not a surname alone, nor a body known only by its rank."""
    words = _SPACES.split(name.strip())
    if kind == "body":
        return not _RELATIVE_BODY.match(name)
    return len(words) > 1
