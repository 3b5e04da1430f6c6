/** Writes Moodle XML as Moodle's export does, with plain texts. */
import { clean } from './clean';
import { clozeGap, outsideGaps } from './cloze';
import { roundedWeight } from './gift-weights';
import type { Imported, Markup } from './imported';
import { losing, type Lose, type WrittenFile } from './losses';
import { notesOf } from './moodle-types';
import { type Piece, writeXml } from './xml';

const FORMATS: Record<Markup, string> = { auto: 'moodle_auto_format', html: 'html', plain: 'plain_text', markdown: 'markdown' };
const TYPES: Record<Imported['type'], string> = {
  single: 'multichoice',
  multiple: 'multichoice',
  'true-false': 'truefalse',
  'short-text': 'shortanswer',
  number: 'numerical',
  matching: 'matching',
  ordering: 'ordering',
  'gap-text': 'cloze',
  essay: 'essay',
  description: 'description',
};
/** Which types have words for whoever is right or wrong as a whole. */
const COMBINED = ['single', 'multiple', 'matching', 'ordering'];

export function writeMoodle(questions: readonly Imported[]): WrittenFile {
  const { losses, of } = losing();
  const pieces: Piece[] = [];
  let category: string[] = [];
  for (const question of questions.map(clean)) {
    if (question.category.join('\n') !== category.join('\n')) pieces.push(categoryOf(question.category));
    category = question.category;
    pieces.push(questionOf(question, of(question)));
  }
  return { text: writeXml(['quiz', {}, ...pieces]), losses };
}

/** A slash at the end of a name would join the one that parts the names. */
function categoryOf(path: string[]): Piece {
  const names = path.map((name) => name.replaceAll('/', '//'));
  const spaced = names.map((name) => `${name.startsWith('/') ? ' ' : ''}${name}${name.endsWith('/') ? ' ' : ''}`);
  return ['question', { type: 'category' }, ['category', {}, text(['$course$', 'top', ...spaced].join('/'))]];
}

const text = (words: string): Piece => (words ? ['text', {}, words] : ['text', {}]);

function questionOf(question: Imported, lose: Lose): Piece {
  const format = FORMATS[question.markup];
  const block = (name: string, words: string): Piece => [name, { format }, text(words)];
  const { whenRight, whenWrong, hints, tags, id, type } = question;
  if (!COMBINED.includes(type) && type !== 'true-false' && (whenRight || (whenWrong && type !== 'number')))
    lose('formats.loss.feedback-right-wrong');
  const penalty = (question.penalty ?? (type === 'true-false' ? 100 : 100 / 3)) / 100;
  const isCombined = COMBINED.includes(type);
  return [
    'question',
    { type: TYPES[type] },
    ['name', {}, text(question.name)],
    block('questiontext', type === 'gap-text' ? clozeText(question, lose) : question.stem),
    block('generalfeedback', question.feedback),
    ['defaultgrade', {}, question.points.toFixed(7)],
    ['penalty', {}, penalty.toFixed(7)],
    ['hidden', {}, '0'],
    ...(id === null ? [] : [['idnumber', {}, id] as Piece]),
    ...(isCombined
      ? [block('correctfeedback', whenRight), block('partiallycorrectfeedback', ''), block('incorrectfeedback', whenWrong)]
      : []),
    ...own(question, block, lose),
    ...hints.map((hint) => block('hint', hint)),
    ...(tags.length ? [['tags', {}, ...tags.map((tag): Piece => ['tag', {}, text(tag)])] as Piece] : []),
  ];
}

function own(question: Imported, block: (name: string, words: string) => Piece, lose: Lose): Piece[] {
  const answer = (words: string, percent: number, feedback: string, ...more: Piece[]): Piece => [
    'answer',
    { fraction: roundedWeight(percent, () => lose('formats.loss.weight')), format: 'plain_text' },
    text(words),
    block('feedback', feedback),
    ...more,
  ];
  switch (question.type) {
    case 'single':
    case 'multiple':
      return [
        ['single', {}, String(question.type === 'single')],
        ['shuffleanswers', {}, 'true'],
        ['answernumbering', {}, 'abc'],
        ...question.options.map(({ text: words, percent, feedback }) => marked(answer(words, percent, feedback), FORMATS[question.markup])),
      ];
    case 'true-false': {
      const { right, whenRight, whenWrong } = question;
      return [
        answer('true', right ? 100 : 0, right ? whenRight : whenWrong),
        answer('false', right ? 0 : 100, right ? whenWrong : whenRight),
      ];
    }
    case 'short-text':
      return [
        ['usecase', {}, question.matchCase ? '1' : '0'],
        ...question.answers.map((each) => answer(each.text, each.percent, each.feedback)),
      ];
    case 'number':
      return [
        ...question.answers.map((each) =>
          answer(String(each.value), each.percent, each.feedback, ['tolerance', {}, String(each.tolerance)]),
        ),
        ...(question.whenWrong ? [answer('*', 0, question.whenWrong, ['tolerance', {}, '0'])] : []),
        ...(question.units.length
          ? [
              [
                'units',
                {},
                ...question.units.map((unit): Piece => [
                  'unit',
                  {},
                  ['multiplier', {}, String(1 / unit.factor)],
                  ['unit_name', {}, unit.text],
                ]),
              ] as Piece,
            ]
          : []),
      ];
    case 'matching': {
      const sides = [...question.pairs, ...question.distractors.map((right) => ({ left: '', right }))];
      return [
        ['shuffleanswers', {}, 'true'],
        ...sides.map(({ left, right }): Piece => [
          'subquestion',
          { format: FORMATS[question.markup] },
          text(left),
          ['answer', {}, text(right)],
        ]),
      ];
    }
    case 'ordering':
      return [
        ['layouttype', {}, 'VERTICAL'],
        ['selecttype', {}, 'ALL'],
        ['gradingtype', {}, 'RELATIVE_NEXT_EXCLUDE_LAST'],
        ...question.items.map((item, at): Piece => [
          'answer',
          { fraction: (at + 1).toFixed(7), format: FORMATS[question.markup] },
          text(item),
        ]),
      ];
    case 'essay':
      return [
        ['responseformat', {}, 'editor'],
        ...(question.mostWords === null ? [] : [['maxwordlimit', {}, String(question.mostWords)] as Piece]),
        ...(question.rubric.length ? [['graderinfo', { format: 'plain_text' }, text(notesOf(question.rubric))] as Piece] : []),
      ];
    case 'gap-text':
    case 'description':
      return [];
  }
}

/** Options have a format of their own; answers to type have none. */
function marked(piece: Piece, format: string): Piece {
  const [name, attributes, ...children] = piece as Exclude<Piece, string>;
  return [name, { ...attributes, format }, ...children];
}

function clozeText({ stem, text: words, gaps }: Extract<Imported, { type: 'gap-text' }>, lose: Lose): string {
  if (gaps.some((gap) => !gap.typed && gap.feedback)) lose('formats.loss.feedback-parts');
  const pieces = words.split(/\{\{\s*([a-z0-9-]+)\s*\}\}/).map((part, at) => {
    const gap = at % 2 ? gaps.find(({ key }) => key === part) : undefined;
    return gap ? clozeGap(gap) : at % 2 ? `{ {${part}}}` : outsideGaps(part);
  });
  return [outsideGaps(stem).replace(/\n{2,}/g, '\n'), pieces.join('')].filter(Boolean).join('\n\n');
}
