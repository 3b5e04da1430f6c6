/** What a file to take along is called: whose it is, what for, and what kind of file; without what a file system or a shell would mind. */
const LONGEST = 90;

export function downloadName(parts: readonly string[], ending: string): string {
  const whole = parts.join(' – ').normalize('NFC');
  const plain = whole.replace(/[\p{C}\u2028\u2029"'`<>|:*?%;/\\]/gu, ' ').replace(/\s+/g, ' ');
  const stem = [...plain]
    .slice(0, LONGEST)
    .join('')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  return `${stem || 'certificate'}.${ending}`;
}
