/** What stands in an item of QTI 3.0, by the type of its question. */
import type { Imported, ImportedGap } from './imported';
import type { Lose } from './losses';
import { notesOf } from './moodle-types';
import { blocks, type Body, choice, declared, lines, simpleChoice, template } from './qti-pieces';
import type { Piece } from './xml';

export function bodyOf(question: Imported, lose: Lose): Body {
  const stem = blocks(question.stem);
  switch (question.type) {
    case 'description':
      return { declarations: [], body: stem, processing: null };
    case 'essay': {
      const rubric: Piece[] = question.rubric.length
        ? [['qti-rubric-block', { use: 'scoring', view: 'scorer' }, ['qti-content-body', {}, ...blocks(notesOf(question.rubric))]]]
        : [];
      return {
        declarations: [declared('RESPONSE', 'single', 'string', [])],
        body: [...rubric, ...stem, ['qti-extended-text-interaction', { 'response-identifier': 'RESPONSE' }]],
        processing: null,
      };
    }
    case 'single':
    case 'multiple': {
      const single = question.type === 'single';
      const right = question.options.flatMap(({ percent }, at) => (percent > (single ? 99.99 : 0) ? [choice(at)] : []));
      const mapping = question.options.map(({ percent }, at): [string, number] => [choice(at), percent / 100]);
      const plain = single && question.options.every(({ percent }) => percent === 0 || percent === 100) && right.length === 1;
      const options = question.options.map(({ text, feedback }, at) => simpleChoice(choice(at), text, feedback));
      return {
        declarations: [
          declared('RESPONSE', single ? 'single' : 'multiple', 'identifier', single ? right.slice(0, 1) : right, plain ? [] : mapping),
        ],
        body: [
          ...stem,
          ['qti-choice-interaction', { 'response-identifier': 'RESPONSE', shuffle: 'true', 'max-choices': single ? 1 : 0 }, ...options],
        ],
        processing: template(plain ? 'match_correct' : 'map_response'),
      };
    }
    case 'true-false': {
      const options = [simpleChoice('true', 'True', ''), simpleChoice('false', 'False', '')];
      return {
        declarations: [declared('RESPONSE', 'single', 'identifier', [String(question.right)])],
        body: [...stem, ['qti-choice-interaction', { 'response-identifier': 'RESPONSE', 'max-choices': 1 }, ...options]],
        processing: template('match_correct'),
      };
    }
    case 'short-text': {
      if (question.answers.some(({ feedback }) => feedback)) lose('formats.loss.feedback-parts');
      const best = question.answers.filter(({ percent }) => percent >= 99.99).map(({ text }) => text);
      const mapping = question.answers.map(({ text, percent }): [string, number] => [text, percent / 100]);
      return {
        declarations: [declared('RESPONSE', 'single', 'string', best.slice(0, 1), mapping, question.matchCase)],
        body: [...stem, ['p', {}, ['qti-text-entry-interaction', { 'response-identifier': 'RESPONSE' }]]],
        processing: template('map_response'),
      };
    }
    case 'number':
      return numberBody(question, stem, lose);
    case 'ordering': {
      const options = question.items.map((text, at) => simpleChoice(choice(at), text, ''));
      return {
        declarations: [
          declared(
            'RESPONSE',
            'ordered',
            'identifier',
            question.items.map((_, at) => choice(at)),
          ),
        ],
        body: [...stem, ['qti-order-interaction', { 'response-identifier': 'RESPONSE', shuffle: 'true' }, ...options]],
        processing: template('match_correct'),
      };
    }
    case 'matching':
      return matchingBody(question, stem);
    case 'gap-text':
      return gapBody(question, stem, lose);
  }
}

function numberBody({ answers }: Extract<Imported, { type: 'number' }>, stem: Piece[], lose: Lose): Body {
  const [main] = answers.filter(({ percent }) => percent >= 99.99).concat(answers);
  if (answers.length > 1) lose('formats.loss.numbers');
  if (main!.feedback) lose('formats.loss.feedback-parts');
  const equal: Piece = [
    'qti-equal',
    { 'tolerance-mode': 'absolute', tolerance: `${main!.tolerance} ${main!.tolerance}` },
    ['qti-variable', { identifier: 'RESPONSE' }],
    ['qti-correct', { identifier: 'RESPONSE' }],
  ];
  const score: Piece = ['qti-set-outcome-value', { identifier: 'SCORE' }, ['qti-variable', { identifier: 'MAXSCORE' }]];
  return {
    declarations: [declared('RESPONSE', 'single', 'float', [String(main!.value)])],
    body: [...stem, ['p', {}, ['qti-text-entry-interaction', { 'response-identifier': 'RESPONSE' }]]],
    processing: ['qti-response-processing', {}, ['qti-response-condition', {}, ['qti-response-if', {}, equal, score]]],
  };
}

function matchingBody({ pairs, distractors }: Extract<Imported, { type: 'matching' }>, stem: Piece[]): Body {
  const sides = [...new Set([...pairs.map(({ right }) => right), ...distractors])];
  const correct = pairs.map(({ right }, at) => `l${at + 1} r${sides.indexOf(right) + 1}`);
  const one = (identifier: string, text: string, most: number): Piece => [
    'qti-simple-associable-choice',
    { identifier, 'match-max': most },
    ...lines(text),
  ];
  return {
    declarations: [
      declared(
        'RESPONSE',
        'multiple',
        'directedPair',
        correct,
        correct.map((pair): [string, number] => [pair, 1]),
      ),
    ],
    body: [
      ...stem,
      [
        'qti-match-interaction',
        { 'response-identifier': 'RESPONSE', shuffle: 'true', 'max-associations': pairs.length },
        ['qti-simple-match-set', {}, ...pairs.map(({ left }, at) => one(`l${at + 1}`, left, 1))],
        ['qti-simple-match-set', {}, ...sides.map((right, at) => one(`r${at + 1}`, right, pairs.length))],
      ],
    ],
    processing: template('map_response'),
  };
}

function gapBody({ text, gaps }: Extract<Imported, { type: 'gap-text' }>, stem: Piece[], lose: Lose): Body {
  if (gaps.some((gap) => gap.feedback || (!gap.typed && gap.options.some(({ feedback }) => feedback)))) lose('formats.loss.feedback-parts');
  const declarations = gaps.map((gap) =>
    gap.typed
      ? declared(
          `G${gap.key}`,
          'single',
          'string',
          gap.answers.slice(0, 1),
          gap.answers.map((answer): [string, number] => [answer, 1]),
        )
      : declared(`G${gap.key}`, 'single', 'identifier', [choice(gap.right)], [[choice(gap.right), 1]]),
  );
  const paragraphs = text.split(/\n\s*\n/).map((part): Piece => {
    const pieces = part.split(/\{\{\s*([a-z0-9-]+)\s*\}\}/).flatMap((piece, at): Piece[] => {
      const gap = at % 2 ? gaps.find(({ key }) => key === piece) : undefined;
      return gap ? [gapPiece(gap)] : at % 2 ? [`{ {${piece}}}`] : lines(piece);
    });
    return ['p', {}, ...pieces];
  });
  return {
    declarations,
    body: [...stem, ...paragraphs],
    processing: [
      'qti-response-processing',
      {},
      [
        'qti-set-outcome-value',
        { identifier: 'SCORE' },
        ['qti-sum', {}, ...gaps.map(({ key }): Piece => ['qti-map-response', { identifier: `G${key}` }])],
      ],
    ],
  };
}

function gapPiece(gap: ImportedGap): Piece {
  const attributes = { 'response-identifier': `G${gap.key}`, class: 'gap' };
  if (gap.typed) return ['qti-text-entry-interaction', attributes];
  return [
    'qti-inline-choice-interaction',
    attributes,
    ...gap.options.map(({ text }, at): Piece => ['qti-inline-choice', { identifier: choice(at) }, ...lines(text)]),
  ];
}
