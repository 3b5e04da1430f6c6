/** What somebody can ask of a table. A command is answered with events, or with a refusal that says what is possible instead. */
import type { ObjectionKind, Stance, TableMode, Terms } from '../../content/scenario';
import type { AnswerKind, Holder, Level, Ruling, Why, Words } from './events';

/** By how much the turns of a seat are longer than those of others, by role, in percent: the person there has more time. Events say only until when. */
export type Longer = Readonly<Record<string, number>>;

/**
 * `expect…` is what the page knew of something that two people can change: its revision or version. When it has moved on, the command is
 * refused with `simulations.refusal.moved-on`. What only adds to the table expects nothing.
 * `until` is when a window that begins with it had better end, in milliseconds since 1970: the rules take it where a table goes on by letters,
 * and never an earlier end than their own.
 */
export type Command =
  | { do: 'open-table'; mode: TableMode; scenario: string; hash: string; seed: string; until?: number }
  | { do: 'take-seat'; role: string; holder: Holder }
  | { do: 'accept-contract' }
  | { do: 'acknowledge-brief' }
  | { do: 'set-consent'; purposes: string[] }
  | { do: 'note-position'; words: Words }
  | { do: 'be-ready' }
  | { do: 'enter-phase'; phase: string; expectPhase: number; until?: number }
  | { do: 'extend-phase'; minutes: number; words: Words | null; expectPhase: number }
  | { do: 'pause' }
  | { do: 'resume'; until?: number }
  | { do: 'switch-mode'; mode: 'live' | 'async'; until?: number }
  | { do: 'join-queue'; remote: boolean }
  | { do: 'leave-queue' }
  | { do: 'give-floor'; role: string | null; longer?: Longer }
  | { do: 'end-turn' }
  | { do: 'speak'; words: Words; length: number }
  | { do: 'send-message'; to: string[]; words: Words }
  | { do: 'table-clause'; clause: string }
  | { do: 'amend'; clause: string; terms: Terms; words: Words | null; expectRevision: number }
  | { do: 'second-amendment'; amendment: string }
  | { do: 'accept-amendment'; amendment: string; words: Words; expectRevision: number; class: 'editorial' | 'substantive' }
  | { do: 'reject-amendment'; amendment: string; words: Words }
  | { do: 'promote-amendment'; amendment: string; words: Words }
  | { do: 'offer-package'; terms: Terms; words: Words | null; expectText: number }
  | { do: 'answer-package'; package: string; accepts: boolean; hurts: string | null }
  | { do: 'set-stance'; clause: string; stance: Stance; words: Words | null; expectRevision: number }
  | {
      do: 'raise-objection';
      clause: string;
      kind: ObjectionKind;
      words: Words;
      length: number;
      written: string | null;
      remedy: { slot: string; options: string[] } | null;
    }
  | { do: 'join-objection'; objection: string }
  | { do: 'answer-objection'; objection: string; kind: AnswerKind; words: Words; length: number; answer: string | null }
  | { do: 'withdraw-objection'; objection: string; words: Words | null }
  | { do: 'rule-objection'; objection: string; ruling: Ruling; words: Words; of: string | null; expectVersion: number }
  | { do: 'call-consensus' }
  | { do: 'open-hum'; words: Words; options: string[] }
  | { do: 'close-hum'; hum: string; ballots: { option: string; value: 0 | 1 | 2 | 3 }[]; present: number }
  | { do: 'open-hands'; words: Words; options: string[] }
  | { do: 'raise-hand'; hands: string; option: string | null }
  | { do: 'close-hands'; hands: string }
  | { do: 'publish-assessment'; clause: string; level: Level; words: Words; explanation: Words | null; expectIteration?: number }
  | { do: 'challenge-assessment'; clause: string; words: Words; length: number }
  | { do: 'finalise-assessment'; clause: string }
  | { do: 'file-minority'; clause: string; words: Words; length: number }
  | { do: 'release-inject'; inject: string }
  | { do: 'cancel-inject'; inject: string }
  | { do: 'nudge'; to: string; words: Words }
  | { do: 'annotate'; words: Words }
  | { do: 'adopt-outcome' }
  | { do: 'close-without-outcome'; words: Words | null }
  | { do: 'unseal'; scope: 'briefs' | 'channels' | 'scripts' | 'scores' }
  | { do: 'redact'; ref: string }
  | { do: 'finish-debrief' }
  | { do: 'explain-script'; role: string; move: string; why: Why }
  /** The clock: whatever is due by now happens. */
  | { do: 'tick'; until?: number };

export type CommandName = Command['do'];
