import { comparable } from '../../../kernel/text';
import { addressesIn } from './address';

/** Which columns of a table hold the address and the name: by what is written above them in any of the seven languages, or by what is in them. */
export interface Columns {
  email: number;
  /** In the order in which they are put together. */
  names: number[];
}

/** Nobody keeps a name further to the right. */
const MOST_COLUMNS = 50;

type Heading = 'email' | 'name' | 'first' | 'last';

const HEADINGS: Record<Heading, RegExp> = {
  email:
    /^(e-?mail|mail|correo|courriel|почта|эл|имейл|البريد|بريد|ايميل|الايميل|邮箱|電郵|电邮|电子邮件|邮件|邮件地址|endereco|endereço|adresse e|address|e mail)/,
  first: /^(first|given|forename|prenom|prénom|nombres?( de pila)?$|primeiro|имя$|الاسم الاول|الاسم الشخصي|名$)/,
  last: /^(last|family|surname|nom de famille|apellidos?|sobrenome|apelido|ultimo nome|último nome|фамилия|اسم العائله|اسم العائلة|الشهره|اللقب|姓$)/,
  name: /^(full name|name|participant|student|trainee|person|nom|nombre|nome|фио|имя|участник|الاسم|اسم|المشارك|姓名|名字|名称)/,
};

const KINDS = ['email', 'first', 'last', 'name'] as const;

/** What the cells of a first row say that the columns are, or null when that row is somebody. */
export function headings(cells: readonly string[]): (Heading | null)[] | null {
  if (cells.some((cell) => addressesIn(cell).length)) return null;
  const said = cells.map((cell) => KINDS.find((kind) => HEADINGS[kind].test(comparable(cell))) ?? null);
  return said.some(Boolean) ? said : null;
}

/** The columns of rows of cells; null when no column has addresses. `said` is what stands above them. */
export function columnsOf(rows: readonly (readonly string[])[], said: readonly (Heading | null)[] | null): Columns | null {
  const width = rows.reduce((most, { length }) => Math.min(MOST_COLUMNS, Math.max(most, length)), said?.length ?? 0);
  const every = Array.from({ length: width }, (_, place) => place);
  const share = (place: number, holds: (cell: string) => boolean) => {
    const filled = rows.map((row) => row[place] ?? '').filter(Boolean);
    return filled.length ? filled.filter(holds).length / filled.length : 0;
  };
  const email = said?.includes('email') ? said.indexOf('email') : fullest(rows, every);
  if (email === null) return null;
  const named = namesBy(said ?? []);
  if (named.length) return { email, names: named.filter((place) => place !== email) };
  const wordy = every.filter((place) => place !== email && share(place, isWords) > 0.5);
  return { email, names: guessed(wordy, email, (place) => share(place, (cell) => /\S\s+\S/.test(cell))) };
}

/** The column with the most addresses; of two, the first. */
function fullest(rows: readonly (readonly string[])[], every: number[]): number | null {
  const counts = every.map((place) => rows.filter((row) => addressesIn(row[place] ?? '').length).length);
  const most = Math.max(0, ...counts);
  return most ? counts.indexOf(most) : null;
}

/** A whole name where there is one, otherwise its parts from left to right. */
function namesBy(said: readonly (Heading | null)[]): number[] {
  const whole = said.indexOf('name');
  const parts = said.flatMap((kind, place) => (kind === 'first' || kind === 'last' ? [place] : []));
  if (whole >= 0 && parts.some((place) => said[place] === 'last') && !parts.some((place) => said[place] === 'first'))
    return [whole, ...parts].sort((a, b) => a - b); // “Nombre” beside “Apellidos” is a first name
  return whole >= 0 ? [whole] : parts;
}

/** Without headings: the nearest column of several words, before the address if possible; or up to two single words just before it. */
function guessed(wordy: number[], email: number, severalWords: (place: number) => number): number[] {
  const near = [...wordy].sort((a, b) => Number(a > email) - Number(b > email) || Math.abs(a - email) - Math.abs(b - email));
  const whole = near.find((place) => severalWords(place) > 0.5);
  if (whole !== undefined) return [whole];
  const before = wordy.filter((place) => place < email).slice(-2);
  return before.length ? before : near.slice(0, 1);
}

/** Letters and no number, telephone or date among them. */
const isWords = (cell: string): boolean => /\p{L}/u.test(cell) && !/\d/.test(cell) && !addressesIn(cell).length;
