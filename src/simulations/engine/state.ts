/** A table as it stands after its events: everything the rules need to know, and no words that a person wrote. */
import type { ObjectionKind, Stance, TableMode, Terms } from '../../content/scenario';
import type { AnswerKind, Holder, HumBand, Level, Ruling, Why, Words } from './events';
import type { Audience } from './viewer';

export interface TableState {
  /** of the last event; 0 before the first */
  seq: number;
  at: number;
  mode: TableMode;
  scenario: string;
  hash: string;
  seed: string;
  /** counts the phases entered, so that a page can say which one it knew */
  phase: { key: string; number: number; since: number; deadline: number | null };
  /** every phase entered, in order, so the first has number 1; one that was gone back to stands here twice */
  entered: string[];
  /** what was left on the clock when it was stopped, and when; null while it runs. `left` is null where nobody counts. */
  paused: { left: number | null; at: number } | null;
  seats: Record<string, Seat>;
  clauses: Record<string, Clause>;
  /** how often the text has changed in substance, so that a package can say for which text it was made */
  textNumber: number;
  amendments: Record<string, Amendment>;
  packages: Record<string, PackageOffer>;
  objections: Record<string, Objection>;
  statements: Statement[];
  messages: Message[];
  floor: { queue: Turn[]; speaking: { role: string; until: number | null } | null; turns: Turn[] };
  hums: Record<string, { words: Words; options: string[]; bands: Record<string, HumBand> | null; open: boolean }>;
  hands: Record<string, { words: Words; options: string[]; raised: Record<string, string>; open: boolean }>;
  /** role of each seat that has asked for the call */
  calls: string[];
  injects: Record<string, { state: 'released' | 'cancelled'; at: number; to: 'all' | string[] }>;
  nudges: { to: string; words: Words; at: number }[];
  annotations: { words: Words; at: number }[];
  outcome: { outcome: 'agreement' | 'no-agreement'; terms: Terms; levels: Record<string, Level>; words: Words | null; at: number } | null;
  unsealed: string[];
  /** texts that somebody wrote, by the name under which they are kept: who wrote them ('' for the facilitator) and who can read them */
  texts: { ref: string; author: string; audience: Audience }[];
  redacted: string[];
  /** why scripted seats moved, sealed until the debrief; `move` names what they did */
  reasons: { role: string; move: string; why: Why; seq: number }[];
  debriefed: string[];
}

export interface Seat {
  role: string;
  holder: Holder;
  contract: boolean;
  briefed: boolean;
  /** the number of the phase for which it said it is ready; 0 for none */
  ready: number;
  consents: string[];
  /** private notes of preparation */
  positions: Words[];
}

export interface Clause {
  key: string;
  state: 'held' | 'tabled' | 'adopted' | 'dropped';
  /** from 1 */
  revision: number;
  terms: Terms;
  /** the number of the phase in which it was tabled; 0 from the beginning, null while it is held */
  tabledIn: number | null;
  /** to the present revision, by role; editorial changes carry them over */
  stances: Record<string, { stance: Stance; revision: number; words: Words | null; at: number }>;
  /** every stance ever taken, in order, to whatever revision */
  stanceHistory: { role: string; stance: Stance; revision: number; words: Words | null; at: number }[];
  /** every revision, the first too */
  history: { revision: number; terms: Terms; by: string; at: number; class: 'editorial' | 'substantive' }[];
  assessment: {
    iteration: number;
    indicative: Level;
    level: Level;
    words: Words;
    explanation: Words | null;
    /** to any of its publications: `iteration` says to which */
    challenges: { role: string; words: Words; iteration: number; at: number }[];
    final: boolean;
    at: number;
  } | null;
  minority: { role: string; words: Words }[];
}

export interface Amendment {
  id: string;
  role: string;
  clause: string;
  terms: Terms;
  base: number;
  words: Words | null;
  seconds: string[];
  state: 'proposed' | 'accepted' | 'rejected' | 'superseded' | 'promoted';
  rationale: Words | null;
  at: number;
}

export interface PackageOffer {
  id: string;
  role: string;
  terms: Terms;
  words: Words | null;
  answers: Record<string, { accepts: boolean; hurts: string | null }>;
  state: 'offered' | 'taken' | 'lapsed';
  at: number;
}

export interface Objection {
  id: string;
  /** counts every change, so that a ruling can say what it knew */
  version: number;
  role: string;
  joined: string[];
  clause: string;
  revision: number;
  kind: ObjectionKind;
  words: Words;
  written: string | null;
  remedy: { slot: string; options: string[] } | null;
  answers: { role: string; kind: AnswerKind; words: Words; answer: string | null; at: number }[];
  state: 'open' | 'answered' | 'withdrawn' | Ruling;
  /** for a duplicate: the objection it repeats */
  of: string | null;
  rationale: Words | null;
  settledBy: string | null;
  /** withdrawn although nobody had answered: for the debrief to ask about */
  capitulation: boolean;
  at: number;
  settledAt: number | null;
  /** the revision of the clause that it was settled with */
  settledRevision: number | null;
}

export interface Statement {
  id: string;
  role: string;
  words: Words;
  /** in words */
  length: number;
  phase: number;
  at: number;
}

export interface Message {
  from: string;
  /** everybody in the channel, the sender too, sorted: the channel is its members */
  members: string[];
  words: Words;
  at: number;
}

/** A turn at the microphone; some turns are kept for those who are not in the room. */
export interface Turn {
  role: string;
  remote: boolean;
}

/** The whole text under negotiation: the terms of every clause on the table. */
export function textOf({ clauses }: Pick<TableState, 'clauses'>): Terms {
  const tabled = Object.values(clauses).filter(({ state }) => state === 'tabled' || state === 'adopted');
  return Object.assign({}, ...tabled.map(({ terms }) => terms)) as Terms;
}
