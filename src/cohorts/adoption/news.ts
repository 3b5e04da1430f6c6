/** What somebody is told on their own page about steps that came with newer versions. */

/** How long it is news. */
const NEWS_DAYS = 28;

interface Adopted {
  adoptedAt: Date | null;
  /** `<module>/<step>` */
  added: readonly string[];
}

/** How many steps came, and when; null for whoever joined later, has done them all, or has been told long enough. `done`: subjects of the ledger. */
export function newsOf(adopted: Adopted | null, done: ReadonlySet<string>, joinedAt: Date, now: Date): { steps: number; at: Date } | null {
  if (!adopted?.adoptedAt || adopted.adoptedAt < joinedAt) return null;
  if (now.getTime() - adopted.adoptedAt.getTime() >= NEWS_DAYS * 86_400_000) return null;
  const open = adopted.added.some((step) => !done.has(`step:${step}`));
  return open ? { steps: adopted.added.length, at: adopted.adoptedAt } : null;
}
