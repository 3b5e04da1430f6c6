import { renderMarkdown } from '../../src/content/prose/markdown';

describe('long text takes no long time', () => {
  const filled = (piece: string) => piece.repeat(Math.ceil(100_000 / piece.length));

  it.each([
    ['words', filled('word ')],
    ['brackets', filled('[')],
    ['links that never end', filled('[a](')],
    ['pictures that never end', filled('![')],
    ['links to nowhere', filled('[a](javascript:x) ')],
    ['terms', filled('[a](#term-a) ')],
    ['stars and letters', filled('a**b')],
    ['stars and underscores', filled('*a_ ')],
    ['backticks of every length', Array.from({ length: 446 }, (_, n) => `${'`'.repeat(n)} `).join('')],
    ['tags that never end', filled('<a ')],
    ['comments that never end', filled('<!--')],
    ['quotation marks', filled('>')],
    ['quotations with sources', filled('> a\n> — b\n\n')],
    ['list marks', filled('- ')],
    ['nested lists', Array.from({ length: 440 }, (_, n) => `${'  '.repeat(n)}- a`).join('\n')],
    ['ideas that never end', filled(':::idea\n')],
    ['ends of ideas', filled(':::\n')],
    ['headings', filled('## a {#a}\n')],
    ['headings with their own ids', Array.from({ length: 6000 }, (_, n) => `## h {#h-${n}}`).join('\n')],
    ['a heading full of spaces', `## a${' '.repeat(100_000)}{#b`],
    ['reference links', filled('[a]: https://x.example\n[a]\n')],
    ['a wide table', `${filled('|a')}\n${filled('|-')}\n${filled('|a\n')}`],
    ['entities', filled('&amp;')],
    ['Chinese lines', filled('中\n')],
  ])('%s', (_, source) => {
    const start = process.cpuUsage();
    renderMarkdown(source, { idea: 'Key idea', glossary: { a: { name: { text: 'A' }, text: { text: 'a' } } } });
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1e6).toBeLessThan(5); // seconds of work; a quadratic rule takes minutes
  });
});
