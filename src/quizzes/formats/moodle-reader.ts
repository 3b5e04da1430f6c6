/** Moodle XML (question/format/xml): every question with its marks, hints and tags. Texts in HTML become plain texts; what they lose is told. */
import { readMoodleType } from './moodle-types';
import { type About, MoodleWords } from './moodle-words';
import type { Imported, ReadFile } from './imported';
import { shortened } from './names';
import { readFrom, telling, type TellAt, unread } from './telling';
import { type Element, first, readXml, within, wordsOf } from './xml';

const CONTEXT = /^\$(?:course|system|module|cat\d*)\$$/;
const USUAL_PENALTY = 100 / 3;

export function readMoodle(file: string): ReadFile {
  const { root, fault } = readXml(file);
  if (!root) return unread(fault.line, fault.key);
  if (root.name !== 'quiz') return unread(root.line, 'formats.problem.xml-other', { name: root.name });
  const { problems, tell } = telling();
  const questions: Imported[] = [];
  const ids = new Set<string>();
  let category: string[] = [];
  for (const element of within(root, 'question')) {
    if (element.attributes.type === 'category') {
      category = categoryOf(element);
      continue;
    }
    const question = readOne(element, category, tell);
    if (!question) continue;
    const key = [...category, question.id].join('\0');
    if (question.id !== null && ids.has(key)) tell(element.line, 'formats.problem.id-twice', { id: question.id });
    else questions.push(question);
    ids.add(key);
  }
  return readFrom(questions, problems);
}

/** `$course$/top/a/b`; a doubled slash is part of a name. */
function categoryOf(element: Element): string[] {
  const path = wordsOf(first(first(element, 'category'), 'text')).replaceAll('//', '\u0001');
  const names = path.split('/').map((part) => part.replaceAll('\u0001', '/').trim());
  if (names[0] && CONTEXT.test(names[0])) names.shift();
  if (names[0] === 'top') names.shift();
  return names.filter(Boolean);
}

function readOne(element: Element, category: string[], tell: TellAt): Imported | null {
  const words = new MoodleWords(element, tell);
  const stem = words.of(first(element, 'questiontext'));
  const said = (name: string) => words.of(first(element, name));
  const type = element.attributes.type ?? '';
  if (type !== 'description' && /[^.\s]/.test(said('partiallycorrectfeedback').replace(/^Your answer is partially correct\.?$/, '')))
    tell(element.line, 'formats.problem.moodle-partly-right');
  const about: About = {
    line: element.line,
    name:
      wordsOf(first(first(element, 'name'), 'text'))
        .replace(/\s+/g, ' ')
        .trim() || shortened(stem),
    id: wordsOf(first(element, 'idnumber')).trim() || null,
    tags: [...new Set(within(first(element, 'tags'), 'tag').map((tag) => wordsOf(tag).replace(/\s+/g, ' ').trim()))].filter(Boolean),
    category,
    stem,
    markup: words.isMarkdown ? 'markdown' : 'plain',
    feedback: said('generalfeedback'),
    whenRight: said('correctfeedback'),
    whenWrong: said('incorrectfeedback'),
    points: pointsOf(element, tell),
    hints: within(element, 'hint')
      .map((hint) => words.of(hint))
      .filter(Boolean),
    penalty: penaltyOf(element),
  };
  const question = readMoodleType(type, element, about, words);
  if (question) words.tellLosses();
  return question;
}

function pointsOf(element: Element, tell: TellAt): number {
  const grade = first(element, 'defaultgrade');
  const points = grade ? Number(wordsOf(grade)) : 1;
  if (element.attributes.type === 'description') return 0;
  if (Number.isInteger(points) && points >= 1 && points <= 100) return points;
  const instead = Math.min(100, Math.max(1, Math.round(points) || 1));
  tell(grade?.line ?? element.line, 'formats.problem.points-rounded', { points: wordsOf(grade).trim(), instead });
  return instead;
}

function penaltyOf(element: Element): number | null {
  const written = first(element, 'penalty');
  const percent = Math.round(Number(wordsOf(written)) * 1e7) / 1e5;
  if (!written || !(percent >= 0 && percent <= 100) || Math.abs(percent - USUAL_PENALTY) < 0.01) return null;
  return element.attributes.type === 'truefalse' && percent === 100 ? null : percent;
}
