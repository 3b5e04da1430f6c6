/** What stands against publishing a draft, and where in the editor each of it is mended. */
import { compile, write } from '../../../content/folders/folder';
import { longWords, shortWords } from '../../../content/folders/scenario-words';
import { type Problem, problem } from '../../../content/problem';
import { isBlank } from '../../../kernel/text';
import { type Draft, documentOf } from '../draft';
import { type Place, problemPlace } from './problem-place';

export interface PlacedProblem extends Problem {
  place: Place;
}

/** An editor is looked at more often than it is changed, and reading a large draft takes a tenth of a second. */
const LATELY = 10;
const known = new Map<string, readonly PlacedProblem[]>();

/**
 * The problems of what publishing would make, errors first. Files whose skeleton has an error are read no further, because what follows
 * would only confuse; in a draft every part has its place, so that words that are missing are told at once.
 */
export function lint({ slug, language, structure, texts }: Draft): PlacedProblem[] {
  const draft = JSON.stringify({ slug, language, structure, texts });
  const found = known.get(draft) ?? looked(JSON.parse(draft) as Draft); // a part that stands in two places is two parts there
  if (known.size >= LATELY && !known.has(draft)) known.delete(known.keys().next().value!);
  known.set(draft, found);
  return [...found];
}

function looked(draft: Draft): PlacedProblem[] {
  const files = write(documentOf(draft));
  const { problems } = compile('scenario', files);
  const stopped = problems.some(({ file, severity }) => file === 'scenario.yml' && severity === 'error');
  const all = [...problems, ...(stopped ? missingWords(draft) : [])].map((each) => ({ ...each, place: problemPlace(each, draft, files) }));
  return [...all.filter(({ severity }) => severity === 'error'), ...all.filter(({ severity }) => severity === 'warning')];
}

function missingWords({ structure, language, texts }: Draft): Problem[] {
  const lacks = (key: string) => !Object.hasOwn(texts, key) || isBlank(texts[key]!);
  const short = [...shortWords(structure)].filter(([key, need]) => need === 'required' && lacks(key));
  const long = [...longWords(structure)].filter(([, [key, need]]) => need === 'required' && lacks(key));
  return [
    ...short.map(([text]) => problem(`${language}/scenario.yml`, null, 'content.problem.lacks-text', { text })),
    ...long.map(([file]) => problem(`${language}/${file}`, null, 'content.problem.missing-file')),
  ];
}
