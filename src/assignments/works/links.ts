/** Links that somebody hands in, one on each line, as they typed them. */
import { unshowable } from '../../kernel/text';

export const LONGEST_LINK = 500;

export function linksIn(typed: string): string[] {
  return typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Only what leads to a page of the Web; nothing that runs, and no name and password. */
export function isLink(text: string): boolean {
  if (text.length > LONGEST_LINK || /\s/.test(text) || unshowable(text) || !/^https?:\/\/[^/]/i.test(text) || !URL.canParse(text))
    return false;
  const { protocol, hostname, username, password } = new URL(text);
  return /^https?:$/.test(protocol) && hostname !== '' && username === '' && password === '';
}
