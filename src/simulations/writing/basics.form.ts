import { IsIn, Matches } from 'class-validator';
import { CONSENSUS_PRESETS, type ConsensusPreset, FLOOR_POLICIES, type FloorPolicy, TABLE_MODES, type TableMode, UNSEAL_POLICIES, type UnsealPolicy } from '../../content/scenario'; // prettier-ignore
import { typedNumber } from '../../kernel/digits';
import { graphemes, isBlank } from '../../kernel/text';
import type { FormError } from '../../web/forms/form.pipe';
import { PerhapsText, Text, Whole } from '../../web/forms/rules';
import { type Draft, type Edited, freshKey, reworded } from './draft';
import { LONGEST_TITLE, ScenarioPressForm } from './writing.form';

const LONGEST_SUMMARY = 600;
const LONGEST_MINUTES = 600;
const MOST_PLAYERS = 24;
export const MOST_OBJECTIVES = 12;
const MOST_AUTHORS = 50;
const LONGEST_LINE = 300;

/** What a role-play is called, how it is played, and what one learns there. Lists are written one thing to a line. */
export class BasicsForm extends ScenarioPressForm {
  @Text(LONGEST_TITLE, 'scenarios.error.title')
  title = '';

  @PerhapsText(LONGEST_SUMMARY, 'scenarios.error.summary')
  summary = '';

  @Matches(/^(yes)?$/, { message: 'errors.form.missing' })
  live = '';

  @Matches(/^(yes)?$/, { message: 'errors.form.missing' })
  async = '';

  @Matches(/^(yes)?$/, { message: 'errors.form.missing' })
  solo = '';

  @Whole(1, LONGEST_MINUTES, 'scenarios.error.minutes')
  minutes = '';

  @Whole(1, MOST_PLAYERS, 'scenarios.error.players')
  fewest = '';

  @Whole(1, MOST_PLAYERS, 'scenarios.error.players')
  best = '';

  @Whole(1, MOST_PLAYERS, 'scenarios.error.players')
  most = '';

  @IsIn(CONSENSUS_PRESETS, { message: 'scenarios.error.choice' })
  preset: ConsensusPreset;

  @IsIn(FLOOR_POLICIES, { message: 'scenarios.error.choice' })
  floor: FloorPolicy;

  @IsIn(UNSEAL_POLICIES, { message: 'scenarios.error.choice' })
  unseal: UnsealPolicy;

  @PerhapsText(MOST_OBJECTIVES * LONGEST_LINE, 'scenarios.error.objectives')
  objectives = '';

  @Text(100, 'scenarios.error.licence')
  licence = '';

  @Text(MOST_AUTHORS * 100, 'scenarios.error.authors')
  authors = '';
}

export type TypedBasics = { [name in keyof BasicsForm]: string };

/** A draft as its form shows it. */
export function typedBasics({ structure, texts, version }: Draft & { version: number }): TypedBasics {
  const { modes, minutes, players, preset, floor, unseal, objectives, licence, authors } = structure;
  const played = (mode: TableMode) => (modes.includes(mode) ? 'yes' : '');
  return {
    version: String(version),
    title: texts['title'] ?? '',
    summary: texts['summary'] ?? '',
    live: played('live'),
    async: played('async'),
    solo: played('solo'),
    minutes: String(minutes),
    fewest: String(players.min),
    best: String(players.best),
    most: String(players.max),
    preset,
    floor,
    unseal,
    objectives: objectives.map((key) => texts[`objectives.${key}`] ?? '').join('\n'),
    licence,
    authors: authors.join('\n'),
  };
}

/** What is wrong in a form of which each field alone could be right. */
export function basicsErrors(form: BasicsForm): FormError[] {
  const [fewest, best, most] = [form.fewest, form.best, form.most].map((typed) => typedNumber(typed) ?? 0) as [number, number, number];
  const objectives = linesOf(form.objectives);
  const wrong = (field: string, key: string, details = {}): FormError[] => [{ field, key: `scenarios.error.${key}`, details }];
  return [
    ...(TABLE_MODES.every((mode) => form[mode] === '') ? wrong('live', 'modes') : []),
    ...(fewest <= best && best <= most ? [] : wrong('best', 'players-order')),
    ...(objectives.length > MOST_OBJECTIVES || objectives.some((line) => graphemes(line) > LONGEST_LINE)
      ? wrong('objectives', 'objectives', { max: MOST_OBJECTIVES })
      : []),
    ...(linesOf(form.authors).length > MOST_AUTHORS ? wrong('authors', 'authors', { max: MOST_AUTHORS }) : []),
  ];
}

/** What the draft becomes by a form without errors. An objective that says what one said before keeps its key. */
export function withBasics(draft: Draft, form: BasicsForm): Edited {
  const number = (typed: string) => typedNumber(typed)!;
  const { keys, words } = objectivesIn(draft, linesOf(form.objectives));
  const structure = {
    ...draft.structure,
    modes: TABLE_MODES.filter((mode) => form[mode] === 'yes'),
    minutes: number(form.minutes),
    players: { min: number(form.fewest), best: number(form.best), max: number(form.most) },
    preset: form.preset,
    floor: form.floor,
    unseal: form.unseal,
    objectives: keys,
    licence: form.licence,
    authors: linesOf(form.authors),
  };
  return { structure, texts: reworded(draft.texts, { ...words, title: form.title, summary: form.summary }) };
}

function objectivesIn({ structure, texts }: Draft, lines: readonly string[]): { keys: string[]; words: Record<string, string> } {
  const before = structure.objectives;
  const keys: string[] = [];
  for (const line of lines) {
    const same = before.find((key) => texts[`objectives.${key}`] === line && !keys.includes(key));
    keys.push(same ?? freshKey('objective', [...before, ...keys]));
  }
  const gone = before.filter((key) => !keys.includes(key)).map((key): [string, string] => [`objectives.${key}`, '']);
  return { keys, words: Object.fromEntries([...gone, ...keys.map((key, at): [string, string] => [`objectives.${key}`, lines[at]!])]) };
}

const linesOf = (typed: string): string[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => !isBlank(line));
