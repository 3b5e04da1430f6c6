/** What a file is called here: what its owner called it, without what could mislead, and with the ending of what it is. */
import { Format, FORMATS } from './file-kinds';

const LONGEST = 80;

export function fileName(given: string, format: Format): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1)!;
  const shown = last.replace(/[\p{C}\u2028\u2029"'`<>|:*?%;]/gu, ' ').replace(/\s+/g, ' ');
  const stem = [...shown.replace(/\.[^.]*$/, '').replace(/^[\s.]+|[\s.]+$/g, '')].slice(0, LONGEST).join('');
  return `${stem || 'file'}.${FORMATS[format].endings[0]}`;
}

/** The header that gives a file its name (RFC 6266): once in plain ASCII, and once as it is. */
export function disposition(how: 'inline' | 'attachment', name: string): string {
  const plain = name.replace(/[^ -~]/g, '_').replace(/["\\]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${how}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
