// Sets of rows, each row with how well it answers and by which hits: Maps of row to {score, hits}.
export function every(count) {
  return new Map(Array.from({ length: count }, (_, row) => [row, { score: 0, hits: [] }]));
}

export function ofRows(rows, score = 0) {
  return new Map([...rows].map((row) => [row, { score, hits: [] }]));
}

export function union(sets) {
  const found = new Map();
  for (const set of sets) {
    for (const [row, match] of set) {
      const known = found.get(row);
      found.set(row, known ? { score: Math.max(known.score, match.score), hits: known.hits.concat(match.hits) } : match);
    }
  }
  return found;
}

export function intersection(one, other) {
  const [fewer, more] = one.size <= other.size ? [one, other] : [other, one];
  const found = new Map();
  for (const [row, match] of fewer) {
    const also = more.get(row);
    if (also) found.set(row, { score: match.score + also.score, hits: match.hits.concat(also.hits) });
  }
  return found;
}

export function difference(one, other) {
  const found = new Map();
  for (const [row, match] of one) if (!other.has(row)) found.set(row, match);
  return found;
}

// The rows of the one, in whose scores and hits the other has a say where it has them too.
export function preferring(one, other) {
  return new Map([...one].map(([row, match]) => {
    const also = other.get(row);
    return [row, also ? { score: match.score + also.score, hits: match.hits.concat(also.hits) } : match];
  }));
}
