import { NotWellFormed, parse, textOf } from './html';
import { read } from './page';
import { fill } from './submit';

const PAGE = `<!doctype html><html lang="en" dir="ltr"><head><title>Sign in · House</title></head><body>
<a href="#main" class="skip">Skip</a><main id="main"><h1>Sign <em>in</em></h1>
<div role="alert"><ul><li><a href="#f-email">Give an address</a></li></ul></div>
<p hidden>not said</p><p><bdi>\u2068Wanjiku\u2069</bdi>&nbsp;&amp; others <svg aria-label="star"><path d="M0"/></svg></p>
<form method="post" action="/sign-in"><input type="hidden" name="form" value="f1">
<label for="f-email">E-mail</label><span id="h-email">As you gave it</span><input id="f-email" name="email" value="a&quot;b" aria-describedby="h-email">
<textarea name="note" aria-label="Note">
line</textarea>
<fieldset><legend>Language</legend><label><input type="radio" name="language" value="en" checked><span>English</span></label><label><input type="radio" name="language" value="ar"><span>Arabic</span></label></fieldset>
<fieldset><legend>Which?</legend><label><input type="checkbox" name="answer" value="a">One</label><label><input type="checkbox" name="answer" value="b">Two</label></fieldset>
<label><input type="checkbox" name="flag" value="yes">Flag it</label>
<label>GAC <select name="answer.gac"><option value="">Choose</option><option value="x">A: vote</option></select></label>
<button name="go" value="next">Save and next</button><button name="go" value="2" aria-label="Question 2">2</button><button type="button">Copy</button></form>
<form action="/verify"><label>Code <input name="code"></label><button>Check</button></form></main></body></html>`;

describe('reading a page', () => {
  const page = read(PAGE, '/sign-in');

  it('hears what is said and no more', () => {
    expect(page.title).toBe('Sign in · House');
    expect(page.heading).toBe('Sign in');
    expect(page.errors).toEqual(['Give an address']);
    expect(page.text).toContain('Wanjiku & others star');
    expect(page.text).not.toContain('not said');
  });

  it('knows links, buttons and fields by their names', () => {
    expect(page.link('Give')).toBe('/sign-in');
    expect(page.buttons).toEqual(['Save and next', 'Question 2', 'Check']);
    expect(page.fields.map(({ label, kind, value }) => [label, kind, value])).toEqual([
      ['E-mail', 'text', 'a"b'],
      ['Note', 'text', 'line'],
      ['Language', 'choice', 'English'],
      ['Which?', 'choices', []],
      ['Flag it', 'tick', false],
      ['GAC', 'list', 'Choose'],
      ['Code', 'text', ''],
    ]);
    expect(page.field('E-mail').description).toBe('As you gave it');
    expect(() => page.field('Passwort')).toThrow('No field “Passwort”. There are: “E-mail”');
  });

  it('fills a form as a browser does', () => {
    const given = { 'E-mail': 'w@example.org', Language: 'Arabic', 'Which?': ['Two', 'One'], 'Flag it': true, GAC: 'A: vote' };
    expect(fill(page, 'Question 2', given)).toEqual({
      method: 'post',
      address: '/sign-in',
      pairs: [
        ['form', 'f1'],
        ['email', 'w@example.org'],
        ['note', 'line'],
        ['language', 'ar'],
        ['answer', 'a'],
        ['answer', 'b'],
        ['flag', 'yes'],
        ['answer.gac', 'x'],
        ['go', '2'],
      ],
    });
    expect(fill(page, 'Check', { Code: 'CH-1' })).toEqual({ method: 'get', address: '/verify', pairs: [['code', 'CH-1']] });
    expect(() => fill(page, 'Save and next', { Language: 'Welsh' })).toThrow('No choice “Welsh”. There are: “English”, “Arabic”');
  });
});

describe('the strict parser', () => {
  it.each([
    ['a tag closed out of turn', '<p><b>x</p></b>'],
    ['a tag never closed', '<main><p>x</p>'],
    ['a block in a paragraph', '<p>x<ul><li>y</li></ul></p>'],
    ['an attribute twice', '<a href="/" href="/x">x</a>'],
    ['a bare <', '<p>1 < 2</p>'],
  ])('refuses %s', (_, html) => {
    expect(() => parse(html)).toThrow(NotWellFormed);
  });

  it('keeps block texts apart and inline texts together', () => {
    expect(textOf(parse('<ul><li>a</li><li>b<b>c</b><small>d</small></li></ul>'))).toBe('a bc d');
  });
});
