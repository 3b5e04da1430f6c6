import { emailKey } from '../../../kernel/email-address';
import { addressLikeness, nameLikeness } from './likeness';
import { type Problem, problemOf } from '../reading/reading';

/** What is to be done about each person of a list: one verdict for every row. */
export type Verdict =
  | { kind: 'new' }
  /** In this cohort, or asked by letter already. */
  | { kind: 'here'; as: 'enrolled' | 'invited' }
  | { kind: 'elsewhere'; cohort: string }
  /** The same address further up in the list. */
  | { kind: 'twice'; row: number }
  /** Perhaps somebody of the list (`row`) or of the cohort (`name`), by the address or by the name. */
  | { kind: 'alike'; by: 'address' | 'name'; row: number | null; name: string }
  | { kind: 'unreadable'; problem: Problem };

export interface Row {
  number: number;
  name: string;
  email: string;
}

/** What is known in the chapter. Of accounts outside it nothing is known here, so nothing can be said. */
export interface Known {
  enrolled: readonly { name: string; emailKey: string }[];
  invited: readonly { name: string; emailKey: string }[];
  /** Names of other cohorts of the chapter by the address of who is in them or asked into them. */
  elsewhere: ReadonlyMap<string, string>;
}

/** Rows that go in with one press. */
export const isGood = ({ kind }: Verdict): boolean => kind === 'new';

/** Rows that go in when the lead says so. */
export const isDoubtful = ({ kind }: Verdict): boolean => kind === 'alike' || kind === 'elsewhere';

/** The verdict of every row, by its number. */
export function verdicts(rows: readonly Row[], known: Known): Map<number, Verdict> {
  const here = [...known.enrolled, ...known.invited];
  const [enrolled, invited] = [known.enrolled, known.invited].map((people) => new Set(people.map((person) => person.emailKey)));
  const alikeHere = new Map(here.map((person) => [addressLikeness(person.emailKey), person]));
  const namesHere = new Map(here.filter(({ name }) => name).map((person) => [nameLikeness(person.name), person]));
  const [seen, alike] = [new Map<string, number>(), new Map<string, Row>()];
  const found = new Map<number, Verdict>();
  for (const row of rows) found.set(row.number, verdict(row));
  return found;

  function verdict(row: Row): Verdict {
    const problem = problemOf(row);
    if (problem) return { kind: 'unreadable', problem };
    const key = emailKey(row.email);
    const before = seen.get(key);
    if (before !== undefined) return { kind: 'twice', row: before };
    seen.set(key, row.number);
    if (enrolled!.has(key)) return { kind: 'here', as: 'enrolled' };
    if (invited!.has(key)) return { kind: 'here', as: 'invited' };
    return likeness(row, key) ?? elsewhere(key) ?? { kind: 'new' };
  }

  function likeness(row: Row, key: string): Verdict | null {
    const like = addressLikeness(key);
    const [inList, inCohort] = [alike.get(like), alikeHere.get(like)];
    if (!inList) alike.set(like, row);
    if (inList) return { kind: 'alike', by: 'address', row: inList.number, name: inList.name || inList.email };
    if (inCohort) return { kind: 'alike', by: 'address', row: null, name: inCohort.name || inCohort.emailKey };
    const namesake = row.name ? namesHere.get(nameLikeness(row.name)) : undefined;
    return namesake ? { kind: 'alike', by: 'name', row: null, name: namesake.name } : null;
  }

  function elsewhere(key: string): Verdict | null {
    const cohort = known.elsewhere.get(key);
    return cohort === undefined ? null : { kind: 'elsewhere', cohort };
  }
}
