/** The skeleton of a scenario: a written role-play without its words. Numbers are whole; nothing in here is prose. */

/** The six stakeholder groups, as the field names them. */
export const STAKEHOLDER_GROUPS = ['government', 'business', 'civil-society', 'technical', 'academia', 'intergovernmental'] as const;
export type StakeholderGroup = (typeof STAKEHOLDER_GROUPS)[number];

export const CONSENSUS_PRESETS = ['gnso', 'rfc7282', 'gac', 'igf-messages', 'netmundial'] as const;
export type ConsensusPreset = (typeof CONSENSUS_PRESETS)[number];

export const FLOOR_POLICIES = ['fifo', 'rotate-groups', 'rotate-groups-with-remote', 'chair-picks'] as const;
export type FloorPolicy = (typeof FLOOR_POLICIES)[number];

export const UNSEAL_POLICIES = ['briefs', 'briefs-and-consented-channels', 'all-announced'] as const;
export type UnsealPolicy = (typeof UNSEAL_POLICIES)[number];

export const TABLE_MODES = ['live', 'async', 'solo'] as const;
export type TableMode = (typeof TABLE_MODES)[number];

/** From the briefing to the end. `round` may come several times; what is allowed in each is the engine's to say. */
export const PHASE_KINDS = ['prebrief', 'preparation', 'opening', 'round', 'last-reading', 'call', 'outcome', 'debrief'] as const;
export type PhaseKind = (typeof PHASE_KINDS)[number];

export const OBJECTION_KINDS = ['technical', 'legal', 'rights', 'process', 'scope', 'interest'] as const;
export type ObjectionKind = (typeof OBJECTION_KINDS)[number];

export const STANCES = ['support', 'live-with', 'stand-aside', 'object'] as const;
export type Stance = (typeof STANCES)[number];

/** What the text says: from slot to the option chosen. Slot keys are unique in a whole scenario, so a slot needs no clause beside it. */
export type Terms = Readonly<Record<string, string>>;

export interface ScenarioStructure {
  /** The engine whose rules it was written for. */
  engine: 1;
  licence: string;
  authors: string[];
  status: 'draft' | 'piloted' | 'published' | 'retired';
  modes: TableMode[];
  /** For one person, from the briefing to the end of the debrief. */
  minutes: number;
  players: { min: number; best: number; max: number };
  preset: ConsensusPreset;
  floor: FloorPolicy;
  unseal: UnsealPolicy;
  /** What one can learn here; keys of texts. */
  objectives: string[];
  /** In the order in which seats stand round the table. Exactly one is the chair. */
  roles: RoleStructure[];
  clauses: ClauseStructure[];
  phases: PhaseStructure[];
  injects: InjectStructure[];
  /** What scripted roles may object to, with the arguments that one can answer. */
  objections: ObjectionStructure[];
  /** What a person can say at the table without writing: written statements, each open to the roles it names. */
  statements: StatementStructure[];
  /** What the guided debrief asks, in the order of its four steps. */
  prompts: { key: string; step: DebriefStep }[];
  /** How many sources are listed for what is fact, keyed 1, 2, … */
  sources: number;
}

export const DEBRIEF_STEPS = ['reactions', 'description', 'analysis', 'application'] as const;
export type DebriefStep = (typeof DEBRIEF_STEPS)[number];

export interface RoleStructure {
  key: string;
  group: StakeholderGroup;
  seats: { min: number; max: number };
  /** Guides the talk, holds the pen, says how far the room is; takes no side. */
  chair: boolean;
  /** A person alone can take this seat. */
  playable: boolean;
  /** How the seat plays itself; null for the chair, whose script is the procedure. */
  script: RoleScript | null;
  goals: GoalStructure[];
}

/** What a scripted stakeholder wants. Utility of a text = the sum of the values of its options. */
export interface RoleScript {
  /** at or above: supports */
  aspiration: number;
  /** below: cannot agree; the best it has without an agreement (BATNA) */
  reservation: number;
  /** how far below its aspiration it comes, by round; the last one stays */
  concede: number[];
  /** by slot and option; an option that is not named is worth 0 */
  values: Record<string, Record<string, number>>;
  /** what it will never accept, and the objection it then raises */
  red: { slot: string; options: string[]; objection: string }[];
  rules: ScriptRule[];
}

export interface ScriptRule {
  key: string;
  when: Condition;
  do: ScriptAction;
  /** the highest wins; of equals the first */
  priority: number;
  /** how often it may fire: once at a table, or once for each revision of the text */
  once: 'table' | 'revision';
}

export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { path: string; op: 'eq' | 'ne' | 'in' | 'lt' | 'lte' | 'gt' | 'gte'; value: string | number | string[] };

/** Words are keys of texts (`say.<key>`). */
export type ScriptAction =
  | { kind: 'say'; words: string }
  | { kind: 'message'; to: string; words: string }
  | { kind: 'object'; objection: string }
  | { kind: 'stance'; stance: Exclude<Stance, 'object'> }
  | { kind: 'amend'; terms: Terms; words: string }
  | { kind: 'package'; terms: Terms; words: string }
  | { kind: 'ask'; to: string; words: string };

export interface ClauseStructure {
  key: string;
  kind: 'preamble' | 'operative' | 'recommendation';
  /** on the table from the beginning, or to be tabled by somebody */
  tabled: boolean;
  slots: SlotStructure[];
}

export interface SlotStructure {
  key: string;
  options: string[];
  start: string;
}

export interface PhaseStructure {
  key: string;
  kind: PhaseKind;
  /** null where the mode does not have it, or where nobody counts */
  live: { minutes: number } | null;
  async: { hours: number; quota: number } | null;
}

export interface InjectStructure {
  key: string;
  /** everybody, or some roles */
  to: 'all' | string[];
  /** with a phase (at once, or after minutes), or as soon as something is true */
  at: { phase: string; minute: number } | { when: Condition };
}

export interface ObjectionStructure {
  key: string;
  role: string;
  kind: ObjectionKind;
  clause: string;
  /** the slot it is about: raised when that slot costs the role too much */
  slot: string;
  /** what would settle it: any of these options */
  remedy: string[];
  /** arguments by which it can be answered; `addresses` says whether one meets the concern */
  answers: { key: string; addresses: boolean }[];
}

export interface StatementStructure {
  key: string;
  roles: 'all' | string[];
}

export type GoalStructure = {
  key: string;
  weight: number;
  visibility: 'public' | 'confidential' | 'facilitator';
} & Goal;

export type Goal =
  | { kind: 'slot'; slot: string; options: string[] }
  | { kind: 'red-line'; slot: string; options: string[] }
  /** the clause reaches at least rough consensus (or its like in the preset) */
  | { kind: 'level'; clause: string }
  | { kind: 'objection'; test: 'answered-one' | 'own-accommodated' }
  | { kind: 'process'; test: 'spoke-fairly' | 'remedy-with-each-objection' | 'answered-another-group' }
  | { kind: 'relation'; test: 'co-sponsored' }
  | { kind: 'learning'; test: 'moved-with-reason' };
