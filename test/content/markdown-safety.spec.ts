import fc from 'fast-check';
import { renderMarkdown } from '../../src/content/prose/markdown';

/** What a page may get from an author: these elements with these attributes, and nothing else between < and >. */
const ELEMENTS: Record<string, string[]> = {
  p: ['class', 'lang', 'dir'],
  a: ['class', 'href', 'rel'],
  aside: ['class', 'id'],
  h2: ['id'],
  h3: ['id'],
  h4: ['id'],
  h5: ['id'],
  h6: ['id'],
  ol: ['start'],
  ...Object.fromEntries(
    ['ul', 'li', 'em', 'strong', 's', 'code', 'pre', 'blockquote', 'footer', 'hr', 'br', 'table', 'thead', 'tbody', 'tr', 'th', 'td'].map(
      (name) => [name, []],
    ),
  ),
};

/** Everything in the HTML that must not be there. */
function unsafe(html: string): string[] {
  return html
    .split('<')
    .slice(1)
    .flatMap((piece) => {
      const [, close, name, attributes] = /^(\/?)([a-z][a-z0-9]*)((?: [a-z]+="[^"<>]*")*)>/.exec(piece) ?? [];
      if (name === undefined || !Object.hasOwn(ELEMENTS, name)) return [`<${piece.slice(0, 40)}`];
      const all = [...attributes!.matchAll(/ ([a-z]+)="([^"]*)"/g)].map(([, attribute, value]) => ({
        attribute: attribute!,
        value: value!,
      }));
      const wrong = all.filter(
        ({ attribute, value }) => !ELEMENTS[name]!.includes(attribute) || !isSafe(attribute, value) || close === '/',
      );
      return wrong.map(({ attribute, value }) => `<${name} ${attribute}="${value}">`);
    });
}

function isSafe(attribute: string, value: string): boolean {
  if (attribute === 'href') return /^(https?:\/\/|mailto:|#)/i.test(value);
  if (attribute === 'class') return ['first', 'term', 'gloss', 'idea', 'lab'].includes(value);
  return attribute !== 'id' || /^[a-z0-9-]+$/.test(value);
}

const nasty = '"><script>alert(1)</script>';
const settings = {
  idea: nasty,
  language: 'en' as const,
  glossary: { a: { name: { text: nasty, language: 'ar' as const }, text: { text: `${nasty} onclick="x"` } } },
};
const check = (source: string) => unsafe(renderMarkdown(source, settings).html);

describe('whatever an author types, the page stays safe', () => {
  it.each([
    ['a script', '<script>alert(1)</script>'],
    ['a script over several lines', '<script>\nalert(1)\n</script>'],
    ['a script within a word', 'a<script>b</script>'],
    ['half a script', '<script'],
    ['a script within a script', '<scr<script>ipt>alert(1)</scr</script>ipt>'],
    ['a handler', '<img src=x onerror=alert(1)>'],
    ['a handler on emphasis', '*<b onmouseover="x">*'],
    ['a style', '<p style="position:fixed">x</p>'],
    ['a style sheet', '<style>*{display:none}</style>'],
    ['a frame', '<iframe src="https://evil.example"></iframe>'],
    ['a form', '<form action="https://evil.example"><input name="password"></form>'],
    ['SVG', '<svg onload=alert(1)><animate></svg>'],
    ['a comment', '<!-- x --><b>'],
    ['CDATA and a processing instruction', '<![CDATA[<b>]]> <?php x ?>'],
    ['entities that spell a tag', '&lt;script&gt; &#60;script&#62; &#x3c;b&#x3e;'],
    ['an entity for NUL', '&#0;<b\u0000>'],
    ['a javascript link', '[a](javascript:alert(1))'],
    ['a javascript link in capitals', '[a](JaVaScRiPt:alert(1))'],
    ['a javascript link with a tab', '[a](java\tscript:alert(1))'],
    ['a javascript link with entities', '[a](&#106;avascript&colon;alert(1))'],
    ['a javascript link with an escape', '[a](javascript\\:alert(1))'],
    ['a javascript link in angle brackets', '[a](<javascript:alert(1)>) <javascript:alert(1)>'],
    ['a javascript link after a space', '[a]( javascript:alert(1))'],
    ['a javascript link by reference', '[a][b]\n\n[b]: javascript:alert(1)'],
    ['a javascript link after a control', '[a](\u0001javascript:alert(1))'],
    ['a vbscript link', '[a](vbscript:x)'],
    ['a data link', '[a](data:text/html;base64,PHNjcmlwdD4=)'],
    ['a data picture', '![a](data:image/png;base64,AAAA)'],
    ['a picture', '![a](https://evil.example/pixel.png)'],
    ['a picture with a handler in its title', '![a](https://x.example/y.png "x\\" onerror=\\"alert(1)")'],
    ['a picture by reference', '![a][b]\n\n[b]: https://evil.example/pixel.png'],
    ['a picture in a link', '[![a](https://x.example/i)](https://y.example)'],
    ['a quote in an address', '[a](https://x.example/"onclick="alert(1))'],
    ['a quote in a title', '[a](https://x.example "\\" onclick=\\"alert(1)")'],
    ['a tag in an address', '[a](https://x.example/<script>)'],
    ['a tag in a link text', '[<b>](https://x.example)'],
    ['a file link', '[a](file:///etc/passwd)'],
    ['a blob link', '[a](blob:https://x.example/1)'],
    ['a quote in a heading id', '## A {#a"onclick="x}'],
    ['a tag in a heading id', '## A {#<b>}'],
    ['a quote in a block of code’s name', '```js" onload="alert(1)\nx\n```'],
    ['a tag in a block of code', '~~~\n</code></pre><script>\n~~~'],
    ['a tag in code', '`<script>`'],
    ['a term with a nasty name', '[a](#term-a)'],
    ['a nasty term', '[a](#term-a"onclick="x)'],
    ['a term that is a tag', '[a](#term-<b>)'],
    ['a nasty label', ':::idea\nx\n:::'],
    ['a tag in an idea', ':::idea\n<script>\n:::'],
    ['a tag behind the dash of a source', '> a\n> — <script>'],
    ['aligned columns', '|a|b|\n|:-:|--:|\n|<b>|`|`|'],
    ['a quotation in a list in a quotation', '> - > - > <b onclick=x>'],
    ['unbalanced blocks', ':::idea\n:::idea\n:::\n:::\n:::idea'],
    ['unbalanced emphasis around tags', '**<b>*_</b>**_'],
    ['a link in a link', '[[a](https://x.example)](javascript:x)'],
    ['half a surrogate pair', '\ud83d<b>\udc00'],
    ['directions turned round', '\u202e<b>\u202c [a](\u202ejavascript:x)'],
  ])('%s', (_, source) => expect(check(source)).toEqual([]));

  it('even when it is put together by chance', () => {
    const pieces = [
      '<',
      '>',
      '"',
      "'",
      '&',
      ';',
      '[',
      ']',
      '(',
      ')',
      '!',
      '#',
      '{',
      '}',
      '`',
      '*',
      '_',
      '~',
      '|',
      '-',
      ':',
      '\\',
      '\n',
      ' ',
      '> ',
      '- ',
      ':::',
      ':::idea\n',
      'javascript:',
      'https://x',
      'data:',
      '#term-a',
      '<script>',
      ' onclick="x"',
      '&#x3c;',
      '— ',
      'a',
      '{#b}',
      '\t',
      '1. ',
    ];
    const soup = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 60 });
    fc.assert(
      fc.property(soup, (parts) => expect(check(parts.join(''))).toEqual([])),
      { numRuns: 2000 },
    );
  });

  it('and this test itself sees what is unsafe', () => {
    const samples = [
      '<script>',
      '<p style="x">',
      '<a href="javascript:x">',
      '<p onclick="x">',
      '<p class="menu">',
      '<img src="x">',
      '< p>',
      '<p',
      '<!--',
    ];
    for (const sample of samples) expect(unsafe(`<p>a</p>${sample}`)).toHaveLength(1);
  });
});
