/** What is different between two states of a question, part by part, for whoever has to judge it. */
import { canonical } from '../../content/canonical';
import { Language, LANGUAGES } from '../../kernel/language';
import { formatList } from '../../languages/formats';
import { QuestionTexts, Written } from '../questions/written';
import { inOrder, PartName, partName } from './parts';
import { keyInWords } from './key-in-words';

export interface Difference {
  part: PartName;
  /** of a text */
  language: Language | null;
  before: string;
  after: string;
}

export function differences(before: Written, after: Written): Difference[] {
  const fact = (what: string, from: string, to: string): Difference[] =>
    from === to ? [] : [{ part: { key: `bank.part.${what}`, details: {} }, language: null, before: from, after: to }];
  const bare = ({ structure }: Written) => canonical(JSON.parse(JSON.stringify({ ...structure, key: '' })));
  const keyChanged = bare(before) !== bare(after);
  return [
    ...fact('name', before.name, after.name),
    ...(keyChanged ? fact('type', before.structure.type, after.structure.type) : []),
    ...[before.language, ...LANGUAGES.filter((one) => one !== before.language)].flatMap((language) => texts(before, after, language)),
    ...(keyChanged ? fact('key', keyInWords(before), keyInWords(after)) : []),
    ...fact('points', String(before.structure.points), String(after.structure.points)),
    ...fact('category', before.category, after.category),
    ...fact('tags', formatList(before.tags, before.language), formatList(after.tags, after.language)),
  ];
}

function texts(before: Written, after: Written, language: Language): Difference[] {
  const [from, to]: QuestionTexts[] = [before.texts[language] ?? {}, after.texts[language] ?? {}];
  const keys = [...new Set([...Object.keys(from!), ...Object.keys(to!)])].filter((key) => from![key] !== to![key]);
  const structureOf = (key: string) => (Object.hasOwn(to!, key) ? after.structure : before.structure);
  return inOrder(after.structure, keys).map((key) => ({
    part: partName(structureOf(key), key),
    language,
    before: from![key] ?? '',
    after: to![key] ?? '',
  }));
}
