/** The texts of a question beside those of a translation, as somebody translates them, and what they typed. */
import { Language } from '../../../kernel/language';
import { isBlank, tidy } from '../../../kernel/text';
import { Bound, originalOf, stateIn, TextState } from '../bound';
import { inOrder, PartName, partName } from '../parts';
import { originalTexts, QuestionTexts, Written } from '../../questions/written';

export interface WordRow {
  /** of the text; for all accepted answers of a gap `gaps.<gap>.answers`, one a line */
  key: string;
  part: PartName;
  original: string;
  text: string;
  state: TextState;
}

type Worded = Written & { bound: Bound };

export function wordRows(question: Worded, language: Language): WordRow[] {
  const originals = originalTexts(question);
  const texts = question.texts[language] ?? {};
  const keys = inOrder(question.structure, Object.keys(originals)).filter((key) => originalOf(key) === key);
  return keys.map((key) => {
    const list = answersOf(key);
    return {
      key: list ?? key,
      part: partName(question.structure, key),
      original: list ? lines(originals, list) : originals[key]!,
      text: list ? lines(texts, list) : (texts[key] ?? ''),
      state: stateIn(question, language, key),
    };
  });
}

/** The question with what was typed for it in a language; keys that it does not have are left aside. */
export function withWords(question: Written, language: Language, typed: ReadonlyMap<string, string>): Written {
  const originals = originalTexts(question);
  const words: QuestionTexts = {};
  for (const [key, text] of typed) {
    if (Object.hasOwn(originals, key) && !isBlank(text)) words[key] = tidy(text);
    else if (Object.hasOwn(originals, `${key}.1`) && answersOf(`${key}.1`) === key) {
      const all = text
        .split('\n')
        .map(tidy)
        .filter((line) => !isBlank(line));
      all.forEach((line, index) => (words[`${key}.${index + 1}`] = line));
    }
  }
  return { ...question, texts: { ...question.texts, [language]: words } };
}

/** The list of accepted answers that a text begins, or null. */
function answersOf(key: string): string | null {
  return /^gaps\.[^.]+\.answers\.1$/.test(key) ? key.slice(0, -2) : null;
}

function lines(texts: QuestionTexts, list: string): string {
  const found: string[] = [];
  for (let n = 1; texts[`${list}.${n}`] !== undefined; n++) found.push(texts[`${list}.${n}`]!);
  return found.join('\n');
}
