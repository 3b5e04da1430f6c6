/** What stands against publishing a draft, in sentences beside the places where it is mended. */
import { DEBRIEF_STEPS, PHASE_KINDS } from '../../../content/scenario';
import type { Say } from '../../../languages/phrases';
import { cut } from '../cut';
import type { Draft } from '../draft';
import type { Part, Place } from './problem-place';
import type { PlacedProblem } from './problems';

export interface ProblemShown {
  /** the page of the editor on which it is mended */
  address: string;
  /** what that is about */
  place: string;
  /** what is wrong */
  said: string;
  error: boolean;
}

/** `address` is the draft's own; the words are those of the house and the author's. */
export function problemsShown(problems: readonly PlacedProblem[], draft: Draft, address: string, say: Say): ProblemShown[] {
  const shown = problems.map((problem) => ({
    address: address + problem.place.address,
    place: placeNamed(problem.place, draft, say),
    said: problemSaid(problem, draft, say),
    error: problem.severity === 'error',
  }));
  // one slip in a script can be told several times in the same words
  return shown.filter((one, at) => shown.findIndex(({ place, said }) => place === one.place && said === one.said) === at);
}

const OF_ROLES: Part[] = ['role', 'brief', 'goals', 'script'];

function placeNamed({ part, key }: Place, { texts, structure }: Draft, say: Say): string {
  const phrase = `scenario-trial.part.${part}`;
  const of = (role: string) => say(phrase, { name: texts[`roles.${role}.name`] ?? role });
  if (key && OF_ROLES.includes(part)) return of(key);
  if (key && part === 'clause') return say(phrase, { name: texts[`clauses.${key}.title`] ?? key });
  if (key && part === 'objection') return of(structure.objections.find((each) => each.key === key)?.role ?? key);
  return say(phrase);
}

function problemSaid({ key, details, file, place }: PlacedProblem, draft: Draft, say: Say): string {
  const brief = key === 'content.problem.missing-file' && place.part === 'brief';
  if (brief) return say('scenario-trial.lacks.brief');
  if (key === 'content.problem.missing-file')
    return say(place.part === 'setting' ? 'scenario-trial.lacks.setting' : 'scenario-trial.lacks.all');
  if (key === 'content.problem.lacks-text') return say(`scenario-trial.lacks.${lacking(String(details['text']))}`);
  const name = typeof details['name'] === 'string' && file === 'scenario.yml' ? withoutPage(details['name']) : details['name'];
  if (details['value'] === '') return say('scenario-trial.unchosen');
  if (name === '' && key === 'content.problem.too-few') return say('scenario-trial.too-few', { least: details['least']! });
  if (name === '' && key === 'content.problem.too-many') return say('scenario-trial.too-many', { most: details['most']! });
  return say(key, { ...details, ...named(details, draft, say), ...(name ? { name } : {}) });
}

const PATTERNS: [RegExp, string][] = [
  [/^(title|summary|setting)$/, '$1'],
  [/^objectives\..*/, 'objective'],
  [/^roles\.[^.]+\.(name|public|brief)$/, '$1'],
  [/^roles\.[^.]+\.goals\..*/, 'goal'],
  [/^roles\.[^.]+\.voice\..*/, 'voice'],
  [/^clauses\.[^.]+\.(title|text)$/, 'clause-$1'],
  [/^clauses\.[^.]+\.slots\.[^.]+\.name$/, 'slot'],
  [/^clauses\.[^.]+\.slots\..*/, 'option'],
  [/^phases\..*/, 'phase'],
  [/^injects\..*/, 'event'],
  [/^objections\.[^.]+\.problem$/, 'objection'],
  [/^objections\..*/, 'answer'],
  [/^statements\..*/, 'statement'],
  [/^say\..*/, 'say'],
  [/^prompts\..*/, 'question'],
  [/^sources\..*/, 'source'],
];

/** What kind of words a text is. */
function lacking(text: string): string {
  const [pattern, kind] = PATTERNS.find(([each]) => each.test(text)) ?? [/.*/, 'all'];
  return text.replace(pattern, kind);
}

/** `roles.2.script.concede` is `script.concede` on the page of that role. */
function withoutPage(name: string): string {
  const [list, number, ...rest] = name.split('.');
  return /^\d+$/.test(number ?? '') ? rest.join('.') : ['roles', 'clauses', 'phases', 'objectives', 'prompts'].includes(list!) ? '' : name;
}

const MOST_SHOWN = 60;

/** Parts that the sentence names, as their author calls them. */
function named(details: PlacedProblem['details'], { texts }: Draft, say: Say): Record<string, string> {
  const short = (text: string | undefined, key: string) => cut(text ?? key, MOST_SHOWN);
  const found = Object.entries(details).flatMap(([what, key]): [string, string][] => {
    if (typeof key !== 'string') return [];
    switch (what) {
      case 'role':
        return [[what, texts[`roles.${key}.name`] ?? key]];
      case 'clause':
        return [[what, texts[`clauses.${key}.title`] ?? key]];
      case 'phase':
        return [[what, texts[`phases.${key}`] ?? key]];
      case 'inject':
        return [[what, short(texts[`injects.${key}`], key)]];
      case 'objection':
        return [[what, short(texts[`objections.${key}.problem`], key)]];
      case 'prompt':
        return [[what, short(texts[`prompts.${key}`], key)]];
      case 'step':
      case 'before':
      case 'kind':
        return isStep(key)
          ? [[what, say(`simulations.debrief.step.${key}`)]]
          : isKind(key)
            ? [[what, say(`scenario-trial.kind.${key}`)]]
            : [];
      default:
        return [];
    }
  });
  return Object.fromEntries(found);
}

const isStep = (key: string) => (DEBRIEF_STEPS as readonly string[]).includes(key);
const isKind = (key: string) => (PHASE_KINDS as readonly string[]).includes(key);
