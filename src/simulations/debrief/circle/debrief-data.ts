/** A debrief for another program: the same as on paper, by the keys of its scenario and without anybody's name. */
import type { Words } from '../../engine/events';
import { concessions } from '../concessions';
import { consensusPaths } from '../consensus-path';
import type { Played } from '../course';
import { genealogy } from '../genealogy';
import { humsBesideStances } from '../hums-beside-stances';
import { objectionLedger } from '../objection-ledger';
import { isOpen } from '../opening';
import { participation } from '../participation';
import { stanceCourses } from '../stance-course';
import { valueChart } from '../value-chart';

export interface DataWanted {
  opened: number;
  /** what seats wanted is unsealed, or known to the reader anyway */
  open: boolean;
  /** what people wrote, as far as the reader may know it and it is still there */
  texts: ReadonlyMap<string, string>;
  board: readonly { kind: string; text: string }[];
  /** the reader's own */
  answers: Readonly<Record<string, string>>;
}

export function debriefData(played: Played, { opened, open, texts, board, answers }: DataWanted) {
  const { state, scenario } = played;
  const what = isOpen('description', opened);
  const why = isOpen('analysis', opened);
  const data = {
    format: 'chapterhouse-debrief',
    version: 1,
    scenario: { slug: state.scenario, hash: state.hash },
    mode: state.mode,
    outcome: state.outcome && { outcome: state.outcome.outcome, terms: state.outcome.terms, levels: state.outcome.levels },
    ...(what && {
      clauses: genealogy(played),
      objections: objectionLedger(played),
      stances: stanceCourses(played),
      hums: humsBesideStances(played),
      board: board.map(({ kind, text }) => ({ kind, text })),
    }),
    ...(why && { consensus: consensusPaths(played), participation: participation(played) }),
    ...(why && open && { concessions: concessions(played), values: valueChart(played) }),
    seats: scenario.roles.map(({ key, group, chair }) => ({ role: key, group, chair, held: state.seats[key]!.holder.kind })),
    own: answers,
  };
  return inWords(data, texts);
}

/** Every `{ ref }` becomes the text that it names, or null where that was erased. */
function inWords(value: unknown, texts: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((one) => inWords(one, texts));
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value);
  if (isRef(value)) return { text: texts.get(value.ref) ?? null };
  return Object.fromEntries(entries.map(([key, one]) => [key, inWords(one, texts)]));
}

function isRef(value: object): value is Extract<Words, { ref: string }> {
  return 'ref' in value && typeof value.ref === 'string' && Object.keys(value).length === 1;
}
