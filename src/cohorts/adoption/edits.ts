/** What became of a list: what stayed, what went and what came, in an order in which it can be read. Most of it stays. */
export type Edit = { did: 'stay' | 'go' | 'come'; value: string };

/** Beyond this product of lengths nobody reads a difference: all of one goes, and all of the other comes. */
const MOST = 4_000_000;

/** The fewest edits that lead from one list to the other, by their longest common part. What goes stands before what comes. */
export function edits(before: readonly string[], after: readonly string[]): Edit[] {
  const head = alike(before, after);
  const tail = alike(before.slice(head).reverse(), after.slice(head).reverse());
  const [old, fresh] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)];
  const stay = (value: string): Edit => ({ did: 'stay', value });
  return [...before.slice(0, head).map(stay), ...between(old, fresh), ...before.slice(before.length - tail).map(stay)];
}

/** What of the second list stands in another order among what both have; the fewest that explain it. */
export function moved(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const both = before.filter((value) => after.includes(value));
  const inNewOrder = after.filter((value) => before.includes(value));
  return new Set(edits(both, inNewOrder).flatMap(({ did, value }) => (did === 'come' ? [value] : [])));
}

function alike(a: readonly string[], b: readonly string[]): number {
  const end = Math.min(a.length, b.length);
  let at = 0;
  while (at < end && a[at] === b[at]) at++;
  return at;
}

function between(old: readonly string[], fresh: readonly string[]): Edit[] {
  const goes = (value: string): Edit => ({ did: 'go', value });
  const comes = (value: string): Edit => ({ did: 'come', value });
  if (old.length * fresh.length > MOST) return [...old.map(goes), ...fresh.map(comes)];
  const width = fresh.length + 1;
  const common = new Uint16Array((old.length + 1) * width); // of what is left from here on
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = fresh.length - 1; j >= 0; j--) {
      const at = i * width + j;
      common[at] = old[i] === fresh[j] ? common[at + width + 1]! + 1 : Math.max(common[at + width]!, common[at + 1]!);
    }
  }
  const found: Edit[] = [];
  let [i, j] = [0, 0];
  while (i < old.length && j < fresh.length) {
    if (old[i] === fresh[j]) {
      found.push({ did: 'stay', value: old[i++]! });
      j++;
    } else if (common[(i + 1) * width + j]! >= common[i * width + j + 1]!) found.push(goes(old[i++]!));
    else found.push(comes(fresh[j++]!));
  }
  return [...found, ...old.slice(i).map(goes), ...fresh.slice(j).map(comes)];
}
