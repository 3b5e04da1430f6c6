import { join } from 'node:path';
import { LANGUAGES } from '../../../src/kernel/language';
import { Phrases } from '../../../src/languages/phrases';
import { lint } from '../../../src/simulations/writing/problems/problems';
import { problemsShown } from '../../../src/simulations/writing/problems/problems.view';
import { draftOfMast, type Loose } from './mast';

const phrases = Phrases.read(join(__dirname, '../../../views/translations'));
type Change = (structure: Loose, texts: Record<string, string>) => void;

const shown = (change: Change, language: (typeof LANGUAGES)[number] = 'en') => {
  const draft = draftOfMast(change);
  return problemsShown(lint(draft), draft, '/here', phrases.in(language)).map(
    ({ place, said, address }) => `${place} | ${said} | ${address}`,
  );
};

describe('what stands against publishing, in the words of those who write', () => {
  it.each<[string, Change, string]>([
    ['a brief', (_, texts) => delete texts['roles.shop.brief'], 'Brief of “Shop” | The confidential brief is missing. | /here/roles/shop'],
    ['an option', (_, texts) => delete texts['clauses.mast.slots.place.options.hill'], 'Clause “The mast” | An option has no words. | /here/clauses/mast'],
    ['an argument', (_, texts) => delete texts['objections.too-dear.answers.a-fund'], 'An objection of “Teacher” | An answer to the objection has no words. | /here/objections/too-dear'],
    ['no option chosen', (it) => (it.clauses[0].slots[0].start = ''), 'Clause “The mast” | Something is not chosen here yet. | /here/clauses/mast'],
    ['no goals to pull', (it) => (it.roles[3].goals[0].options = ['hill']), 'Goals of “Engineer” | No goal of Engineer pulls against a goal of another role, so it has nothing to negotiate. | /here/roles/engineer'],
    ['no concession', (it) => (it.roles[0].script.concede = []), 'Script of “Council” | script.concede: at least 1 expected. | /here/roles/council/script'],
    ['no call', (it) => it.phases.splice(4, 1), 'Phases | There is no phase of the kind call for consensus. | /here/phases'],
    ['no reactions', (it) => it.prompts.splice(0, 1), 'Questions of the debrief | The debrief asks nothing at the step Reactions. | /here/questions'],
    ['no objectives', (it) => (it.objectives = []), 'What one can learn | There are too few of them. At least: 1. | /here/basics'],
    ['a storm too late', (it) => (it.injects[0].at.minute = 500), 'Announcements | The announcement A storm takes the old mast down. comes after the 10 minutes of the phase Second round. | /here/events/storm'],
  ])('%s', (_, change, sentence) => expect(shown(change)).toContain(sentence)); // prettier-ignore

  it.each(LANGUAGES)('nothing at all written yet, in %s: every line has its place and says what to do', (language) => {
    const nothing: Change = (it, texts) => {
      for (const key of Object.keys(texts)) delete texts[key];
      it.phases.splice(4, 1);
      it.prompts.splice(0, 1);
      it.players.min = 7;
    };
    const lines = shown(nothing, language);
    expect(lines.length).toBeGreaterThan(30);
    for (const line of lines) expect(line).toMatch(/^.{2,} \| .{4,} \| \/here\/[a-z]/u);
  });

  it('the same slip is told once for each place', () => {
    const lines = shown((_, texts) => {
      for (const key of Object.keys(texts)) if (/^clauses\.mast\.slots\..*options/.test(key)) delete texts[key];
    });
    expect(lines).toEqual(['Clause “The mast” | An option has no words. | /here/clauses/mast']);
  });
});
