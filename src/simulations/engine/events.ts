/** What can happen at a table. Events are facts: resolved words, terms and times, never a policy, a draw or a translation. */
import type { ObjectionKind, Stance, TableMode, Terms } from '../../content/scenario';
import type { Actor, Audience } from './viewer';

/**
 * Words at a table: written in the scenario (a text key), in the house's own phrases (what the procedure says), or by a person (the name of
 * a text that is kept apart and can be erased). The rules never look into them.
 */
export type Words = { key: string } | { phrase: string } | { ref: string };

/**
 * `facilitator`: whoever looks after the table lends the seat a voice. `standsIn`: a person who looked on until then and stood ready. Everybody
 * can see both.
 */
export type Holder =
  { kind: 'person'; person: string; standsIn?: true } | { kind: 'script' } | { kind: 'facilitator' } | { kind: 'vacant' };
export type Ruling = 'accommodated' | 'in-the-rough' | 'out-of-scope' | 'duplicate' | 'upheld';
export type AnswerKind = 'explains' | 'offers-change' | 'accepts-trade-off' | 'questions-scope';
export type Level =
  | 'undetermined'
  | 'insufficient-participation'
  | 'full-consensus'
  | 'full-consensus-pending'
  | 'consensus'
  | 'rough-consensus'
  | 'strong-support'
  | 'divergence'
  | 'minority-view'
  | 'open-issues'
  | 'not-enough-engagement'
  | 'no-base-of-support'
  | 'no-consensus'
  | 'broad-convergence'
  | 'differing-views'
  | 'raised';

/** Why a scripted seat did what it did; sealed until the debrief. Utility and threshold are its own units. */
export interface Why {
  /** `red-line`, `rule`, `utility` or `procedure` */
  by: 'red-line' | 'rule' | 'utility' | 'procedure';
  /** the rule's key, or the slot that decided */
  of: string | null;
  utility: number | null;
  threshold: number | null;
}

export type Happening =
  | { type: 'table-opened'; mode: TableMode; scenario: string; hash: string; seed: string }
  | { type: 'seat-taken'; role: string; holder: Holder }
  | { type: 'contract-accepted'; role: string }
  | { type: 'brief-acknowledged'; role: string }
  | { type: 'consent-set'; role: string; purposes: string[] }
  | { type: 'position-noted'; role: string; words: Words }
  | { type: 'seat-ready'; role: string }
  | { type: 'phase-entered'; phase: string; number: number; deadline: number | null }
  | { type: 'deadline-moved'; deadline: number; words: Words | null }
  | { type: 'clock-paused'; left: number | null }
  | { type: 'clock-resumed'; deadline: number | null }
  | { type: 'mode-switched'; mode: TableMode; deadline: number | null }
  | { type: 'queue-joined'; role: string; remote: boolean }
  | { type: 'queue-left'; role: string }
  | { type: 'floor-given'; role: string; until: number | null }
  | { type: 'floor-ended'; role: string; reason: 'done' | 'time' | 'phase' }
  | { type: 'statement-made'; id: string; role: string; words: Words; length: number }
  | { type: 'message-sent'; from: string; to: string[]; words: Words }
  | { type: 'clause-tabled'; clause: string; role: string }
  | { type: 'amendment-proposed'; id: string; role: string; clause: string; terms: Terms; base: number; words: Words | null }
  | { type: 'amendment-seconded'; id: string; role: string }
  | { type: 'amendment-accepted'; id: string; words: Words }
  | { type: 'amendment-rejected'; id: string; words: Words }
  | { type: 'amendment-promoted'; id: string; words: Words }
  | { type: 'clause-revised'; clause: string; revision: number; terms: Terms; class: 'editorial' | 'substantive'; role: string }
  | { type: 'package-offered'; id: string; role: string; terms: Terms; words: Words | null }
  | { type: 'package-answered'; id: string; role: string; accepts: boolean; hurts: string | null }
  | { type: 'package-taken'; id: string }
  | { type: 'package-lapsed'; id: string }
  | { type: 'stance-set'; role: string; clause: string; revision: number; stance: Stance; words: Words | null }
  | ObjectionRaised
  | { type: 'objection-joined'; id: string; role: string }
  | { type: 'objection-answered'; id: string; role: string; kind: AnswerKind; words: Words; answer: string | null }
  | { type: 'objection-settled'; id: string; role: string; how: 'withdrawn' | Ruling; words: Words | null; of: string | null }
  | { type: 'consensus-called'; role: string }
  | { type: 'hum-opened'; id: string; words: Words; options: string[] }
  | { type: 'hum-closed'; id: string; bands: Record<string, HumBand> | null }
  | { type: 'hands-opened'; id: string; words: Words; options: string[] }
  | { type: 'hand-set'; id: string; role: string; option: string | null }
  | { type: 'hands-closed'; id: string; counts: Record<string, number> }
  | {
      type: 'assessment-published';
      clause: string;
      iteration: number;
      indicative: Level;
      level: Level;
      words: Words;
      explanation: Words | null;
    }
  | { type: 'assessment-challenged'; clause: string; role: string; words: Words }
  | { type: 'assessment-final'; clause: string; level: Level }
  | { type: 'minority-filed'; clause: string; role: string; words: Words }
  | { type: 'inject-released'; inject: string; to: 'all' | string[] }
  | { type: 'inject-cancelled'; inject: string }
  | { type: 'nudge-sent'; to: string; words: Words }
  | { type: 'annotation-added'; words: Words }
  | { type: 'outcome-recorded'; outcome: 'agreement' | 'no-agreement'; terms: Terms; levels: Record<string, Level>; words: Words | null }
  | { type: 'unsealed'; scope: 'briefs' | 'channels' | 'scripts' | 'scores' }
  | { type: 'text-redacted'; ref: string }
  | { type: 'debrief-finished'; role: string }
  | { type: 'script-explained'; role: string; move: string; why: Why };

export interface ObjectionRaised {
  type: 'objection-raised';
  id: string;
  role: string;
  clause: string;
  revision: number;
  kind: ObjectionKind;
  words: Words;
  /** a written objection of the scenario, with its arguments; null for a person's own */
  written: string | null;
  /** what would settle it: any of these options of a slot */
  remedy: { slot: string; options: string[] } | null;
}

export type HumBand = 'silence' | 'faint' | 'moderate' | 'strong';
export type HappeningType = Happening['type'];

/** The texts that somebody wrote for it. */
export function refsIn(of: object): string[] {
  const { words = null, explanation = null } = of as { words?: Words | null; explanation?: Words | null };
  return [words, explanation].flatMap((text) => (text && 'ref' in text ? [text.ref] : []));
}

/** A happening in its place: numbered without a gap from 1, at milliseconds since 1970 that never go back. */
export type TableEvent = Happening & { seq: number; at: number; by: Actor; audience: Audience };
