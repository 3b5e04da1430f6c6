/** Packages made by chance, each of them one that could be published: for saying what holds for all of them. */
import fc from 'fast-check';
import { assignmentWords } from '../../src/content/folders/assignment-folder';
import { lessonWords } from '../../src/content/folders/lesson-file';
import { questionWords } from '../../src/content/folders/question-words';
import { longWords, shortWords } from '../../src/content/folders/scenario-words';
import { Expected } from '../../src/content/folders/words';
import { PackageDocument, Translations } from '../../src/content/package';
import { isAnswer } from '../../src/content/translation';
import { LANGUAGES } from '../../src/kernel/language';
import { isBlank, tidy } from '../../src/kernel/text';
import { scenarioStructure } from './scenario-skeletons';
import { assignmentStructure, body, key, keys, moduleStructure, quizStructure, text } from './skeletons';

export interface Package {
  document: PackageDocument;
  translations: Translations;
}

const PROSE = /\.body$|^task$|^setting$|^reality$|\.brief$/;
const SHORT = /^roles\.[^.]+\.name$/;

/** Texts for what a skeleton asks for: all that is required, and by chance what is not. */
function texts(expected: Expected, all: boolean, gapsOf: (name: string) => string[]): fc.Arbitrary<Record<string, string>> {
  const one = (name: string, need: string) => {
    const gaps = gapsOf(name);
    const kind = PROSE.test(name)
      ? body
      : SHORT.test(name)
        ? text.map((each) => tidy([...each].slice(0, 4).join(''))).filter((each) => !isBlank(each))
        : gaps.length > 0
          ? text.map((each) => [each.replace(/[{}]/g, ''), ...gaps.map((gap) => `{{${gap}}}`)].join(' ').trim())
          : text;
    return all && need === 'required' ? kind : fc.option(kind, { nil: undefined });
  };
  const names = [...expected].flatMap(([name, need]): (readonly [string, string])[] =>
    isAnswer(name) ? [[name, need], ...[2, 3].map((n) => [name.replace(/1$/, String(n)), 'optional'] as const)] : [[name, need]],
  );
  const entries = names.map(([name, need]) => one(name, need).map((value) => (value === undefined ? [] : [[name, value] as const])));
  return fc.tuple(...entries).map((found) => Object.fromEntries(found.flat()));
}

function packages(
  kind: PackageDocument['kind'],
  structure: unknown,
  references: PackageDocument['references'],
  expected: Expected,
  gapsOf: (name: string) => string[] = () => [],
) {
  return fc
    .record({ slug: key, languages: fc.shuffledSubarray([...LANGUAGES], { minLength: 1, maxLength: 3 }) })
    .chain(({ slug, languages: [language, ...others] }) =>
      texts(expected, true, gapsOf).chain((original) => {
        const known: Expected = new Map([...expected].filter(([name]) => Object.hasOwn(original, name)));
        return fc
          .tuple(...others.map((other) => texts(known, false, gapsOf).map((words) => [other, words] as const)))
          .map((all): Package => ({
            document: { kind, slug, language: language!, structure, texts: original, references },
            translations: Object.fromEntries(all.filter(([, words]) => Object.keys(words).length > 0)),
          }));
      }),
    );
}

type Need = [key: string, need: 'required' | 'advised' | 'optional'];

const HEAD: Need[] = [
  ['title', 'required'],
  ['summary', 'required'],
];

export const modules = moduleStructure.chain((structure) => {
  const named = structure.steps.flatMap((step): PackageDocument['references'] =>
    step.kind === 'lesson'
      ? []
      : step.kind === 'assignment'
        ? [{ kind: 'assignment' as const, slug: step.assignment }]
        : [step.kind === 'quiz' ? { kind: 'quiz' as const, slug: step.quiz } : { kind: 'scenario' as const, slug: step.scenario }],
  );
  const words = structure.steps.flatMap((step): Need[] =>
    step.kind === 'lesson' ? [...lessonWords(step)] : [[`steps.${step.key}.title`, 'required']],
  );
  const references = [...new Map(named.map((each) => [`${each.kind}:${each.slug}`, each])).values()];
  return packages('module', structure, references, new Map([...HEAD, ...words]));
});

export const quizzes = quizStructure.chain((structure) => {
  const expected: Expected = new Map([
    ...HEAD,
    ...(structure.settings?.bands ?? []).map((from) => [`bands.${from}`, 'required'] as const),
    ...structure.questions.flatMap((each) => [...questionWords(each)]),
  ]);
  const gapsOf = (name: string) =>
    structure.questions.flatMap((each) =>
      each.type === 'gap-text' && name === `questions.${each.key}.text` ? each.gaps.map((one) => one.key) : [],
    );
  return packages('quiz', structure, [{ kind: 'module', slug: structure.module }], expected, gapsOf);
});

export const programmes = keys(1).chain((names) => {
  const structure = { modules: names, certificate: { requires: 'all' } };
  const references = names.map((slug) => ({ kind: 'module' as const, slug }));
  return packages('programme', structure, references, new Map(HEAD));
});

export const assignments = assignmentStructure.chain((structure) => packages('assignment', structure, [], assignmentWords(structure)));

/** Short names, and each clause a text with its slots. */
export const scenarios = scenarioStructure.chain((structure) => {
  const expected: Expected = new Map([...shortWords(structure), ...longWords(structure).values()]);
  const gapsOf = (name: string) =>
    structure.clauses.flatMap(({ key: clause, slots }) => (name === `clauses.${clause}.text` ? slots.map((slot) => slot.key) : []));
  return packages('scenario', structure, [], expected, gapsOf);
});
