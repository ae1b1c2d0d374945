// What was asked for once is not done again. What failed is forgotten, so that it is tried again; of more than `most` the oldest is;
// `forget` forgets all.
export function rememberer(most = Infinity) {
  const kept = new Map();
  const recall = (name, make) => {
    if (!kept.has(name)) {
      if (kept.size >= most) kept.delete(kept.keys().next().value);
      const made = make();
      kept.set(name, made);
      made.catch(() => { if (kept.get(name) === made) kept.delete(name); });
    }
    return kept.get(name);
  };
  return Object.assign(recall, { forget: () => kept.clear() });
}
