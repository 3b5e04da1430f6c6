/** The small parts of which items of QTI 3.0 are made. */
import type { Piece } from './xml';

const TEMPLATES = 'https://purl.imsglobal.org/spec/qti/v3p0/rptemplates';

/** What a question declares, shows and judges by. */
export interface Body {
  declarations: Piece[];
  body: Piece[];
  processing: Piece | null;
}

/** Paragraphs, with line breaks in them. */
export function blocks(text: string): Piece[] {
  return text ? text.split(/\n\s*\n/).map((part): Piece => ['p', {}, ...lines(part)]) : [];
}

export function lines(text: string): Piece[] {
  return text
    .split('\n')
    .flatMap((line, at): Piece[] => (at ? [['br', {}], line] : [line]))
    .filter((piece) => piece !== '');
}

export const template = (name: string): Piece => ['qti-response-processing', { template: `${TEMPLATES}/${name}.xml` }];

export function declared(
  identifier: string,
  cardinality: string,
  baseType: string,
  correct: string[],
  mapping: [key: string, value: number][] = [],
  matchCase = false,
): Piece {
  return [
    'qti-response-declaration',
    { identifier, cardinality, 'base-type': baseType },
    ...(correct.length ? [['qti-correct-response', {}, ...correct.map((value): Piece => ['qti-value', {}, value])] as Piece] : []),
    ...(mapping.length
      ? [
          [
            'qti-mapping',
            { 'default-value': 0 },
            ...mapping.map(([key, value]): Piece => [
              'qti-map-entry',
              { 'map-key': key, 'mapped-value': value, 'case-sensitive': String(matchCase) },
            ]),
          ] as Piece,
        ]
      : []),
  ];
}

export const choice = (at: number): string => `c${at + 1}`;

export function simpleChoice(identifier: string, text: string, feedback: string): Piece {
  const said: Piece[] = feedback
    ? [['qti-feedback-inline', { 'outcome-identifier': 'FEEDBACK', identifier, 'show-hide': 'show' }, ...lines(feedback)]]
    : [];
  return ['qti-simple-choice', { identifier }, ...lines(text), ...said];
}
