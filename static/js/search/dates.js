// The dates of an answer: two handles on the bars of its years and two fields, each exact to the day, where a year or a month will do.
import { ticksOf } from "./axis.js";
import { dayIn } from "./calendar.js";
import { counted, dayInWords, writable, written } from "./days.js";
import { make } from "./elements.js";
import { barsInWords, drawBars, emptyDrawing, markBars } from "./histogram.js";
import { inWords, say, sayFailure } from "./words.js";

const ENDS = ["from", "to"];

function dateElements() {
  const ofEnds = (maker) => Object.fromEntries(ENDS.map((end) => [end, maker(end)]));
  const parts = {
    drawing: emptyDrawing(),
    handles: ofEnds((end) => make("input", { type: "range", step: 1, "aria-label": say(`date_${end}`) })),
    fields: ofEnds((end) => make("input", { type: "text", name: end, form: "search", placeholder: say("day_form"), autocomplete: "off", spellcheck: "false", "aria-describedby": "no-day" })),
    axis: make("div", { class: "axis", "aria-hidden": "true" }),
    noDay: make("p", { class: "told", id: "no-day", role: "status" }),
    undated: make("p", { class: "told" }),
    inWords: make("ul", { class: "bars-in-words" }),
  };
  const labelled = ENDS.map((end) => make("label", {}, make("span", {}, say(`date_${end}`)), parts.fields[end]));
  parts.inTurn = make("details", { class: "year-by-year", hidden: true }, make("summary", {}, say("year_by_year")), parts.inWords);
  parts.element = make(
    "fieldset", { class: "dates empty" }, make("legend", {}, say("dates")),
    make("div", { class: "handles" }, parts.drawing, parts.handles.from, parts.handles.to, parts.axis),
    make("div", { class: "days" }, ...labelled), parts.undated, parts.noDay, parts.inTurn,
  );
  return parts;
}

export function openDates({ go, glance }) {
  const { element, drawing, axis, handles, fields, noDay, undated, inWords: list, inTurn } = dateElements();
  let bars = [], chosen = { from: "", to: "" };
  // The fields in which somebody is writing, or has written what cannot be read.
  let unread = new Set();
  const first = () => bars[0].from, last = () => bars.at(-1).to;
  const glanceSoon = onceAFrame(() => glance({ ...chosen, isBrowsing: true }));
  const settle = (by) => {
    glanceSoon.cancel();
    go({ ...chosen, isBrowsing: true }, by);
  };

  async function show({ answer, state, isLast }) {
    let found;
    try {
      found = await answer.years();
    } catch (error) {
      found = { bars: [], error };
    }
    if (!isLast()) return;
    bars = found.bars;
    // Whoever holds a handle while an answer comes goes on holding it.
    if (!ENDS.some((end) => handles[end].matches(":active"))) chosen = { from: state.from, to: state.to };
    undated.textContent = found.undated ? say(state.from || state.to ? "undated_left_out" : "undated", { count: found.undated }) : "";
    if (found.error) sayFailure(undated, "unread", found.error);
    element.classList.toggle("empty", !bars.length);
    inTurn.hidden = bars.length < 2;
    if (bars.length) draw();
    place();
  }

  function draw() {
    drawBars(drawing, bars);
    axis.replaceChildren(...ticksOf(bars));
    for (const end of ENDS) Object.assign(handles[end], { min: writable(first()), max: writable(last()), disabled: writable(first()) === writable(last()) });
    tellInTurn();
  }

  function tellInTurn() {
    if (inTurn.open && bars.length) list.replaceChildren(...barsInWords(bars, (from, to) => go({ from, to, isBrowsing: true })));
  }

  // Puts handles and fields where the dates are: an end that is not set stands at the end of what there is, or of what can be written.
  function place() {
    for (const end of ENDS) if (!unread.has(end)) fields[end].value = chosen[end];
    if (!bars.length) return;
    const begin = chosen.from ? counted(chosen.from) : first(), end = chosen.to ? counted(chosen.to) : last();
    handles.from.value = begin;
    handles.to.value = end;
    handles.from.setAttribute("aria-valuetext", chosen.from ? inWords(chosen.from) : dayInWords(begin));
    handles.to.setAttribute("aria-valuetext", chosen.to ? inWords(chosen.to) : dayInWords(end));
    markBars(drawing, bars, begin, end);
  }

  // One handle goes no further than the other.
  function move(end) {
    const day = Number(handles[end].value), from = Number(handles.from.value), to = Number(handles.to.value);
    if (end === "from") chosen.from = day <= writable(first()) ? "" : written(Math.min(day, to));
    else chosen.to = day >= writable(last()) ? "" : written(Math.max(day, from));
    place();
    glanceSoon();
  }

  // What cannot be read stays where it was written, and is said.
  function take(by) {
    const faulty = ENDS.filter((end) => dayIn(fields[end].value, end) === null);
    unread = new Set(faulty);
    for (const end of ENDS) fields[end].ariaInvalid = faulty.includes(end) ? "true" : null;
    noDay.textContent = faulty.length ? say("no_day", { words: say("quoted", { words: fields[faulty[0]].value }) }) : "";
    if (faulty.length) return;
    chosen = inOrder(fields.from.value, fields.to.value);
    by.value = chosen[by.name];
    settle(by);
  }

  for (const end of ENDS) {
    handles[end].addEventListener("input", () => move(end));
    handles[end].addEventListener("change", () => settle(handles[end]));
    fields[end].addEventListener("input", () => unread.add(end));
    fields[end].addEventListener("change", () => take(fields[end]));
  }
  inTurn.addEventListener("toggle", tellInTurn);
  return { element, show };
}

// Who writes the later one first means the same time.
function inOrder(from, to) {
  const days = { from: dayIn(from, "from"), to: dayIn(to, "to") };
  return days.from && days.to && days.from > days.to ? { from: dayIn(to, "from"), to: dayIn(from, "to") } : days;
}

function onceAFrame(work) {
  let waiting = 0;
  const soon = () => {
    waiting ||= requestAnimationFrame(() => {
      waiting = 0;
      work();
    });
  };
  const cancel = () => {
    cancelAnimationFrame(waiting);
    waiting = 0;
  };
  return Object.assign(soon, { cancel });
}
