/** The words that a scenario's skeleton asks for: short ones together in one file, long ones each in a file of their own. */
import { graphemes } from '../../kernel/text';
import { gapsIn } from '../gaps';
import { ScenarioStructure } from '../scenario';
import { Sheet } from './sheet';
import { Expected, Word } from './words';

/** So many characters fit beside a seat in the picture of a table. */
const LONGEST_NAME = 16;
const VOICE = ['accept', 'live-with', 'stand-aside', 'refuse', 'withdraw'];

type Need = [key: string, need: 'required' | 'advised' | 'optional'];

const required = (keys: readonly string[]): Need[] => keys.map((key) => [key, 'required']);

/** The words in `<language>/scenario.yml`, in the order of the file. */
export function shortWords(structure: ScenarioStructure): Expected {
  const keys = (name: string, parts: readonly { key: string }[]) => parts.map(({ key }) => `${name}.${key}`);
  return new Map(
    required([
      'title',
      'summary',
      ...structure.objectives.map((key) => `objectives.${key}`),
      ...structure.roles.flatMap(roleWords),
      ...structure.clauses.flatMap(clauseWords),
      ...keys('phases', structure.phases),
      ...keys('injects', structure.injects),
      ...structure.objections.flatMap(({ key, answers }) => [`objections.${key}.problem`, ...keys(`objections.${key}.answers`, answers)]),
      ...keys('statements', structure.statements),
      ...saidBy(structure).map((key) => `say.${key}`),
      ...keys('prompts', structure.prompts),
      ...Array.from({ length: structure.sources }, (_, index) => `sources.${index + 1}`),
    ]),
  );
}

function roleWords({ key, goals, script }: ScenarioStructure['roles'][number]): string[] {
  const own = ['name', 'public', ...goals.map((goal) => `goals.${goal.key}`), ...(script ? VOICE.map((each) => `voice.${each}`) : [])];
  return own.map((each) => `roles.${key}.${each}`);
}

function clauseWords({ key, slots }: ScenarioStructure['clauses'][number]): string[] {
  const own = slots.flatMap((slot) => [`${slot.key}.name`, ...slot.options.map((option) => `${slot.key}.options.${option}`)]);
  return [`clauses.${key}.title`, `clauses.${key}.text`, ...own.map((each) => `clauses.${key}.slots.${each}`)];
}

/** What scripts say, each once, in the order of the file. */
function saidBy({ roles }: ScenarioStructure): string[] {
  const actions = roles.flatMap(({ script }) => (script?.rules ?? []).map((rule) => rule.do));
  return [...new Set(actions.flatMap((action) => ('words' in action ? [action.words] : [])))];
}

/** From file to the one text that it holds, in Markdown. */
export function longWords({ roles }: ScenarioStructure): ReadonlyMap<string, Need> {
  return new Map<string, Need>([
    ['setting.md', ['setting', 'required']],
    ...roles.map(({ key }): [string, Need] => [`briefs/${key}.md`, [`roles.${key}.brief`, 'required']]),
    ['reality.md', ['reality', 'optional']],
  ]);
}

/** What is said of words in every language: names fit beside their seats, and each slot stands in its clause exactly once. */
export function inspectWords(sheet: Sheet, words: ReadonlyMap<string, Word>, { roles, clauses }: ScenarioStructure): void {
  for (const { key } of roles) {
    const name = words.get(`roles.${key}.name`);
    if (name && graphemes(name.text) > LONGEST_NAME) {
      sheet.note('content.problem.name-too-long', name.line, { name: name.text, most: LONGEST_NAME });
    }
  }
  for (const { key, slots } of clauses) {
    const text = words.get(`clauses.${key}.text`);
    if (text) inspectClause(sheet, text, key, slots.map((slot) => slot.key)); // prettier-ignore
  }
}

function inspectClause(sheet: Sheet, { text, line }: Word, clause: string, slots: readonly string[]): void {
  const found = gapsIn(text);
  for (const slot of slots) {
    if (found.filter((gap) => gap === slot).length !== 1) sheet.note('content.problem.slot-not-in-text', line, { clause, slot });
  }
  for (const slot of found) if (!slots.includes(slot)) sheet.note('content.problem.slot-unknown', line, { clause, slot });
}
