// The three measures of coreference whose mean is the CoNLL score (Pradhan et al. 2012): MUC (Vilain et al. 1995),
// B³ (Bagga & Baldwin 1998) and CEAF-φ4 (Luo 2005). Clusters are arrays of mention keys.

/** Sums over documents; `add` one document's key (gold) and response clusters, then read `scores`. */
export function conll() {
  const sums = { muc: [0, 0, 0, 0], b3: [0, 0, 0, 0], ceaf: [0, 0, 0, 0] };
  return {
    add(key, response) {
      addAll(sums.muc, [...links(key, response), ...links(response, key)]);
      addAll(sums.b3, [...shares(key, response), ...shares(response, key)]);
      const best = alignment(key, response);
      addAll(sums.ceaf, [best, key.length, best, response.length]);
    },
    /** `{muc, b3, ceaf, conll}`, each F1 from 0 to 100. */
    scores() {
      const [muc, b3, ceaf] = [sums.muc, sums.b3, sums.ceaf].map(f1);
      return { muc, b3, ceaf, conll: (muc + b3 + ceaf) / 3 };
    },
  };
}

function addAll(sum, parts) {
  for (let i = 0; i < parts.length; i++) sum[i] += parts[i];
}

function f1([right, all, rightBack, allBack]) {
  const [r, p] = [right / all, rightBack / allBack];
  return (100 * 2 * p * r) / (p + r) || 0;
}

const clusterOf = (clusters) =>
  new Map(clusters.flatMap((cluster) => cluster.map((mention) => [mention, cluster])));

/** Links of `a` that `b` keeps, and all of them. */
function links(a, b) {
  const of = clusterOf(b);
  let kept = 0;
  let all = 0;
  for (const cluster of a) {
    const parts = new Set(cluster.map((mention) => of.get(mention) ?? mention));
    kept += cluster.length - parts.size;
    all += cluster.length - 1;
  }
  return [kept, all];
}

/** Sum over mentions of the share of their cluster that the other side has with them, and the number of mentions. */
function shares(a, b) {
  const of = clusterOf(b);
  let sum = 0;
  let count = 0;
  for (const cluster of a) {
    const own = new Set(cluster);
    for (const mention of cluster) {
      count++;
      const other = of.get(mention);
      if (other) sum += other.filter((one) => own.has(one)).length / cluster.length;
    }
  }
  return [sum, count];
}

/** The greatest total similarity of a one-to-one alignment of clusters (Kuhn-Munkres). */
function alignment(key, response) {
  if (key.length === 0 || response.length === 0) return 0;
  const [rows, columns] = key.length <= response.length ? [key, response] : [response, key];
  const cost = rows.map((a) => {
    const own = new Set(a);
    return columns.map((b) => (-2 * b.filter((one) => own.has(one)).length) / (a.length + b.length));
  });
  return -assignment(cost);
}

/** Least cost of giving each row a column of its own; rows ≤ columns. O(n²m). */
function assignment(cost) {
  const n = cost.length;
  const m = cost[0].length;
  const u = new Float64Array(n + 1);
  const v = new Float64Array(m + 1);
  const match = new Int32Array(m + 1);
  for (let i = 1; i <= n; i++) {
    match[0] = i;
    let column = 0;
    const least = new Float64Array(m + 1).fill(Number.POSITIVE_INFINITY);
    const from = new Int32Array(m + 1);
    const used = new Uint8Array(m + 1);
    do {
      used[column] = 1;
      const row = match[column];
      let delta = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let j = 1; j <= m; j++) {
        if (used[j]) continue;
        const value = cost[row - 1][j - 1] - u[row] - v[j];
        if (value < least[j]) {
          least[j] = value;
          from[j] = column;
        }
        if (least[j] < delta) {
          delta = least[j];
          next = j;
        }
      }
      for (let j = 0; j <= m; j++) {
        if (used[j]) {
          u[match[j]] += delta;
          v[j] -= delta;
        } else least[j] -= delta;
      }
      column = next;
    } while (match[column] !== 0);
    while (column !== 0) {
      match[column] = match[from[column]];
      column = from[column];
    }
  }
  let total = 0;
  for (let j = 1; j <= m; j++) if (match[j]) total += cost[match[j] - 1][j - 1];
  return total;
}
