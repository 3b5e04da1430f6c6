import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as laws from './support/laws/pages';
import { Sources } from './support/laws/sources';
import { Templates } from './support/laws/templates';

const VIEWS = join(__dirname, '../views');
const STYLE = join(VIEWS, 'assets/style');
const src = Sources.read(join(__dirname, '../src'));
const views = Templates.read(VIEWS);
const sheets = readdirSync(STYLE, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.css'));
const styles = Object.fromEntries(sheets.map((file) => [file, readFileSync(join(STYLE, file), 'utf8')]));

const PAGE = 'people/x';
const TITLE = '{{pageTitle (t "people.sign-in.title")}}\n';

/** A template in which to plant a fault, the fault, and what the law then says. */
type Fault = [name: string, text: string, found: string];

const LAWS: [name: string, law: (views: Templates) => string[], ...faults: Fault[]][] = [
  ['every page has its view function', (v) => laws.pagesWithoutTheirFunction(v, src), [PAGE, TITLE, PAGE]],
  ['every page is printed by a handler', (v) => laws.pagesNobodyPrints(v, src), [PAGE, TITLE, PAGE]],
  ['every page says first what it is called', laws.pagesWithoutTitle, [PAGE, '<h1></h1>', PAGE]],
  [
    'every piece says first what it needs',
    laws.piecesWithoutContract,
    ['partials/x', '<p></p>', 'partials/x'],
    ['people/_x', '<p></p>', 'people/_x'],
  ],
  ['every piece is used', laws.piecesNobodyPrints, ['partials/x', '{{!-- x. --}}\n', 'partials/x']],
  ['markup is printed as it is in three places only', laws.unsafeMarkup, [PAGE, '{{{name}}}', PAGE], [PAGE, '{{& name}}', PAGE]],
  ['every form can be told from its second sending', laws.formsWithoutId, [PAGE, '<form method="post"><button></button></form>', PAGE]],
  [
    'nothing is inline, nothing has a physical direction',
    laws.markupFaults,
    [PAGE, '<p style="color:red">', `${PAGE}: inline style`],
    [PAGE, '<p onclick="x()">', `${PAGE}: inline handler`],
    [PAGE, '<script>x()</script>', `${PAGE}: inline script`],
    [PAGE, '<p align="{{side}}">', `${PAGE}: physical direction`],
  ],
  [
    'every word is a phrase',
    laws.wordsInTemplates,
    [PAGE, '<p>{{name}} has passed</p>', `${PAGE}: has passed`],
    [PAGE, '<a aria-label="Next" href="/">›</a>', `${PAGE}: Next`],
  ],
];

describe('pages, templates and view functions', () => {
  it.each(LAWS)('%s', (_, law) => {
    expect(law(views)).toEqual([]);
  });

  it('every view function has its page', () => {
    expect(laws.functionsWithoutTheirPage(views, src)).toEqual([]);
  });

  it('every style turns round with the direction of reading', () => {
    expect(laws.physicalStyles(styles)).toEqual([]);
  });
});

describe('a planted fault is found', () => {
  it.each(LAWS.flatMap(([name, law, ...faults]) => faults.map((fault) => [name, law, ...fault] as const)))(
    '%s',
    (_, law, name, text, found) => {
      expect(law(views.with(name, text))).toContain(found);
    },
  );

  it('every view function has its page', () => {
    const planted = src.with('people/x.view.ts', 'export function xPage() { return {}; }');
    expect(laws.functionsWithoutTheirPage(views, planted)).toContain('people/x.view.ts: xPage');
    const twice = planted.with('people/sign-in/x.view.ts', 'export function xPage() { return {}; }');
    expect(laws.pagesWithoutTheirFunction(views.with(PAGE, TITLE), twice)).toContain(PAGE);
  });

  it('every template that is asked for is there', () => {
    const planted = src.with('people/x.controller.ts', "class X { @Render('people/missing') x() { return {}; } }");
    expect(laws.pagesNobodyPrints(views, planted)).toContain('people/missing');
  });

  it.each(['margin-left: 1px', 'left: 0', 'float: right', 'text-align: left', 'border-top-left-radius: 1px', 'padding-right: 0'])(
    '%s',
    (rule) => {
      expect(laws.physicalStyles({ 'x.css': `p { ${rule}; }` })).toHaveLength(1);
    },
  );
});
