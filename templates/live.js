// Of the preview alone: the open page follows the archive, and says what is wrong with it. All words come as text.

const { pages, index, missing } = document.currentScript.dataset;
const bar = document.createElement("div");
let stream;

function element(tag, text, parts = {}) {
  const made = Object.assign(document.createElement(tag), parts);
  made.append(text);
  return made;
}

function listed({ heading, isOpen, problems }) {
  const list = document.createElement("ul");
  list.tabIndex = 0;
  list.append(...problems.map((problem) => element("li", problem)));
  const details = element("details", element("summary", heading), { open: isOpen });
  details.append(list);
  return details;
}

// What has not changed is not said again to whoever hears the page read.
function tell(news) {
  const said = [];
  if (news.gone) said.push(element("p", news.gone));
  if (news.gone && news.now) said.at(-1).append(" ", element("a", news.now, { href: news.now }));
  if (news.search && document.querySelector("form#search")) said.push(element("p", news.search));
  if (news.problems.length) said.push(listed(news));
  const told = JSON.stringify(said.map((each) => each.outerHTML));
  if (bar.dataset.told === told) return;
  bar.dataset.told = told;
  bar.replaceChildren(...said);
}

function hear(news) {
  const isOther = news.pages !== pages;
  const isFoundOtherwise = news.index !== Number(index) && document.querySelector("form#search");
  if (news.stands && (isOther || isFoundOtherwise)) location.reload();
  // Of an address at which nothing stood from the beginning, only where its document is now is worth saying.
  else tell((missing ? news.now : isOther) ? news : { ...news, gone: "" });
}

// A browser holds few connections to one host: pages that nobody sees give theirs up, and ask again when they are seen.
function follow() {
  stream?.close();
  stream = undefined;
  if (document.visibilityState === "hidden") return;
  const asked = new URLSearchParams({ address: location.pathname });
  stream = new EventSource(`/preview/news?${asked}`);
  stream.onmessage = ({ data }) => hear(JSON.parse(data));
}

// A click is not undone by loading the old page again; whoever stays after all, as by a download, hears the news a little later.
function leave() {
  stream?.close();
  setTimeout(follow, 3000);
}

bar.className = "preview-bar";
bar.setAttribute("role", "status");
document.body.prepend(bar);
addEventListener("visibilitychange", follow);
addEventListener("pageshow", (event) => { if (event.persisted) follow(); });
addEventListener("beforeunload", leave);
addEventListener("pagehide", () => stream?.close());
follow();
