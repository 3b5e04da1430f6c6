import { Controller, Get, Module } from '@nestjs/common';
import { Allow } from '../src/web/permissions/permission';
import { Anyone } from '../src/web/permissions/who.guard';
import { startApp } from './support/app';
import { above, all, type Element, parse, textOf } from './support/html';
import { each, knock, post } from './support/knock';
import { arriveAt, FILES, startTour, type Tour } from './support/tour';

/** Names are the same in every language. */
const NAMES = ['Chapterhouse'];

/** Said aloud or shown, though it stands in no text. */
const SAID = [
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'placeholder',
  'title',
  'alt',
  'label',
  'data-saved',
  'data-saving',
  'data-waiting',
  'data-five',
  'data-one',
];

/** What is not a phrase: code, text that people or authors wrote, and what a machine reads. */
const OWN_WORDS = ['bdi', 'code', 'time', 'script', 'style', 'textarea', 'template', 'symbol'];

@Controller('broken')
class Broken {
  @Get()
  @Allow(Anyone)
  page(): never {
    throw new Error('as it was meant');
  }
}

@Module({ controllers: [Broken] })
class BrokenModule {}

/** Words of a page that no phrase has said. A letter alone is a sign, such as A of three answers. */
function hardCoded(html: string): string[] {
  const root = parse(html);
  const found: string[] = [];
  const own = [...all(root)].filter((one) => OWN_WORDS.includes(one.tag) || saysItsLanguage(one)).map((one) => textOf(one));
  for (const element of all(root)) {
    if (OWN_WORDS.some((tag) => above(element, tag)) || saysItsLanguage(element)) continue;
    const plain = element.tag === 'title'; // there is no markup in it, so what it repeats of the page has said there whose words it is
    for (const [at, child] of element.children.entries()) {
      if (typeof child === 'string' && !isJoint(element, at))
        found.push(
          ...(plain
            ? child
                .split(' · ')
                .map(left)
                .filter((text) => !own.includes(text))
            : [left(child)]),
        );
    }
    for (const name of SAID) found.push(...[left(element.attributes[name] ?? '')].filter((text) => !own.includes(text)));
    if (element.tag === 'input' && ['submit', 'button'].includes(element.attributes['type'] ?? ''))
      found.push(left(element.attributes['value'] ?? ''));
  }
  return [...new Set(found.filter((text) => /\p{L}/u.test(text) && !/^\p{Lu}$/u.test(text)))];
}

/** What Intl puts between the last two of a list whose items are marked up; it knows no list in a language that nobody speaks. */
function isJoint({ children }: Element, at: number): boolean {
  const [before, here, after] = [children[at - 1], children[at], children[at + 1]];
  const isItem = (one: Element | string | undefined) => typeof one === 'object' && (OWN_WORDS.includes(one.tag) || saysItsLanguage(one));
  return here === ' and ' && isItem(before) && isItem(after);
}

/** Somebody’s or some author’s words say in which language they are, or that it is not known. */
function saysItsLanguage(element: Element): boolean {
  for (let one: Element | null = element; one && one.tag !== 'html'; one = one.parent) {
    if ('lang' in one.attributes || (one.tag === 'option' && ['zone', 'country'].includes(one.parent?.attributes['name'] ?? '')))
      return true;
  }
  return false;
}

/** A text without its phrases; a phrase may stand in another. */
function left(text: string): string {
  let rest = text.replace(/[\u2066-\u2069]/g, '');
  for (let before = ''; before !== rest;) {
    before = rest;
    rest = rest.replace(/⟦[^⟦⟧]*⟧/g, ' ');
  }
  for (const name of NAMES) rest = rest.replaceAll(name, ' ');
  return rest.replace(/\s+/g, ' ').trim();
}

describe('in a language that nobody speaks', () => {
  let tour: Tour;
  beforeAll(async () => (tour = await startTour({ modules: [BrokenModule] })));
  afterAll(() => tour.world.stop());

  it('every page says everything in phrases, also every page that says no', async () => {
    const stops = tour.stops.filter(({ address }) => address !== '/health' && !FILES.test(address));
    const everybody = tour.everybody.flatMap((who) =>
      ['/learning', '/certificates', '/', '/chapters', '/nothing-here'].map((address) => ({ who, address, name: address, status: 200 })),
    );
    const found = await each([...stops, ...everybody], async (stop) => {
      const { status, text } = await arriveAt(tour, stop, 'language=xx');
      if (status === 303) return [];
      expect(text).toContain('⟦');
      return hardCoded(text).map((words) => `${stop.name}: ${words}`);
    });
    expect([...new Set(found.flat())]).toEqual([]);
  });

  it('so do the pages of a fault, of too many tries and of every theme', async () => {
    const { world } = tour;
    const fault = await knock(world, '/broken?language=xx', {});
    expect(fault.status).toBe(500);
    for (let i = 0; i < 11; i++) await post(world, '/sign-in', null, `form=${world.mei.id}&email=nobody@example.org&password=guess${i}`);
    const wait = await post(world, '/sign-in?language=xx', null, `form=${world.mei.id}&email=nobody@example.org&password=guess`);
    expect(wait.status).toBe(429);
    const dark = await knock(world, '/?language=xx&theme=dark', {});
    for (const { text } of [fault, wait, dark]) expect(hardCoded(text)).toEqual([]);
  });

  it('outside of tests nobody can ask for it', async () => {
    const demo = await startApp({ settings: { mode: 'demo' } });
    const { text } = await knock(demo, '/?language=xx', {});
    await demo.stop();
    expect(text).toContain('<html lang="en"');
    expect(text).not.toContain('⟦');
  });

  it.each([
    ['a word in a page', '<p>⟦Save~⟧ now</p>', ['now']],
    ['a word between what is no list', '<p><b>⟦x⟧</b> and <b>⟦y⟧</b></p>', ['and']],
    ['a word beside a name', '<p>Hello <bdi>Wanjiku</bdi></p>', ['Hello']],
    ['a name that stands alone', '<li>Wanjiku</li>', ['Wanjiku']],
    ['an attribute', '<button aria-label="Close">×</button>', ['Close']],
    ['a title', '<html lang="en"><head><title>⟦Sign in~⟧ · Page</title></head></html>', ['Page']],
    ['a word in another script', '<p>⟦x⟧ حفظ</p>', ['حفظ']],
    ['an empty field’s hint', '<input placeholder="Your name">', ['Your name']],
    ['a picture’s words', '<svg role="img" aria-label="A map"></svg>', ['A map']],
  ])('%s is found', (_, html, words) => {
    expect(hardCoded(html)).toEqual(words);
  });

  it('phrases, names, code, and words in a language of their own are not', () => {
    expect(
      hardCoded('<p>⟦Hello ⟦you~⟧~⟧ <bdi>Mei</bdi> <code>AB-1</code> <span lang="fr">Bonjour</span> <textarea>text</textarea> 12 · 3</p>'),
    ).toEqual([]);
  });
});
