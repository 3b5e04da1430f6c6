import { renderMarkdown } from '../../src/content/prose/markdown';

const glossary = {
  chair: { name: { text: 'Chair' }, text: { text: 'Runs the group & listens.' } },
  hum: { name: { text: 'Hum', language: 'en' as const }, text: { text: 'Ein', language: 'ar' as const } },
};
const render = (source: string) => renderMarkdown(source, { idea: 'Key idea', glossary, language: 'en' });
const html = (source: string) => render(source).html.trim();
const keys = (source: string) => render(source).problems.map(({ key, line }) => `${key.replace('content.problem.', '')} ${line}`);

describe('lesson text', () => {
  it.each([
    ['the first paragraph leads', 'One\n\nTwo', '<p class="first">One</p>\n<p>Two</p>'],
    ['a text that begins with a heading has no lead', '## A {#a}\n\nOne', '<h2 id="a">A</h2>\n<p>One</p>'],
    ['emphasis', '*a* **b**', '<p class="first"><em>a</em> <strong>b</strong></p>'],
    ['an ordered list', '1. a\n2. b', '<ol>\n<li>a</li>\n<li>b</li>\n</ol>'],
    ['an ordered list from three on', '3. a', '<ol start="3">\n<li>a</li>\n</ol>'],
    ['a list', '- a', '<ul>\n<li>a</li>\n</ul>'],
    ['code keeps its signs', '`<b>`', '<p class="first"><code>&lt;b&gt;</code></p>'],
    ['a block of code has no class', '```js\n1 < 2\n```', '<pre><code>1 &lt; 2\n</code></pre>'],
    [
      'a table has no style',
      '|a|\n|:-:|\n|b|',
      '<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>b</td>\n</tr>\n</tbody>\n</table>',
    ],
    ['quotes stay as they were typed', '"a" -- (c)', '<p class="first">&quot;a&quot; -- (c)</p>'],
    ['an address that was only typed is no link', 'See https://ietf.org', '<p class="first">See https://ietf.org</p>'],
    ['a line break between Chinese characters is no space', '互联\n网络', '<p class="first">互联网络</p>'],
    ['a line break elsewhere is one', 'IGF\n论坛', '<p class="first">IGF\n论坛</p>'],
  ])('%s', (_, source, result) => expect(html(source)).toBe(result));
});

describe('links', () => {
  it.each([
    [
      'to the web send no referrer',
      '[a](https://ietf.org/x?y=1&z)',
      '<p class="first"><a href="https://ietf.org/x?y=1&amp;z" rel="noreferrer">a</a></p>',
    ],
    ['to the web in capitals', '[a](HTTPS://ietf.org)', '<p class="first"><a href="HTTPS://ietf.org" rel="noreferrer">a</a></p>'],
    ['to mail', '[a](mailto:a@b.example)', '<p class="first"><a href="mailto:a@b.example">a</a></p>'],
    ['in angle brackets', '<https://ietf.org>', '<p class="first"><a href="https://ietf.org" rel="noreferrer">https://ietf.org</a></p>'],
    ['within the lesson', '[a](#b)\n\n## B {#b}', '<p class="first"><a href="#b">a</a></p>\n<h2 id="b">B</h2>'],
    ['lose their title', '[a](https://ietf.org "t")', '<p class="first"><a href="https://ietf.org" rel="noreferrer">a</a></p>'],
    ['to pages of this site stay text', '[a](/sign-out)', '<p class="first">[a](/sign-out)</p>'],
    ['without a scheme stay text', '[a](//evil.example)', '<p class="first">[a](//evil.example)</p>'],
  ])('%s', (_, source, result) => expect(html(source)).toBe(result));

  it('tell the author about addresses that stay text, and about headings that are not there', () => {
    expect(keys('One\n\n[a](/x) [b](ftp://y)\n\n[c](#nowhere)')).toEqual([
      'link-shown-as-text 3',
      'link-shown-as-text 3',
      'unknown-heading 5',
    ]);
  });
});

describe('terms', () => {
  const gloss = '<aside class="gloss" id="g-chair"><p class="lab">Chair</p><p>Runs the group &amp; listens.</p></aside>';
  const link = (text: string) => `<a class="term" href="#g-chair">${text}</a>`;

  it.each([
    [
      'are explained after the paragraph that first uses them',
      'A [c](#term-chair).\n\nB [d](#term-chair).',
      `<p class="first">A ${link('c')}.</p>\n${gloss}\n<p>B ${link('d')}.</p>`,
    ],
    ['are explained after the whole list', '- [c](#term-chair)\n- b', `<ul>\n<li>${link('c')}</li>\n<li>b</li>\n</ul>\n${gloss}`],
    [
      'are explained after the whole quotation',
      '> [c](#term-chair)\n>\n> b',
      `<blockquote>\n<p>${link('c')}</p>\n<p>b</p>\n</blockquote>\n${gloss}`,
    ],
    ['may stand in a heading', '## A [c](#term-chair) {#a}', `<h2 id="a">A ${link('c')}</h2>\n${gloss}`],
    ['that nobody explained are plain text', 'A *[c](#term-nobody)*.', '<p class="first">A <em>c</em>.</p>'],
    ['are not found among what every object has', '[c](#term-constructor)', '<p class="first">c</p>'],
  ])('%s', (_, source, result) => expect(html(source)).toBe(result));

  it('say in which language they are, part by part', () => {
    expect(html('[h](#term-hum)')).toContain('<p class="lab">Hum</p><p lang="ar" dir="rtl">Ein</p>');
  });

  it('are listed, and unknown ones are a problem', () => {
    expect(render('[c](#term-chair) [c](#term-chair)').terms).toEqual(['chair']);
    expect(keys('a\n\n[c](#term-nobody)')).toEqual(['unknown-term 3']);
  });
});

describe('headings', () => {
  it.each([
    ['carry their stable id', '## Two *words* {#two-words}', '<h2 id="two-words">Two <em>words</em></h2>'],
    ['in Arabic carry the same', '## كلمتان {#two-words}', '<h2 id="two-words">كلمتان</h2>'],
    ['of the third level may go without', '## A {#a}\n### B', '<h2 id="a">A</h2>\n<h3>B</h3>'],
    ['of the first level become the second, for the page has one already', '# A {#a}', '<h2 id="a">A</h2>'],
    ['underlined count as well', 'A {#a}\n===', '<h2 id="a">A</h2>'],
    ['with an unusable id go without', '## A {#A b}', '<h2>A</h2>'],
    ['keep an id for the first that has it', '## A {#a}\n## B {#a}', '<h2 id="a">A</h2>\n<h2>B</h2>'],
    ['leave the ids of the glossary alone', '## A {#g-chair}', '<h2>A</h2>'],
  ])('%s', (_, source, result) => expect(html(source)).toBe(result));

  it.each([
    ['without an id', '## A', ['heading-without-id 1']],
    ['with an unusable id', 'x\n\n## A {#Ab}', ['heading-bad-id 3']],
    ['with an id for the second time', '## A {#a}\n## B {#a}', ['heading-twice 2']],
    ['that skip a level', '## A {#a}\n#### B', ['heading-skips 2']],
    ['that begin too deep', '### A', ['heading-skips 1']],
    ['on the level of the page', '# A {#a}', ['heading-too-high 1']],
    ['that go back up are fine', '## A {#a}\n### B\n## C {#c}', []],
  ])('%s', (_, source, problems) => expect(keys(source)).toEqual(problems));

  it('are listed with level and plain text', () => {
    expect(render('## A *b* `c` {#a}\n### D').headings).toEqual([
      { id: 'a', level: 2, text: 'A b c' },
      { id: null, level: 3, text: 'D' },
    ]);
  });
});

describe('quotations', () => {
  it.each([
    [
      'name their source in the last line',
      '> Rough consensus.\n> — RFC 7282',
      '<blockquote>\n<p>Rough consensus.</p>\n<footer>RFC 7282</footer>\n</blockquote>',
    ],
    [
      'name it in a paragraph of its own',
      '> A.\n>\n> — *RFC* 7282',
      '<blockquote>\n<p>A.</p>\n<footer><em>RFC</em> 7282</footer>\n</blockquote>',
    ],
    ['may go without', '> A.\n> B.', '<blockquote>\n<p>A.\nB.</p>\n</blockquote>'],
    ['keep a dash within the last line', '> A — B.', '<blockquote>\n<p>A — B.</p>\n</blockquote>'],
    ['keep a dash in an earlier line', '> — A\n> B', '<blockquote>\n<p>— A\nB</p>\n</blockquote>'],
    ['that are nothing but a source', '> — A', '<blockquote>\n<footer>A</footer>\n</blockquote>'],
  ])('%s', (_, source, result) => expect(html(source)).toBe(result));
});

describe('key ideas', () => {
  it.each([
    [
      'stand in a block of their own',
      ':::idea\nCount *questions*.\n:::',
      '<aside class="idea"><p class="lab">Key idea</p>\n<p>Count <em>questions</em>.</p>\n</aside>',
    ],
    [
      'end the paragraph before them',
      'A\n:::idea\nB\n:::\nC',
      '<p class="first">A</p>\n<aside class="idea"><p class="lab">Key idea</p>\n<p>B</p>\n</aside>\n<p>C</p>',
    ],
    ['hold several paragraphs', ':::idea\nA\n\nB\n:::', '<aside class="idea"><p class="lab">Key idea</p>\n<p>A</p>\n<p>B</p>\n</aside>'],
    ['end a list', '- A\n:::idea\nB\n:::', '<ul>\n<li>A</li>\n</ul>\n<aside class="idea"><p class="lab">Key idea</p>\n<p>B</p>\n</aside>'],
    ['are text when nothing closes them', ':::idea\nA', '<p class="first">:::idea\nA</p>'],
    ['are text within a quotation', '> :::idea\n> A\n> :::', '<blockquote>\n<p>:::idea\nA\n:::</p>\n</blockquote>'],
    ['are text when nobody knows their name', ':::warning\nA\n:::', '<p class="first">:::warning\nA\n:::</p>'],
  ])('%s', (_, source, result) => expect(html(source)).toBe(result));

  it('print their label as text', () => {
    expect(renderMarkdown(':::idea\nA\n:::', { idea: '<i>' }).html).toContain('<p class="lab">&lt;i&gt;</p>');
  });

  it.each([
    ['that are not closed', 'a\n\n:::idea\nb', ['block-not-closed 3']],
    ['that open twice', ':::idea\na\n:::idea\nb\n:::', ['block-not-closed 1']],
    ['that close twice', ':::idea\na\n:::\n:::', ['block-unknown 4']],
    ['of another name', ':::warning\na\n:::', ['block-unknown 1', 'block-unknown 3']],
    ['in a quotation', '> :::idea\n> a\n> :::', ['block-unknown 1', 'block-unknown 3']],
    ['in a block of code are fine', '```\n:::idea\n```', []],
  ])('%s', (_, source, problems) => expect(keys(source)).toEqual(problems));
});
