import { PROBLEMS, type ProblemKey } from '../../../src/content/problem';
import { lint } from '../../../src/simulations/writing/problems/problems';
import { problemPlace } from '../../../src/simulations/writing/problems/problem-place';
import { draftOfMast, type Loose } from './mast';

type Change = (structure: Loose, texts: Record<string, string>) => void;
type Case = [what: string, change: Change, ...problems: string[]];

/** Problem, page of the editor, part of it, and the key of what it is about. */
const placesIn = (change: Change) =>
  lint(draftOfMast(change)).map(({ key, place }) =>
    [key.replace('content.problem.', ''), `${place.address}`, place.part, place.key].filter((each) => each).join(' '),
  );
const nested = (levels: number): object => (levels === 0 ? { path: 'round', op: 'eq', value: 1 } : { not: nested(levels - 1) });
const council = ({ roles }: Loose) => roles[0];

const CASES: Case[] = [
  ['nothing', () => {}],
  ['no licence', (it) => (it.licence = ' '), 'not-a-text /basics basics'],
  ['no author', (it) => (it.authors = []), 'too-few /basics basics'],
  ['more players at least than at best', (it) => (it.players.min = 7), 'out-of-range /basics basics'],
  ['a preset that nobody knows', (it) => (it.preset = 'majority'), 'bad-value /basics basics'],
  ['no objective', (it) => (it.objectives = []), 'too-few /basics objectives'],
  ['an objective twice', (it) => it.objectives.push(it.objectives[0]), 'duplicate-key /basics objectives'],
  ['a name that no address can hold', (it) => (it.objectives = ['Répondre']), 'bad-key /basics objectives'],
  ['a title that was forgotten', (_, texts) => delete texts['title'], 'lacks-text /basics basics'],
  ['an objective without its sentence', (_, texts) => delete texts['objectives.answer-an-objection'], 'lacks-text /basics objectives'],
  ['no chair', (it) => it.roles.pop(), 'one-chair /roles roles', 'too-few-seats /roles roles'],
  [
    'nobody to be alone',
    (it) => it.roles.forEach((role: Loose & { playable: boolean }) => (role.playable = false)),
    'nobody-alone /roles roles',
  ],
  ['a role twice', (it) => it.roles.push({ ...it.roles[1] }), 'duplicate-key /roles roles'],
  ['a group that nobody knows', (it) => (council(it).group = 'press'), 'bad-value /roles/council role council'],
  ['more seats than a table has', (it) => (council(it).seats.max = 99), 'out-of-range /roles/council role council'],
  ['a role that cannot play itself', (it) => (council(it).script = null), 'role-without-script /roles/council/script script council'],
  ['no step of concession', (it) => (council(it).script.concede = []), 'too-few /roles/council/script script council'],
  [
    'a red line with another slot’s objection',
    (it) => (council(it).script.red[0] = { slot: 'hours', options: ['day'], objection: 'not-the-school' }),
    'red-line-objection /roles/council/script script council',
  ],
  [
    'a red line that leaves nothing',
    (it) => council(it).script.red[0].options.push('hill'),
    'all-options /roles/council/script script council',
  ],
  ['a rule that waits for nothing', (it) => (council(it).script.rules[0].when = {}), 'condition /roles/council/script script council'],
  ['a rule that waits too deep', (it) => (council(it).script.rules[0].when = nested(9)), 'too-deep /roles/council/script script council'],
  [
    'a rule that names what is gone',
    (it) => (council(it).script.rules[1].do.terms = { roof: 'red' }),
    'unknown-name /roles/council/script script council',
  ],
  [
    'a rule with an amendment of two clauses',
    (it) => (it.roles[1].script.rules[0].do.terms = { hours: 'day', fee: 'small' }),
    'amends-two-clauses /roles/cooperative/script script cooperative',
  ],
  ['a rule without its words', (_, texts) => delete texts['say.a-package'], 'lacks-text /roles/council/script script council'],
  [
    'a script that cannot say no',
    (_, texts) => delete texts['roles.council.voice.refuse'],
    'lacks-text /roles/council/script script council',
  ],
  [
    'goals that pull against nobody',
    (it) => (it.roles[3].goals[0].options = ['hill']),
    'role-without-conflict /roles/engineer goals engineer',
  ],
  ['a goal twice', (it) => council(it).goals.push(council(it).goals[0]), 'duplicate-key /roles/council goals council'],
  ['a goal that is not said', (_, texts) => delete texts['roles.council.goals.quiet-nights'], 'lacks-text /roles/council goals council'],
  [
    'a name that is too long',
    (_, texts) => (texts['roles.shop.name'] = 'The grocery in the square'),
    'name-too-long /roles/shop role shop',
  ],
  ['no public line', (_, texts) => delete texts['roles.shop.public'], 'lacks-text /roles/shop role shop'],
  ['a brief that nobody wrote', (_, texts) => delete texts['roles.shop.brief'], 'missing-file /roles/shop brief shop'],
  ['a brief that takes too long', (_, texts) => (texts['roles.shop.brief'] = 'word '.repeat(1100)), 'long-briefing /roles/shop brief shop'],
  ['HTML in a brief', (_, texts) => (texts['roles.shop.brief'] = '<b>You</b> sell'), 'html-shown-as-text /roles/shop brief shop'],
  [
    'a picture in a brief',
    (_, texts) => (texts['roles.shop.brief'] = '![You](https://example.org/a.png) sell'),
    'picture-shown-as-text /roles/shop brief shop',
  ],
  ['a link that is none', (_, texts) => (texts['setting'] = '[a hill](javascript:x)'), 'link-shown-as-text /texts/setting setting'],
  ['a term without a glossary', (_, texts) => (texts['setting'] = '[a hill](#term-hill)'), 'unknown-term /texts/setting setting'],
  ['a heading that is not there', (_, texts) => (texts['setting'] = '[a hill](#hill)'), 'unknown-heading /texts/setting setting'],
  ['a heading above the page’s own', (_, texts) => (texts['setting'] = '# A hill\n\nis there'), 'heading-too-high /texts/setting setting'],
  [
    'a heading that leaves one out',
    (_, texts) => (texts['setting'] = '## A\n\n#### B\n\nis there'),
    'heading-skips /texts/setting setting',
  ],
  ['an id that none can be', (_, texts) => (texts['setting'] = '## A {#Ä}\n\nis there'), 'heading-bad-id /texts/setting setting'],
  ['an id twice', (_, texts) => (texts['setting'] = '## A {#a}\n\nb\n\n## B {#a}\n\nb'), 'heading-twice /texts/setting setting'],
  ['a block without an end', (_, texts) => (texts['setting'] = ':::idea\nhill'), 'block-not-closed /texts/setting setting'],
  ['a block that nobody knows', (_, texts) => (texts['setting'] = '::: hill\nhill\n:::'), 'block-unknown /texts/setting setting'],
  ['a character that cannot be shown', (_, texts) => (texts['reality'] = 'It \u202erained'), 'unshowable /texts/reality reality'],
  ['facts without sources', (it) => (it.sources = 0), 'reality-without-sources /sources sources'],
  ['a source that is not named', (_, texts) => delete texts['sources.2'], 'lacks-text /sources sources'],
  [
    'nothing to talk about',
    (it) => it.clauses.forEach((clause: { tabled: boolean }) => (clause.tabled = false)),
    'nothing-tabled /clauses clauses',
  ],
  [
    'too much to talk about',
    (it, texts) => {
      const options = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
      const slots = ['one', 'two', 'three', 'four', 'five'].map((key) => ({ key, options, start: 'a' }));
      it.clauses.push({ key: 'more', kind: 'operative', tabled: true, slots });
      texts['clauses.more.title'] = 'More';
    },
    'too-many-texts /clauses clauses',
  ],
  ['a clause twice', (it) => it.clauses.push({ ...it.clauses[1], slots: [] }), 'duplicate-key /clauses clauses'],
  ['an option twice', (it) => it.clauses[0].slots[0].options.push('hill'), 'duplicate-key /clauses/mast clause mast'],
  ['a start that is no option', (it) => (it.clauses[0].slots[0].start = 'roof'), 'unknown-name /clauses/mast clause mast'],
  [
    'more slots than a clause can have',
    (it) => (it.clauses[1].slots = it.clauses[1].slots.concat(slotsNamed(9))),
    'too-many /clauses/cost clause cost',
  ],
  ['a slot of two clauses', (it) => it.clauses[1].slots.push({ ...it.clauses[0].slots[0] }), 'slot-twice /clauses/cost clause cost'],
  ['a clause without its words', (_, texts) => delete texts['clauses.mast.text'], 'lacks-text /clauses/mast clause mast'],
  ['a clause that lacks a slot', (_, texts) => (texts['clauses.cost.text'] = 'It is free.'), 'slot-not-in-text /clauses/cost clause cost'],
  ['a clause with a slot of another', (_, texts) => (texts['clauses.cost.text'] += ' {{hours}}'), 'slot-unknown /clauses/cost clause cost'],
  ['no call', (it) => it.phases.splice(4, 1), 'phase-lacks /phases phases'],
  [
    'a phase too late',
    (it) =>
      it.phases
        .reverse()
        .reverse()
        .push({ ...it.phases[1], key: 'late' }),
    'phase-order /phases/late phases late',
  ],
  [
    'a phase that nobody reaches',
    (it) => ((it.modes = ['live']), (it.phases[1].live = null)),
    'phase-unreachable /phases/opening phases opening',
  ],
  ['a phase without its name', (_, texts) => delete texts['phases.opening'], 'lacks-text /phases/opening phases opening'],
  ['an announcement that comes too late', (it) => (it.injects[0].at.minute = 500), 'inject-too-late /events/storm events storm'],
  ['an announcement without its words', (_, texts) => delete texts['injects.storm'], 'lacks-text /events/storm events storm'],
  ['an announcement to nobody', (it) => (it.injects[0].to = []), 'too-few /events/storm events storm'],
  [
    'a remedy that crosses a red line',
    (it) => (it.objections.find(({ key }: { key: string }) => key === 'not-the-school').remedy = ['school']),
    'remedy-crosses-red-line /objections/not-the-school objection not-the-school',
  ],
  [
    'an objection that is not said',
    (_, texts) => delete texts['objections.too-dear.problem'],
    'lacks-text /objections/too-dear objection too-dear',
  ],
  [
    'an objection that nobody can answer',
    (it) => (objection(it, 'too-dear').answers = []),
    'too-few /objections/too-dear objection too-dear',
  ],
  [
    'a statement without its words',
    (_, texts) => delete texts['statements.who-is-offline'],
    'lacks-text /statements/who-is-offline statements who-is-offline',
  ],
  ['a statement of nobody', (it) => (it.statements[0].roles = []), 'too-few /statements/who-is-offline statements who-is-offline'],
  ['a step of the debrief without a question', (it) => it.prompts.splice(0, 1), 'prompt-lacks /questions questions'],
  [
    'a question out of its order',
    (it) => it.prompts.push({ ...it.prompts[0], key: 'late' }),
    'prompt-order /questions/late questions late',
  ],
];

/** What a file or another kind of package can have wrong, and a draft cannot. */
const NEVER = /yaml|front-matter|unknown-file|not-a-map|not-a-list|missing-key|unknown-key|unknown-text|^translation|^right-|^gap-|^levels|^rubric|^certificate|^draw-|^bands|lacks-feedback|slug-differs|unknown-(option|package)|another-module|read-target|unused-term|nothing-handed-in|no-points|heading-without-id/; // prettier-ignore

function slotsNamed(count: number) {
  return Array.from({ length: count }, (_, at) => ({ key: `more-${at}`, options: ['yes', 'no'], start: 'no' }));
}

function objection(it: Loose, wanted: string) {
  return it.objections.find(({ key }: { key: string }) => key === wanted);
}

describe('where what is wrong with a draft is mended', () => {
  it.each(CASES)('%s', (_, change, ...expected) => {
    const found = placesIn(change);
    for (const each of expected) expect(found).toContain(each);
    if (expected.length === 0) expect(found).toEqual([]);
  });

  it('every problem that a draft can have is among these', () => {
    const shown = new Set(CASES.flatMap(([, change]) => lint(draftOfMast(change)).map(({ key }) => key)));
    const keys = (Object.keys(PROBLEMS) as ProblemKey[]).filter((key) => !NEVER.test(key.replace('content.problem.', '')));
    expect(keys.filter((key) => !shown.has(key))).toEqual([]);
  });

  it.each(Object.keys(PROBLEMS) as ProblemKey[])('whatever is found has a place: %s', (key) => {
    const problem = { file: 'scenario.yml', line: null, key, details: {}, severity: PROBLEMS[key] };
    expect(problemPlace(problem, draftOfMast(), {}).address).toMatch(/^\/[a-z]+$/);
  });

  it('words that are missing are told although the skeleton is wrong', () => {
    const change: Change = (it, texts) => {
      it.phases.splice(4, 1);
      texts['title'] = ' ';
      delete texts['roles.shop.brief'];
      delete texts['reality'];
    };
    expect(placesIn(change)).toEqual(['phase-lacks /phases phases', 'lacks-text /basics basics', 'missing-file /roles/shop brief shop']);
  });

  it('errors come first', () => {
    const severities = lint(draftOfMast((_, texts) => {
      texts['setting'] = '<b>A hill</b>';
      delete texts['roles.shop.brief'];
    })).map(({ severity }) => severity); // prettier-ignore
    expect(severities).toEqual(['error', 'warning']);
  });
});
