/** The lists of parts by their names in addresses. */
import { EVENTS } from './events';
import { OBJECTIONS } from './objections';
import type { ListName, PartKind } from './part';
import { PHASES } from './phases';
import { QUESTIONS } from './questions';
import { SOURCES } from './sources';
import { STATEMENTS } from './statements';

const KINDS: Record<ListName, PartKind> = {
  phases: PHASES,
  events: EVENTS,
  objections: OBJECTIONS,
  statements: STATEMENTS,
  questions: QUESTIONS,
  sources: SOURCES,
};

/** The list that an address is about: `/chapters/<chapter>/scenarios/<scenario>/<list>…`. */
export function kindIn(path: string): PartKind {
  return KINDS[path.split('/')[5]!.toLowerCase() as ListName];
}
