"""Small archives whose documents have versions: a Korean letter with its translation, a Persian one, a scan."""

from pathlib import Path

KOREAN = """\
항구 위원회에 보내는 편지

측량사는 지난 가을에 부두를 두 번 살펴보았고, 두 번째 기중기를 놓을 수 없다고 말하였습니다.

위원회는 아직 돈을 내지 않았으며 배들은 밖에서 기다리고 있습니다.

겨울이 오기 전에 답을 주시기를 바랍니다.
"""
ENGLISH = """\
Letter to the Harbour Committee

The surveyor looked at the pier twice last autumn and said that a second crane cannot be put there.

The committee has not paid yet, and the ships are waiting outside.

I hope that you will answer before the winter comes.
"""
PERSIAN = """\
نامه به انجمن بندر

نقشه‌بردار پاییز گذشته دو بار اسکله را دید و گفت که جرثقیل دوم را نمی‌توان آنجا گذاشت.

انجمن هنوز پولی نداده است و کشتی‌ها بیرون منتظر هستند.

امیدوارم که پیش از آمدن زمستان پاسخ بدهید.
"""
SETTINGS = 'title: Harbour papers\nversions: "{language}/{name}"\n'
TITLE = "title: 항구 위원회에 보내는 편지\n"
OF_KOREAN = f"{TITLE}version: original\n"
OF_ENGLISH = "contributors: [{name: Anna Lindqvist, role: translator}]\nrights: Free to use with the translator’s name\n"
LETTER = {
    "archive.yml": SETTINGS,
    "seeds/ko/letter.txt": KOREAN,
    "seeds/ko/letter.yml": f"{OF_KOREAN}date: 1961-03-04\nform: letter\n",
    "seeds/en/letter.txt": ENGLISH,
    "seeds/en/letter.yml": OF_ENGLISH,
}


def lay_out(root: Path, files: dict[str, str | bytes]) -> Path:
    """Write files below a folder, by their paths, and return the folder."""
    for path, content in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
    return root
