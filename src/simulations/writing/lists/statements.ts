/** What can be said at a table without writing: written statements, each open to some roles or to all. */
import type { StatementStructure } from '../../../content/scenario';
import { freshKey } from '../draft';
import { toWhom } from './audience';
import { changed, listOf, NOTHING_TYPED, type PartKind, Reading } from './part';

const own = listOf('statements');

export const STATEMENTS: PartKind = {
  ...own,
  name: 'statements',
  fields: ['to'],
  most: 120,
  longest: 2000,
  wordsAt: (key) => `statements.${key}`,
  begun: (structure) => {
    const key = freshKey('statement', own.keys(structure));
    return { key, structure: { ...structure, statements: [...structure.statements, { key, roles: 'all' }] } };
  },
  facts: (draft, key) => {
    const { roles } = draft.structure.statements.find((statement) => statement.key === key)!;
    return [toWhom(roles, draft)];
  },
  typed: ({ structure, texts }, key) => {
    const { roles } = structure.statements.find((statement) => statement.key === key)!;
    return { ...NOTHING_TYPED, words: texts[`statements.${key}`] ?? '', to: [roles].flat() };
  },
  read: ({ structure, texts }, key, typed) => {
    const reading = new Reading();
    const everybody = structure.roles.map((role) => role.key);
    const read = (statement: StatementStructure): StatementStructure => ({
      ...statement,
      roles: reading.audience('to', typed.to, everybody, statement.roles),
    });
    return {
      structure: { ...structure, statements: changed(structure.statements, key, read) },
      texts,
      wrong: reading.wrong,
    };
  },
};
