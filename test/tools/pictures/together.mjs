import { fill, press } from './hands.mjs';

const TABLE = /^\/cohorts\/[^/]+\/tables\/[0-9a-f-]{36}$/;
const STEPS = ['reactions', 'description', 'analysis', 'application'];
const WORDS = {
  opening: 'Between our two streets every message crosses an ocean. We would like that to end this year.',
  private: 'Between us: would you sign a text without a fee for ports?',
  objection: 'A house that one of us owns decides alone who may come in and what a port costs.',
  answer: 'The rent of the hall is paid by the ministry until the council is elected, so nobody owns it.',
  note: 'The small providers named what hurts before they asked for anything.',
};

/**
 * Tables of people. One goes on by letters: its people are in the first round, with an objection that was answered, a word between two and a
 * note of the team. Another one has met and looks back; its facilitator has opened all steps.
 */
export async function together(hands, seen, sent) {
  const tables = await theirTables(hands);
  const form = (await hands.links('tomas', tables, /\/tables\/new\?/))[0];
  const [console] = await hands.links('tomas', tables, TABLE);
  const table = console.replace(/^.*(?=\/tables\/)/, '');
  await inItsRound(hands, console, table);
  const past = await lookingBack(hands, tables, form, console);
  const [start] = await hands.links('wanjiku', '/learning', /^\/simulations\/.+\/exchange-point-peering$/);
  return [
    seen('tomas', 'tables of a cohort', tables),
    seen('tomas', 'tables, a new one', form),
    sent('tomas', 'tables, a new one, wrong', form, { name: '', tables: 'x' }),
    seen('tomas', 'seats of a table', `${console}/seats`),
    seen('wanjiku', 'simulation, with a table', start, { unfold: true }),
    seen('tomas', 'console', console),
    seen('tomas', 'console, everything open', console, { unfold: true }),
    seen('tomas', 'console, log', `${console}/log`),
    seen('tomas', 'console, hours', `${console}/hours`),
    seen('wanjiku', 'room of people', table),
    seen('halima', 'room of people, another seat', table),
    seen('wanjiku', 'report something', `${table}/report`),
    seen('wanjiku', 'leave a table', `${table}/leave`),
    ...backwards(past, seen),
  ];
}

function backwards({ console, table, rubric }, seen) {
  const [own, team] = [`${table}/debrief`, `${console}/debrief`];
  return [
    seen('wanjiku', 'room of people, over', table),
    seen('wanjiku', 'outcome of a table', `${table}/outcome`),
    ...STEPS.map((step) => seen('wanjiku', `debrief of people, ${step}`, `${own}/${step}`)),
    ...['board', 'briefs', 'peers', 'timeline', 'paper', 'rating'].map((page) =>
      seen('wanjiku', `debrief of people, ${page}`, `${own}/${page}`),
    ),
    seen('tomas', 'console, over', console),
    seen('tomas', 'debrief, facilitated', team),
    seen('tomas', 'debrief, facilitated, rubric', rubric),
    seen('tomas', 'debrief, facilitated, paper', `${team}/paper`),
    seen('tomas', 'debrief, facilitated, rating', `${team}/rating`),
  ];
}

/** The page of the cohort that has a table. */
async function theirTables(hands) {
  const cohorts = await hands.links('amara', '/chapters/kenya', /^\/cohorts\/[^/]+$/);
  return hands.as('tomas', async (tab) => {
    for (const cohort of cohorts) {
      await tab.goto(`${hands.address}${cohort}/tables`);
      if (await tab.$('a[href*="/tables/"]:not([href*="/new"])')) return `${cohort}/tables`;
    }
    throw new Error('No cohort of the demo has a table');
  });
}

async function inItsRound(hands, console, table) {
  for (const who of ['wanjiku', 'halima']) await press(hands, who, `${table}/brief`, 'form[action$="/brief"] button');
  for (let phase = 0; phase < 2; phase++) await press(hands, 'tomas', console, '#now form[action$="/phase"] button');
  await fill(hands, 'wanjiku', table, '/statements', { text: WORDS.opening });
  await fill(hands, 'wanjiku', table, '/messages', { text: WORDS.private, to: 'regulator' });
  await fill(hands, 'wanjiku', `${table}?clause=house`, '/objections', { text: WORDS.objection });
  await fill(hands, 'halima', `${table}?clause=house`, '/answers', { text: WORDS.answer });
  await fill(hands, 'tomas', console, '/notes', { text: WORDS.note });
}

/** A table that meets, and has ended without agreement. */
async function lookingBack(hands, tables, form, first) {
  await fill(hands, 'tomas', form, '/tables', { name: 'Thursday table', tables: '1', casting: 'chance', vacant: 'script', mode: 'live' });
  await press(hands, 'tomas', tables, 'form[action$="/beginning"] button');
  const console = (await hands.links('tomas', tables, TABLE)).find((address) => address !== first);
  const table = console.replace(/^.*(?=\/tables\/)/, '');
  for (const who of ['wanjiku', 'halima', 'kevin']) await press(hands, who, `${table}/brief`, 'form[action$="/brief"] button');
  await press(hands, 'tomas', console, '#now form[action$="/phase"] button');
  await fill(hands, 'tomas', console, '/end', { text: 'The hall closes.' });
  await press(hands, 'tomas', console, '#now form[action$="/phase"] button');
  for (let step = 0; step < STEPS.length; step++) await press(hands, 'tomas', `${console}/debrief`, 'form[action$="/steps"] button');
  const [rubric] = await hands.links('tomas', `${console}/debrief`, /\/rubric\//);
  return { console, table, rubric };
}
