import { addressesIn, bare, within } from './address';

/** One line that is not a row of a table: `Name <address>`, an address alone, or what somebody wrote in a chat. */

/** What lists put before a line: a bullet, a number. */
const BULLET = /^(?:[-–—*•·●▪◦‣✓✔☑]+|\(?[\d٠-٩۰-۹]{1,4}[.)、:]|#\d{1,4})\s*/u;
const TELEPHONE = /(?:\+|00)[\d\s().-]{6,20}\d/g;

/** The people on a line: as many as it has addresses; without any, the line as it stands. */
export function peopleOn(text: string): { name: string; email: string }[] {
  const line = text.replace(BULLET, '');
  const addresses = addressesIn(line);
  if (addresses.length < 2) return [personIn(line, addresses[0] ?? null)];
  return between(line).map((part) => personIn(part, addressesIn(part)[0] ?? null));
}

/** A line with several addresses, cut so that each piece has one of them, with the words before it. */
function between(line: string): string[] {
  const pieces: string[] = [];
  let rest = line;
  for (const address of addressesIn(line)) {
    const end = rest.indexOf(address) + address.length;
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return pieces;
}

/** The name is what is left of a line when the address, telephone numbers and signs are taken away. */
export function personIn(text: string, address: string | null): { name: string; email: string } {
  const rest = address === null ? text : text.replace(address, ' ').replace(/mailto:/i, ' ');
  return { name: nameIn(rest), email: address === null ? '' : bare(address) };
}

export function nameIn(text: string): string {
  const words = text.replace(TELEPHONE, ' ').replace(/[<>()[\]{}"“”«»|;；؛]/gu, ' ');
  return within(words.replace(/\s+/gu, ' '), ',،，、:：~–—-');
}
