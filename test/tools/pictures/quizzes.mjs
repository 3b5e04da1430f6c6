const QUESTION = /\/questions\/[\da-f-]{36}$/;
const TYPES = ['single', 'multiple', 'true-false', 'short-text', 'number', 'matching', 'ordering', 'gap-text', 'essay', 'description'];
const BANK = '/chapters/kenya/questions';
const GIFT = '::Exchange:: What does an exchange point do? {=It joins networks ~It sells access}\n\n::Broken:: What is this? {=one ~two\n';

const MARKING = '/chapters/kenya/marking';

/** The bank of questions of a chapter, its own quizzes and what their answers say. */
export async function chapterQuizzes(hands, seen, sent) {
  const questions = await hands.links('tomas', BANK, QUESTION);
  const question = questions.at(-1);
  await rewritten(hands, questions[1]);
  const [text] = await hands.links('tomas', MARKING, /\/marking\/.+/);
  const [quiz] = await hands.links('tomas', '/chapters/kenya/quizzes', /\/quizzes\/c-[^/]+$/);
  const statistics = (await hands.links('tomas', '/chapters/kenya/statistics', /\/statistics$/)).at(-1);
  const [correction] = await hands.links('tomas', statistics, /\/corrections\//);
  const [set] = await hands.links('tomas', quiz, /^\/cohorts\/[^/]+\/quizzes$/);
  return [
    seen('tomas', 'bank', BANK),
    seen('amara', 'bank, as a lead', BANK),
    seen('tomas', 'bank, narrowed', `${BANK}?text=registr&tag=addresses`),
    seen('tomas', 'bank, nothing found', `${BANK}?text=nowhere`),
    seen('tomas', 'bank, alike', `${BANK}/alike`),
    seen('tomas', 'bank for all', '/questions'),
    ...TYPES.map((type) => seen('tomas', `new question, ${type}`, `${BANK}/new?type=${type}`, { unfold: true })),
    seen('tomas', 'bank question', question, { unfold: true }),
    seen('tomas', 'bank question, seen', `${question}/look`),
    seen('tomas', 'bank question, versions', `${questions[1]}/history`),
    seen('tomas', 'bank question, in Arabic', `${question}/words/ar`),
    seen('tomas', 'import', `${BANK}/import`),
    sent('tomas', 'import, looked over', `${BANK}/import`, { text: GIFT }, 200),
    seen('tomas', 'export', `${BANK}/export`),
    seen('tomas', 'quizzes of a chapter', '/chapters/kenya/quizzes'),
    seen('tomas', 'quiz of a chapter', quiz),
    seen('tomas', 'quiz of a chapter, unfolded', quiz, { unfold: true }),
    seen('tomas', 'quiz of a chapter, additions', `${quiz}/additions`),
    seen('tomas', 'quiz of a chapter, preview', `${quiz}/preview/1`),
    seen('tomas', 'quizzes of a cohort', set),
    seen('tomas', 'statistics', '/chapters/kenya/statistics'),
    seen('tomas', 'statistics of a quiz', statistics),
    seen('tomas', 'correction', correction),
    seen('tomas', 'marking', MARKING),
    seen('tomas', 'marking, a text', text),
    seen('rana', 'marking, nothing waits', '/chapters/lebanon/marking'),
    seen('fatuma', 'remember, not wished', '/remember'),
    seen('wanjiku', 'remember', '/remember', { unfold: true }),
    seen('wanjiku', 'remember, with a hint', '/remember?hint=yes'),
  ];
}

/** Two more versions of a question. */
async function rewritten(hands, question) {
  for (const stem of ['Which exchange do most networks in Nairobi join?', 'Which exchange point do most networks in Nairobi join?']) {
    await hands.as('tomas', async (tab) => {
      await tab.goto(hands.address + question);
      await tab.fill('[name=stem]', stem);
      await Promise.all([tab.waitForNavigation(), tab.click('button[name=do][value=save]')]);
    });
  }
}
