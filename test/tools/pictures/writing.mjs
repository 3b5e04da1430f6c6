const SCENARIO = /\/scenarios\/s-[^/]+$/;
const LIST = '/chapters/kenya/scenarios';

/** Role-plays that a chapter writes: one that is published and shared, and a draft with two gaps. */
export async function writing(hands, seen, sent) {
  const written = await hands.links('tomas', LIST, SCENARIO);
  const [draft, published] = await byState(hands, written);
  return [
    seen('tomas', 'role-plays of a chapter', LIST),
    seen('rana', 'role-plays, in Beirut', '/chapters/lebanon/scenarios'),
    seen('tomas', 'role-play, a draft', draft),
    seen('tomas', 'role-play, published', published),
    seen('tomas', 'role-play, title and settings', `${draft}/basics`),
    sent('tomas', 'role-play, title and settings, wrong', `${draft}/basics`, { title: '', minutes: 'an hour' }),
    seen('tomas', 'role-play, as files', `${published}/folder`),
  ];
}

/** The draft first. */
async function byState(hands, addresses) {
  return hands.as('tomas', async (tab) => {
    const lacking = [];
    for (const address of addresses) {
      await tab.goto(hands.address + address);
      lacking.push((await tab.$('#problems')) !== null);
    }
    return [addresses[lacking.indexOf(true)], addresses[lacking.indexOf(false)]];
  });
}
