/** One question as an item of QTI 3.0. */
import type { Imported } from './imported';
import { loseExtras, type Lose } from './losses';
import { bodyOf } from './qti-bodies';
import { blocks } from './qti-pieces';
import type { Piece } from './xml';

const ITEM = 'http://www.imsglobal.org/xsd/imsqtiasi_v3p0';

export function itemOf(question: Imported, identifier: string, lose: Lose): Piece {
  loseExtras(
    {
      ...question,
      points: 1,
      ...(question.type === 'short-text' ? { matchCase: false } : {}),
      ...(question.type === 'essay' ? { rubric: [] } : {}),
    } as Imported,
    lose,
  );
  if (question.category.length) lose('formats.loss.category');
  const { declarations, body, processing } = bodyOf(question, lose);
  const modal = (name: string, text: string): Piece[] =>
    text
      ? [
          [
            'qti-modal-feedback',
            { 'outcome-identifier': 'FEEDBACK', identifier: name, 'show-hide': 'show' },
            ['qti-content-body', {}, ...blocks(text)],
          ],
        ]
      : [];
  return [
    'qti-assessment-item',
    { xmlns: ITEM, identifier, title: question.name, adaptive: 'false', 'time-dependent': 'false' },
    ...declarations,
    outcome('SCORE', 0),
    outcome('MAXSCORE', question.points),
    ['qti-item-body', {}, ...body],
    ...(processing ? [processing] : []),
    ...modal('general', question.feedback),
    ...modal('right', question.whenRight),
    ...modal('wrong', question.whenWrong),
  ];
}

const outcome = (identifier: string, value: number): Piece => [
  'qti-outcome-declaration',
  { identifier, cardinality: 'single', 'base-type': 'float' },
  ['qti-default-value', {}, ['qti-value', {}, String(value)]],
];
