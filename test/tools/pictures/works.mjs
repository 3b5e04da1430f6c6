const ASSIGNMENT = /^\/assignments\//;

/** Assignments of the demo: one not begun, one that waits, and its team's pages. */
export async function works(hands, seen) {
  const [own] = await hands.links('wanjiku', '/learning', ASSIGNMENT);
  const [handedIn] = await hands.links('halima', '/learning', ASSIGNMENT);
  const [queue] = await hands.links('tomas', '/today', /^\/cohorts\/[^/]+\/works$/);
  const [work] = await hands.links('tomas', queue, /^\/cohorts\/[^/]+\/works\/[^/]+$/);
  return [
    seen('wanjiku', 'assignment', own),
    seen('halima', 'assignment, waiting', handedIn),
    seen('tomas', 'works', queue),
    seen('tomas', 'work', work),
  ];
}
