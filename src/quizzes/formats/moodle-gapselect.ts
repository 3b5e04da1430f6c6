/** Moodle's “select missing words” and “drag and drop into text”: `[[1]]` in the text, and choices in groups. */
import { parted } from './cloze';
import type { Imported, ImportedGap } from './imported';
import type { About, MoodleWords } from './moodle-words';
import { type Element, first, within, wordsOf } from './xml';

export function readGapSelect(element: Element, { stem: whole, ...about }: About, words: MoodleWords): Imported | null {
  const choices = [...within(element, 'selectoption'), ...within(element, 'dragbox')].map((each) => ({
    text: words.of(each),
    group: wordsOf(first(each, 'group')).trim() || '1',
  }));
  const gaps: ImportedGap[] = [];
  let failed = false;
  const text = whole.replace(/\{(?=\{)/g, '{ ').replace(/\[\[(\d{1,3})\]\]/g, (_, number: string) => {
    const right = choices[Number(number) - 1];
    const options = choices.filter(({ group }) => group === right?.group);
    const key = String(gaps.length + 1);
    if (!right || options.length < 2 || options.some((option) => !option.text)) failed = true;
    else
      gaps.push({
        key,
        typed: false,
        options: options.map((option) => ({ text: option.text, feedback: '' })),
        right: options.indexOf(right),
        feedback: '',
      });
    return `{{${key}}}`;
  });
  if (failed) return words.tell('formats.problem.too-few-options');
  return gaps.length ? { ...about, ...parted(text), type: 'gap-text', gaps } : words.tell('formats.problem.no-gaps');
}
