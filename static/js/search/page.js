// The search page: what is typed, chosen and followed becomes a state, which is the address; the state is asked, and the answer shown.
import { HITS_A_PAGE, LINES_A_PAGE, isAsked, isTooShort, read, write } from "./state.js";
import { say, sayFailure } from "./words.js";

const PAUSE_IN_TYPING = 250, PATIENCE = 200;
const form = document.getElementById("search");
const field = form.elements.q;
const root = new URL(form.dataset.root, document.baseURI);
const status = document.getElementById("status");
status.classList.remove("waiting");
const answers = document.getElementById("answers");
const ways = document.getElementById("ways");

const title = document.title, LONGEST_IN_TITLE = 80;

let state = read(location.search);
let asked = 0, glanced = 0;
// What made the last step of the history, and goes on making it: typing, a slider that is held.
let maker;
let archive, parts;

// Nothing is loaded before something is asked; what could not be loaded is tried again.
function opened() {
  archive ??= import("./ask.js").then(({ openArchive }) => openArchive(root));
  parts ??= import("./answer.js").then(({ openAnswers }) => openAnswers({ root, status, answers, ways, go, glance }));
  return Promise.all([archive, parts]).catch((error) => {
    archive = parts = undefined;
    throw error;
  });
}

async function ask({ isNewPage = false, scroll } = {}) {
  const mine = ++asked;
  document.title = titled(state);
  ways.hidden = isAsked(state);
  if (!isAsked(state) || isTooShort(state)) {
    answers.hidden = true;
    status.textContent = state.text ? say("short") : "";
    return;
  }
  const impatience = setTimeout(() => { if (mine === asked) status.textContent = say("working"); }, PATIENCE);
  try {
    const [{ ask: put, manifest }, shown] = await opened();
    const isOfWords = state.view === "words" && state.text;
    const of = isOfWords ? LINES_A_PAGE : HITS_A_PAGE;
    let answer = await put(state, isOfWords ? { first: 0, count: 0 } : { first: (state.page - 1) * of, count: of });
    if (!isOfWords && !answer.hits.length && answer.total) {
      state = { ...state, page: Math.ceil(answer.total / of) };
      history.replaceState(history.state, "", write(state));
      answer = await put(state, { first: (state.page - 1) * of, count: of });
    }
    const lines = isOfWords ? await answer.lines({ first: (state.page - 1) * of, count: of }) : null;
    await shown.show({ answer, lines, state, manifest, isLast: () => mine === asked });
    if (mine !== asked) return;
    if (isNewPage) document.getElementById("found").focus();
    if (scroll !== undefined) scrollTo({ top: scroll, behavior: "instant" });
  } catch (error) {
    if (mine === asked) fail(error);
  } finally {
    clearTimeout(impatience);
  }
}

// What a bookmark and the history call the state.
function titled({ text }) {
  const letters = [...text];
  const words = letters.length > LONGEST_IN_TITLE ? `${letters.slice(0, LONGEST_IN_TITLE).join("").trimEnd()} …` : text;
  return words ? `${words} · ${title}` : title;
}

function fail(error) {
  answers.hidden = true;
  ways.hidden = false;
  sayFailure(status, error.says ?? "failed", error);
}

// Goes to another state. Each is a step to which “back” leads, but that one thing which is typed or moved makes one step alone.
function go(change, by) {
  const before = write(state);
  const concernsWords = "text" in change || "facets" in change || "from" in change || "to" in change;
  state = { ...state, ...(concernsWords && { page: 1, as: "" }), ...change };
  const address = write(state);
  if (address !== before) {
    if (by && by === maker) history.replaceState(null, "", address);
    else step(address);
  }
  maker = by;
  return ask({ isNewPage: "page" in change });
}

function step(address) {
  keepScroll();
  history.pushState(null, "", address);
}

// How many documents a state would find that nobody has settled on yet. What is settled on takes the place of every glance, and no
// glance that of an answer.
async function glance(change) {
  const mine = ++glanced, before = asked;
  const isLast = () => mine === glanced && before === asked;
  try {
    const [{ ask: put, manifest }, shown] = await opened();
    const glancedAt = { ...state, ...change };
    const answer = await put(glancedAt, { first: 0, count: 0 });
    if (isLast()) shown.glance({ answer, state: glancedAt, manifest });
  } catch (error) {
    if (isLast()) sayFailure(status, "unread", error);
  }
}

// The place on the page is kept with each step, since its answer comes later than the browser would restore it.
function keepScroll() {
  history.replaceState({ scroll: scrollY }, "");
}

let typing;
field.addEventListener("input", () => {
  clearTimeout(typing);
  opened().then(([{ prepare }]) => prepare(field.value)).catch(() => {});
  typing = setTimeout(() => go({ text: field.value.trim() }, field), PAUSE_IN_TYPING);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(typing);
  go({ text: field.value.trim() }, field).then(() => { maker = undefined; });
});

// Links to states are addresses: they can be opened elsewhere, and are followed here without loading the page anew.
document.getElementById("main").addEventListener("click", (event) => {
  const link = event.target.closest("a[data-state]");
  if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  if (write(state) !== link.search) step(link.href);
  // What was followed may be gone then, and the focus with it.
  follow({ isNewPage: "page" in link.dataset || Boolean(link.closest("#chosen")) });
});

function follow(parts) {
  clearTimeout(typing);
  maker = undefined;
  state = read(location.search);
  field.value = state.text;
  return ask(parts);
}

history.scrollRestoration = "manual";
addEventListener("popstate", () => {
  if (write(read(location.search)) !== write(state)) follow({ scroll: history.state?.scroll ?? 0 });
});
addEventListener("pagehide", keepScroll);
follow({ scroll: history.state?.scroll });
if (!isAsked(state)) field.focus();
