import { send } from './hands.mjs';

const GAME = /^\/simulations\/.+\/exchange-point-peering$/;
const DEBRIEF = ['reactions', 'description', 'analysis', 'application'];

/** A table in each of its states: Kevin may not begin yet, Wanjiku reads her brief, Halima is in the first round, Yusuf has come to the debrief. */
export async function tables(hands, seen) {
  const [first] = await hands.links('wanjiku', '/learning', GAME);
  const [locked] = await hands.links('kevin', '/learning', /^\/lessons\/.+\/at-the-table\//);
  const brief = await seated(hands, 'wanjiku', 'regulator');
  const round = await seated(hands, 'halima', 'university');
  await begun(hands, 'halima', round);
  await goneOn(hands, 'halima', round, 1);
  const over = await seated(hands, 'yusuf', 'university');
  await begun(hands, 'yusuf', over);
  await goneOn(hands, 'yusuf', over, 9);
  const [role] = await hands.links('yusuf', `${over}/debrief/analysis`, /\/debrief\/roles\//);
  return [
    seen('kevin', 'simulation, locked', locked.replace('/lessons/', '/simulations/').replace(/[^/]*$/, 'exchange-point-peering')),
    seen('wanjiku', 'simulation, begun', first),
    seen('wanjiku', 'brief', `${brief}/brief`),
    seen('halima', 'room, first round', round),
    seen('halima', 'record', `${round}/record`),
    seen('yusuf', 'room, over', over),
    ...DEBRIEF.map((step) => seen('yusuf', `debrief, ${step}`, `${over}/debrief/${step}`)),
    seen('yusuf', 'debrief, a role', role),
  ];
}

/** Takes a seat; the table's address. */
async function seated(hands, who, role) {
  const [start] = await hands.links(who, '/learning', GAME);
  return hands.as(who, async (tab) => {
    await send(tab, hands.address + start, { role }, 200);
    return new URL(tab.url()).pathname.replace(/\/brief$/, '');
  });
}

const begun = (hands, who, table) => hands.as(who, (tab) => send(tab, `${hands.address}${table}/brief`, {}, 200));

/** Goes on from phase to phase, at most so many times, until there is nothing left to go on to. */
async function goneOn(hands, who, table, times) {
  await hands.as(who, async (tab) => {
    for (let i = 0; i < times; i++) {
      await tab.goto(hands.address + table);
      const button = await tab.$('main form[action$="/phase"] button');
      if (!button) return;
      await Promise.all([tab.waitForNavigation(), button.click()]);
    }
  });
}
