/** Tables of people: a cohort's, a new one, the seats of one that runs, and how its people find it. */
export async function together(hands, seen, sent) {
  const tables = await theirTables(hands);
  const form = (await hands.links('tomas', tables, /\/tables\/new\?/))[0];
  const [time] = await hands.links('tomas', tables, /\/sittings\/.+\/time$/);
  const [seats] = await hands.links('tomas', tables, /\/seats$/);
  const [start] = await hands.links('wanjiku', '/learning', /^\/simulations\/.+\/exchange-point-peering$/);
  return [
    seen('tomas', 'tables of a cohort', tables),
    seen('tomas', 'tables, a new one', form),
    sent('tomas', 'tables, a new one, wrong', form, { name: '', tables: 'x' }),
    seen('tomas', 'tables, another time', time),
    seen('tomas', 'tables, called off', time.replace(/time$/, 'removal')),
    seen('tomas', 'seats of a table', seats),
    seen('wanjiku', 'simulation, with a table', start, { unfold: true }),
  ];
}

/** The page of the cohort that has a table. */
async function theirTables(hands) {
  const cohorts = await hands.links('amara', '/chapters/kenya', /^\/cohorts\/[^/]+$/);
  return hands.as('tomas', async (tab) => {
    for (const cohort of cohorts) {
      await tab.goto(`${hands.address}${cohort}/tables`);
      if (await tab.$('a[href$="/seats"]')) return `${cohort}/tables`;
    }
    throw new Error('No cohort of the demo has a table');
  });
}
