// Copies citations, passages, selections.
const page = document.querySelector("link[rel=canonical]")?.href ?? location.href.split(/[?#]/)[0];
const status = document.querySelector(".quote-ready");
const make = (name, parts) => Object.assign(document.createElement(name), parts);
if (/h=/.test(location.search)) import("./highlight.js");
const tools = make("span", { className: "passage-tools", role: "group", lang: document.documentElement.lang });

function copyButton(label, copied, words) {
  const button = make("button", { type: "button", className: "copy", textContent: label });
  button.onclick = async () => {
    await navigator.clipboard.writeText(words);
    button.textContent = copied;
    setTimeout(() => (button.textContent = label), 2000);
  };
  return button;
}

function usePassage({ target }) {
  const number = target.closest(".text .number");
  if (!number || number.nextSibling === tools) return;
  const { before, after, copyLink, copyCitation, copied } = number.closest(".text").dataset;
  const address = page + number.hash;
  const sign = `¶ ${number.text}, `;
  const report = document.querySelector(".report a")?.cloneNode(true) ?? "";
  if (report.protocol === "mailto:") report.href += encodeURIComponent(sign + address);
  tools.ariaLabel = number.ariaLabel;
  tools.replaceChildren(
    copyButton(copyLink, copied, address),
    copyButton(copyCitation, copied, `${before}${sign}${after}${address}.`),
    report,
  );
  number.after(tools);
}

function useSelection() {
  if (tools.matches(":focus-within")) return;
  if (!tools.matches(".number + *")) tools.remove();
  status.textContent = "";
  const range = getSelection().rangeCount && getSelection().getRangeAt(0).cloneRange();
  const first = range.startContainer;
  const start = first?.closest ? first : first?.parentElement;
  const text = start?.closest(".text");
  if (!text) return;
  if (!text.contains(range.endContainer)) range.setEndAfter(text.lastChild);
  const part = range.cloneContents();
  const all = (selector) => [...part.querySelectorAll(selector)];
  all(".number, .reference, .label, .page-break, .removed, .passage-tools, header, h2").forEach((one) => one.remove());
  const words = part.textContent.trim().replace(/\s*\n\s*/g, "\n");
  if (!words) return;
  const ids = all("[id]").filter((one) => one.textContent.trim()).map(({ id }) => id);
  const ends = [ids[0], ids.at(-1)].map((id) => document.getElementById(id) ?? start.closest("[id]"));
  const numbers = new Set(ends.flatMap((end) => end.querySelector(".number")?.text ?? []));
  const sign = numbers.size ? `${"¶".repeat(numbers.size)} ${[...numbers].join("–")}, ` : "";
  const { before, after, copyQuote, copied } = text.dataset;
  tools.ariaLabel = copyQuote;
  tools.replaceChildren(copyButton(copyQuote, copied, `“${words}”\n\n${before}${sign}${after}${page}#${ends[0].id}.`));
  ends[1].closest(".block").append(tools);
  status.textContent = status.dataset.words;
}

// Only secure addresses have a clipboard.
if (navigator.clipboard) {
  for (const cited of document.querySelectorAll("[data-copy]")) {
    cited.append(" ", copyButton(cited.dataset.copy, cited.dataset.copied, cited.textContent.trim()));
  }
}
if (navigator.clipboard && status) {
  let timer;
  const on = document.addEventListener.bind(document);
  const leave = ({ target }) => tools.parentElement?.contains(target) || tools.remove();
  on("focusin", leave);
  on("pointerdown", leave);
  on("focusin", usePassage);
  on("pointerover", usePassage);
  on("selectionchange", () => {
    clearTimeout(timer);
    timer = setTimeout(useSelection, 300);
  });
  on("keydown", (event) => {
    if (event.key === "Escape") {
      if (tools.matches(".number + :focus-within")) tools.previousSibling.focus();
      tools.remove();
    }
    // Browsers differ on the focus then.
    if (event.key === "Tab" && status.textContent) {
      event.preventDefault();
      status.textContent = "";
      tools.firstChild.focus();
    }
  });
}
