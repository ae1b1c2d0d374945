// The port: `openArchive(root)` gives the archive, and `archive.ask(query, window)` answers. The page knows nothing of what stands
// behind it.

export async function openArchive(root) {
  const { call, end } = thread();
  const manifest = await call("open", root.href).catch((error) => {
    end();
    throw error;
  });

  async function ask(query, window) {
    const answer = await call("ask", query, window);
    return {
      ...answer,
      hits: answer.hits.map((hit) => ({
        ...hit,
        passages: (most) => call("passages", query, hit.row, most),
        names: () => call("names", query, hit.row),
      })),
      facets: (name) => call("facets", query, name),
      years: () => call("years", query),
      lines: (part) => call("lines", query, part),
      citations: (most) => call("citations", query, most),
    };
  }

  // `prepare` loads what answers words, while they are being typed.
  return { ask, prepare: (text) => call("prepare", text), manifest };
}

// A thread in which the archive is asked, by the names of what worker.js can do.
function thread() {
  const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
  const waiting = new Map();
  let last = 0;

  worker.addEventListener("message", ({ data: { number, value, failure } }) => {
    const { resolve, reject } = waiting.get(number);
    waiting.delete(number);
    if (failure) reject(Object.assign(new Error(failure.message), { says: failure.says })); else resolve(value);
  });
  // It could not be loaded.
  worker.addEventListener("error", ({ message }) => {
    for (const { reject } of waiting.values()) reject(new Error(message));
    waiting.clear();
  });

  const call = (name, ...values) => new Promise((resolve, reject) => {
    waiting.set((last += 1), { resolve, reject });
    worker.postMessage({ number: last, name, values });
  });
  return { call, end: () => worker.terminate() };
}
