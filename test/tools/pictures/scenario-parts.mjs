const LISTS = ['phases', 'events', 'objections', 'statements', 'questions', 'sources'];
const SCENARIO = /^\/chapters\/kenya\/scenarios\/s-[0-9a-f]{12}$/;

/** The parts of a role-play that a chapter writes: each list, its first part in its form, taking that out, and the long texts. */
export async function scenarioParts(hands, seen, sent) {
  const [draft] = await hands.links('tomas', '/chapters/kenya/scenarios', SCENARIO);
  const parts = await Promise.all(LISTS.map((list) => firstOf(hands, `${draft}/${list}`)));
  return [
    ...LISTS.flatMap((list, at) => [
      seen('tomas', `${list} of a role-play`, `${draft}/${list}`),
      ...(parts[at] ? [seen('tomas', `${list}, one`, parts[at]), seen('tomas', `${list}, taking one out`, `${parts[at]}/removal`)] : []),
    ]),
    sent('tomas', 'phases, nothing written', `${draft}/phases`, { words: '', version: '1' }),
    seen('tomas', 'the situation of a role-play', `${draft}/texts/setting`),
    sent(
      'tomas',
      'the situation, shown',
      `${draft}/texts/setting`,
      { text: '## Here\n\nSix networks **meet**.', do: 'preview', version: '1' },
      200,
    ),
    seen('tomas', 'what happened in reality', `${draft}/texts/reality`),
  ];
}

/** Lists may be empty while somebody writes. */
async function firstOf(hands, list) {
  const isPart = new RegExp(`^${list}/[^/]+$`);
  const found = await hands.links('tomas', list, isPart).catch(() => []);
  return found[0] ?? null;
}
