// An answer on the page: what is said of it, what can be done with it, its hits or its lines, and what narrows it.
import { glanceAt, sayAnswer } from "./answer_line.js";
import { make, redrawn } from "./elements.js";
import { hitElements } from "./hits.js";
import { rememberer } from "./remembering.js";
import { countOfChosen, isNarrowed } from "./state.js";
import { chosenElements, pagerElement, toolElements } from "./tools.js";
import { number, sayFailure } from "./words.js";

const LONGEST_WAIT = 300;
const WIDE = matchMedia("(width >= 68rem)");

// `places` are the elements of the page and what leads to other states: {root, status, answers, ways, go, glance}.
export function openAnswers({ root, status, answers, ways, go, glance }) {
  const place = (id) => document.getElementById(id);
  const narrow = place("narrow");
  let shown;
  let narrowing;

  // Only what is open is asked for its counts, and only when the answer stands. What could not be loaded is tried again.
  async function showNarrowing() {
    if (!narrow.open || !shown.isLast()) return;
    try {
      narrowing ??= import("./narrow.js").then(({ openNarrowing }) => openNarrowing({ go, glance, facets: shown.manifest.facets, isWide: WIDE.matches }));
      await (await narrowing).show(shown);
    } catch (error) {
      narrowing = undefined;
      sayFailure(place("narrowing"), "unread", error);
    }
  }

  async function show({ answer: asked, ...others }) {
    const counted = rememberer();
    const answer = { ...asked, facets: (name) => counted(name, () => asked.facets(name)) };
    const latest = { answer, ...others };
    const { lines, state, manifest, isLast } = latest;
    const drawn = lines ? await linesDrawn(lines) : await hitsDrawn(answer, state, manifest, root);
    const chosen = await chosenElements(answer, state);
    if (!isLast()) return;
    shown = latest;
    // Where nothing is left to be narrowed, there are other ways.
    answers.hidden = !answer.total && !isNarrowed(state);
    ways.hidden = !answers.hidden;
    sayAnswer(status, latest);
    redrawn(() => {
      place("tools").replaceChildren(...toolElements(latest, root));
      place("chosen").replaceChildren(...chosen);
      place("results").replaceChildren(...drawn);
      place("pager").replaceChildren(...pagerElement(latest));
      place("narrowed").textContent = isNarrowed(state) ? `(${number(countOfChosen(state))})` : "";
    });
    if (WIDE.matches) narrow.open = true;
    requestIdle(() => showNarrowing());
  }

  narrow.addEventListener("toggle", () => { if (shown) showNarrowing(); });
  WIDE.addEventListener("change", () => { narrow.open = WIDE.matches; });
  return { show, glance: (latest) => glanceAt(status, latest) };
}

// Hits appear with their passages; where these are slow to come, before them.
async function hitsDrawn(answer, state, manifest, root) {
  if (!answer.hits.length) return [];
  const { list, filled } = hitElements(answer, state, manifest, root);
  await Promise.race([filled, new Promise((resolve) => setTimeout(resolve, LONGEST_WAIT))]);
  return [make("ol", { class: "results" }, ...list)];
}

async function linesDrawn({ lines }) {
  const { tableOfLines } = await import("./concordance.js");
  return lines.length ? [tableOfLines(lines)] : [];
}

function requestIdle(work) {
  if ("requestIdleCallback" in window) requestIdleCallback(work, { timeout: 500 }); else setTimeout(work);
}
