/** What one viewer may know of a table: the only thing that pages and scripted seats read. */
import type { PhaseKind, StakeholderGroup, Stance, TableMode, Terms } from '../../content/scenario';
import type { Amendment, Clause, Message, Objection, PackageOffer, Statement, TableState } from './state';
import type { TableEvent, Why, Words } from './events';

export interface TableView {
  mode: TableMode;
  at: number;
  phase: TableState['phase'] & { kind: PhaseKind; round: number; rounds: number };
  paused: boolean;
  /** the viewer's own seat; null for those who only look on */
  mine: OwnSeat | null;
  seats: SeatView[];
  /** the terms of everything on the table */
  text: Terms;
  /** how often the text has changed in substance: a package was made for one number */
  textNumber: number;
  clauses: ClauseView[];
  amendments: Amendment[];
  packages: PackageOffer[];
  objections: Objection[];
  statements: Statement[];
  /** private messages that the viewer is in */
  messages: Message[];
  queue: string[];
  speaking: string | null;
  /** when the present turn began; null while nobody has the floor */
  speakingSince: number | null;
  /** when it is over, for the seat that has it alone: how long it is follows from how much time a person has, which is theirs */
  speakingUntil: number | null;
  hums: TableState['hums'];
  hands: TableState['hands'];
  calls: string[];
  /** what was announced to the viewer, the newest last */
  injects: { key: string; at: number }[];
  nudges: { words: Words; at: number }[];
  outcome: TableState['outcome'];
  unsealed: string[];
  redacted: string[];
  /** what happened, as far as the viewer may know, in order and numbered from 1 for this viewer alone */
  events: { number: number; event: TableEvent }[];
  /** after the unsealing: why scripted seats moved */
  reasons: { role: string; move: string; why: Why }[];
  /** commands that the viewer can give now, so that a page says what is possible */
  can: string[];
}

export interface OwnSeat {
  role: string;
  contract: boolean;
  briefed: boolean;
  ready: boolean;
  consents: string[];
  positions: Words[];
  debriefed: boolean;
}

export interface SeatView {
  role: string;
  group: StakeholderGroup;
  chair: boolean;
  holder: 'person' | 'script' | 'facilitator' | 'vacant';
  /** a person who stood ready until the seat was free */
  standsIn: boolean;
  briefed: boolean;
  ready: boolean;
}

export interface ClauseView extends Pick<Clause, 'key' | 'state' | 'revision' | 'terms' | 'history' | 'assessment' | 'minority'> {
  stances: { role: string; stance: Stance | null; words: Words | null }[];
  /** objections that still need an answer or a ruling */
  unsettled: number;
}
