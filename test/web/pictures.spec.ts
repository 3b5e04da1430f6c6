import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cover } from '../../src/web/pictures/cover';
import { frame } from '../../src/web/pictures/frame';
import { icon, isIcon, sprite } from '../../src/web/pictures/icons';
import { initials } from '../../src/web/pictures/initials';
import { mark } from '../../src/web/pictures/mark';
import { mini } from '../../src/web/pictures/mini';
import { rosette } from '../../src/web/pictures/rosette';
import { type Group, GROUPS, type Position, symbols } from '../../src/web/pictures/symbols';
import { type Seat, table, tablePicture } from '../../src/web/pictures/table';
import { trackSteps } from '../../src/web/pictures/track';

/** Certificates and covers are recognised by their picture: what was drawn once must be drawn the same for ever. */
const golden = JSON.parse(readFileSync(join(__dirname, 'pictures.golden.json'), 'utf8')) as Record<string, string>;

const seat = (group: Group, position: Position | null, name: string, more: Partial<Seat> = {}): Seat => ({
  group,
  position,
  name,
  ...more,
});
const twelve = [
  seat('gov', 'sup', 'Ministry'),
  seat('gov', 'liv', 'Regulator'),
  seat('bus', 'sup', 'Small ISPs', { you: true }),
  seat('bus', 'obj', 'Carrier & Sons'),
  seat('civ', 'sil', 'Users <all>', { speaking: true }),
  seat('civ', 'sup', 'Press'),
  seat('tec', 'liv', 'Operators'),
  seat('tec', 'sup', '', { absent: true }),
  seat('aca', 'obj', 'Faculty'),
  seat('aca', 'sup', 'Students'),
  seat('int', 'liv', 'Union'),
  seat('int', null, 'Observer'),
];
const seats = (count: number): Seat[] => Array.from({ length: count }, (_, index) => seat(GROUPS[index % 6]!, 'sup', `Seat ${index}`));

describe('the pictures', () => {
  it.each([
    ['cover', cover('rough-consensus')],
    ['coverAtTheEdge', cover('who-decides')],
    ['frame', frame()],
    ['mark', mark()],
    ['mini', mini(twelve, 'The small table')],
    ['rosette', rosette('CH-7K2M-94QX', { id: 'm', label: 'Rosette of CH-7K2M-94QX' })],
    ['symbols', symbols()],
    ['table', table(twelve, { label: 'Twelve seats, "one" objects', middle: '4', below: '2 objections' })],
  ])('draw the %s as it always was', (name, drawn) => {
    expect(drawn).toBe(golden[name]);
  });

  it('are the same for the same name and others for another', () => {
    expect(cover('a-module')).toBe(cover('a-module'));
    expect(cover('a-module')).not.toBe(cover('another-module'));
    expect(rosette('CH-0000-0001')).toBe(rosette('CH-0000-0001'));
    expect(rosette('CH-0000-0001')).not.toBe(rosette('CH-0000-0002'));
  });

  it('let several rosettes share a page', () => {
    const idOf = (code: string) => /<path id="(\w+)a"/.exec(rosette(code))?.[1];
    expect(idOf('CH-0000-0001')).not.toBe(idOf('CH-0000-0002'));
  });

  it('print words as words, whatever they contain', () => {
    const hostile = '"><script>&';
    const places = seats(6).map((one) => ({ ...one, name: hostile }));
    const drawn = [
      table(places, { label: hostile, middle: hostile, below: hostile }),
      mini(places, hostile),
      rosette('CH-0000-0001', { label: hostile }),
    ].join('');
    expect(drawn).not.toContain('<script');
    expect(drawn).toContain('aria-label="&quot;&gt;&lt;script&gt;&amp;"');
    expect(drawn).toContain('>&quot;&gt;&lt;script&gt;&amp;</text>');
  });

  it('are silent without a label and named with one', () => {
    expect(mini(twelve)).toContain('aria-hidden="true"');
    expect(rosette('CH-0000-0001')).toContain('aria-hidden="true"');
    expect(mini(twelve, 'Two objections')).toContain('role="img" aria-label="Two objections"');
  });

  it('carry no colour and no style: those are in the style sheet', () => {
    const drawn = [table(twelve, { label: 'x' }), mini(twelve), cover('x'), rosette('x'), mark(), frame(), symbols(), sprite(['go'])].join(
      '',
    );
    expect(drawn).not.toMatch(/style=|(fill|stroke)="#|NaN|undefined|-0[ "A-Z]/);
  });
});

describe('a Table', () => {
  it.each([6, 12, 16, 17, 24])('seats %i people', (count) => {
    const drawn = table(seats(count), { label: 'x' });
    expect(drawn.match(/class="seat /g)).toHaveLength(count);
    expect(drawn.match(/<text /g)).toHaveLength(count);
  });

  it.each([0, 5, 25])('refuses %i seats', (count) => {
    expect(() => table(seats(count), { label: 'x' })).toThrow(RangeError);
    expect(() => mini(seats(count))).toThrow(RangeError);
  });

  it('brings its own signs, and only those of the groups that sit at it', () => {
    const drawn = tablePicture(
      seats(6).map((one) => ({ ...one, group: 'civ' as const })),
      { label: 'x' },
    );
    expect(drawn).toContain('<symbol id="civ"');
    expect(drawn).not.toContain('<symbol id="gov"');
    expect(drawn).toContain('<pattern id="hatch"');
  });
});

describe('icons', () => {
  it('are printed once each, however often they are used, in a fixed order', () => {
    expect(sprite(['lock', 'go', 'go']).match(/<symbol id="[\w-]+"/g)).toEqual(['<symbol id="i-go"', '<symbol id="i-lock"']);
    expect(sprite([])).toBe('');
  });

  it('point to their shape and may follow the reading direction', () => {
    expect(icon('go')).toBe('<svg class="i" width="20" height="20" aria-hidden="true"><use href="#i-go"/></svg>');
    expect(icon('go', 'flip')).toContain('class="i flip"');
  });

  it('refuse names that nobody drew', () => {
    expect(isIcon('toString')).toBe(false);
    expect(() => icon('toString')).toThrow(RangeError);
    expect(() => sprite(['go', 'gone'])).toThrow('There is no icon "gone".');
  });
});

describe('initials', () => {
  it.each([
    ['Wanjiku Kamau', 'WK'],
    ['Aïssatou Diallo-Ba', 'AD'],
    ['maría de los Ángeles', 'MÁ'],
    ['Юлия Иванова', 'ЮИ'],
    ['Plato', 'P'],
    ['王小明', '小明'],
    ['ليلى حداد', 'ل ح'],
    ['(Ana) Lima', 'AL'],
    ['  ', ''],
    ['🙂', ''],
  ])('of “%s” are “%s”', (name, expected) => {
    expect(initials(name)).toBe(expected);
  });
});

describe('the bar of steps', () => {
  it.each([
    ['nothing done', 0, 3, false, ['', '', '']],
    ['the first at hand', 0, 3, true, ['n', '', '']],
    ['some done', 2, 3, true, ['d', 'd', 'n']],
    ['all done', 3, 3, true, ['d', 'd', 'd']],
    ['more done than there are', 5, 2, false, ['d', 'd']],
    ['no steps', 0, 0, true, []],
  ])('shows %s', (_, done, total, now, expected) => {
    expect(trackSteps(done, total, now)).toEqual(expected);
  });
});
