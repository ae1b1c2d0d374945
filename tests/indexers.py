"""A program that stands in the place of the search indexer: it hands everything on to the real one, and does one thing wrong."""

FAKE = """#!{python}
import base64, json, subprocess, sys, time

FAULT = "{fault}"
real = subprocess.Popen(["{real}", "--service"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
pages = 0


def message(stream):
    parts = []
    while (part := stream.read(1)) not in (b",", b""):
        parts.append(part)
    return json.loads(base64.b64decode(b"".join(parts))) if parts else None


def send(stream, what):
    stream.write(base64.b64encode(json.dumps(what).encode()) + b",")
    stream.flush()


def name_of(files, part):
    return next(file for file in files if part in file["path"])


def spoil(files):
    deed, _, part = FAULT.partition(" ")
    if FAULT == "counts wrong":
        file = name_of(files, "pagefind-entry")
        text = base64.b64decode(file["content"]).replace(b'"page_count":2', b'"page_count":1')
        file["content"] = base64.b64encode(text).decode()
    elif FAULT == "loses a fragment":
        files.remove(name_of(files, ".pf_fragment"))
    elif FAULT == "doubles a fragment":
        files.append(dict(name_of(files, ".pf_fragment"), path="fragment/en_0000000.pf_fragment"))
    elif deed == "loses":
        files.remove(name_of(files, part + ("/" if part == "index" else "")))
    elif deed in ("cuts", "empties"):
        file = name_of(files, part + ("/" if part in ("index", "fragment") else ""))
        whole = base64.b64decode(file["content"])
        import gzip
        file["content"] = base64.b64encode(whole[:-9] if deed == "cuts" else gzip.compress(b"")).decode()


while (asked := message(sys.stdin.buffer)) is not None:
    kind = asked["payload"]["type"]
    if FAULT == "is silent":
        time.sleep(60)
    if kind == "AddFile":
        pages += 1
        if FAULT == "dies":
            sys.exit(3)
        if FAULT == "says why":
            sys.exit("out of ink")
        if FAULT == "babbles":
            sys.stdout.buffer.write(b"what,")
            sys.stdout.buffer.flush()
            continue
        if FAULT == "refuses":
            send(sys.stdout.buffer, dict(asked, payload=dict(type="Error", message="no such page")))
            continue
        if FAULT == "forgets a page" and pages == 2:
            send(sys.stdout.buffer, dict(asked, payload=dict(type="IndexedFile")))
            continue
    send(real.stdin, asked)
    answer = message(real.stdout)
    if kind == "GetFiles":
        spoil(answer["payload"]["files"])
    send(sys.stdout.buffer, answer)
real.stdin.close()
real.wait()
"""
