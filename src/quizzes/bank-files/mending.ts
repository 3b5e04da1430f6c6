/** Mistakes in a file of questions whose mending is certain: what stands on a line, and what belongs there. */
import type { ImportProblem } from '../formats/imported';

export interface Mending {
  line: number;
  from: string;
  to: string;
}

/** Letters that look like Latin ones. */
const LOOKALIKES: Record<string, string> = Object.fromEntries(
  ['АA ВB СC ЕE НH ІI ЈJ КK МM ОO РP ЅS ТT ХX', 'ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX'].flatMap((row) =>
    row.split(' ').map((pair) => [pair[0]!, pair[1]!] as const),
  ),
);
const WIDE_A = 0xff21;

/** What mends a problem, or null where somebody has to look. */
export function mendingOf({ line, key, details }: ImportProblem, lines: readonly string[]): Mending | null {
  const text = lines[line - 1] ?? '';
  const found = pieceOf(key, details, text);
  if (!found || found.from === found.to || text.split(found.from).length !== 2) return null;
  return { line, ...found };
}

type Piece = Omit<Mending, 'line'> | null;

function pieceOf(key: string, details: ImportProblem['details'], text: string): Piece {
  const all = (pattern: RegExp, to: (match: RegExpExecArray) => string): Piece => {
    const match = pattern.exec(text);
    return match && { from: match[0], to: to(match) };
  };
  switch (key) {
    case 'formats.problem.number-with-comma':
      return { from: String(details['text']), to: String(details['instead']) };
    case 'formats.problem.lower-case-truth':
      return all(/\{\s*=?\s*(?:t|f|true|false)\s*\}/i, (match) => match[0].replace('=', '').toUpperCase());
    case 'formats.problem.aiken-lower-case':
      return all(/^\s*answer\s*:\s*[a-z]/i, (match) => match[0].toUpperCase()) ?? all(/^\s*[a-z][.)]/, (match) => match[0].toUpperCase());
    case 'formats.problem.aiken-other-letters':
      return all(/^\s*\p{L}[.)]/u, (match) => latin(match[0]));
    case 'formats.problem.markup-unknown':
      return all(/\[\s*(html|moodle|plain|markdown)\s*\]/i, (match) => `[${match[1]!.toLowerCase()}]`);
    case 'formats.problem.weight-unknown': {
      const [weight, nearest] = [Number(details['weight']), Number(details['nearest'])];
      return Math.abs(weight - nearest) < 1 ? all(new RegExp(`%${String(weight).replace('.', '\\.')}0*%`), () => `%${nearest}%`) : null;
    }
    default:
      return null;
  }
}

function latin(label: string): string {
  return label.replace(/\p{L}/u, (letter) => {
    const wide = letter.charCodeAt(0) - WIDE_A;
    return wide >= 0 && wide < 26 ? String.fromCharCode(65 + wide) : (LOOKALIKES[letter] ?? letter);
  });
}

/** The text with some things mended, the last line first. */
export function mended(text: string, mendings: readonly Mending[]): string {
  const lines = text.split('\n');
  for (const { line, from, to } of mendings) lines[line - 1] = lines[line - 1]!.replace(from, () => to);
  return lines.join('\n');
}
