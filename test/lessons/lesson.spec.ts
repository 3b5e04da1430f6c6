import { all, first, textOf } from '../support/html';
import { open, type Page } from '../support/page';
import { as } from '../support/visitor';
import { type LearningWorld, startLearning } from '../support/world';

let world: LearningWorld;
beforeAll(async () => {
  world = await startLearning();
});
afterAll(() => world.stop());

const address = (step: string, enrolment = world.studies.wanjiku) => `/lessons/${enrolment}/rough-consensus/${step}`;
const lesson = (step: string, query = '') => open(as(world, world.wanjiku), address(step) + query);
const proseOf = (page: Page) => [...all(page.root)].find((one) => one.attributes['class'] === 'prose')!;
const idsOf = (page: Page, ...tags: string[]) => [...all(proseOf(page), ...tags)].map(({ attributes }) => attributes['id']).filter(Boolean);
const withClass = (page: Page, name: string) =>
  [...all(page.root)].filter((one) => (one.attributes['class'] ?? '').split(' ').includes(name));

describe('a lesson', () => {
  it('says where one is: the module, the step, how long it takes, what is left', async () => {
    const page = await lesson('humming');
    expect([page.status, page.heading]).toEqual([200, 'Humming starts the conversation']);
    expect(page.title).toBe('Humming starts the conversation · Chapterhouse');
    expect(page.main).toContain('Step 5 of 7 · 5 minutes');
    expect(page.main).toContain('0 of 7 steps done, about 45 minutes left');
    expect(page.link('Rough consensus')).toBe('/learning');
    expect(page.link('Back to')).toBe(address('an-objection-is-a-question'));
    expect(page.buttons).toContain('I have read this. Next: When consensus fails 5 minutes');
  });

  it('lists the steps of the module, and marks this one', async () => {
    const page = await lesson('humming');
    const contents = first(page.root, 'aside')!;
    const items = [...all(contents, 'li')];
    expect(items).toHaveLength(7);
    expect(items.filter(({ attributes }) => attributes['aria-current'] === 'step').map((one) => textOf(one))).toEqual([page.heading]);
    expect([...all(contents, 'a')].map(({ attributes }) => attributes['href']).at(-1)).toBe(
      `/quizzes/${world.studies.wanjiku}/rough-consensus/quiz`,
    );
  });

  it('has no step before the first, and leads from the last to the quiz', async () => {
    expect((await lesson('where-the-idea-comes-from')).links.filter(({ name }) => name.startsWith('Back to'))).toEqual([]);
    expect((await lesson('when-consensus-fails')).buttons.some((name) => /^I have read this\. Next: .+ 15 minutes$/.test(name))).toBe(true);
  });

  it('has headings that can be linked to, under the same names in every language', async () => {
    const ids = ['what-a-hum-is', 'order', 'begin', 'numbers'];
    for (const language of ['en', 'ar', 'fr', 'zh']) expect(idsOf(await lesson('humming', `?language=${language}`), 'h2')).toEqual(ids);
  });

  it.each(['en', 'ar', 'zh'])('has no id twice, and no link to a place that is not there, in %s', async (language) => {
    const page = await lesson('humming', `?language=${language}`);
    const ids = [...all(page.root)].map(({ attributes }) => attributes['id']).filter((id) => id !== undefined);
    expect(ids).toEqual([...new Set(ids)]);
    const inside = [...all(proseOf(page), 'a')].map(({ attributes }) => attributes['href']!).filter((href) => href.startsWith('#'));
    expect(inside.length).toBeGreaterThan(0);
    expect(inside.filter((href) => !page.byId(href.slice(1)))).toEqual([]);
  });

  it('explains its words beside the paragraph that uses them', async () => {
    const page = await lesson('humming');
    expect(page.links.find(({ name }) => name === 'hum')!.address).toBe('#g-hum');
    expect(textOf(page.byId('g-hum')!)).toMatch(/^Hum A low sound made with the mouth closed\./);
  });

  it('says what it comes down to', async () => {
    expect(withClass(await lesson('humming'), 'idea').map((one) => textOf(one))).toEqual([
      'Key idea A hum tells you where to start. What ends the discussion is that the objections have been dealt with.',
    ]);
  });

  it('says where a quotation stands, outside of its words', async () => {
    const page = await lesson('where-the-idea-comes-from');
    const quotation = first(proseOf(page), 'blockquote')!;
    const source = first(proseOf(page), 'footer', 'figcaption', 'cite')!;
    expect(textOf(source)).toBe('David Clark, July 1992, as quoted in RFC 7282, section 1');
    expect(textOf(quotation, (one) => one === source)).not.toContain('David Clark');
    expect(textOf(proseOf(page))).not.toContain('> —');
  });

  it('names its sources', async () => {
    const [sources] = withClass(await lesson('humming'), 'sources');
    expect([...all(sources!, 'li')].map((one) => textOf(one))).toEqual([
      expect.stringMatching(/^Resnick, P\., .* https:\/\/www\.rfc-editor\.org\/rfc\/rfc7282$/),
      expect.stringMatching(/^Duke, M\., /),
    ]);
  });

  it('asks something to check oneself with, explains every choice, and sends none of it', async () => {
    const page = await lesson('humming');
    const [check] = withClass(page, 'check');
    const options = [...all(check!, 'label')];
    expect(options.map((one) => textOf([...all(one)].find(({ attributes }) => attributes['class']?.startsWith('fb'))!))).toEqual([
      expect.stringMatching(/^That turns the hum into a vote\./),
      expect.stringMatching(/^A count would be more exact/),
      expect.stringMatching(/^Yes\. The hum has shown where to begin\./),
    ]);
    expect([...all(check!, 'span')].map(({ attributes }) => attributes['class']).filter((name) => name?.startsWith('fb'))).toEqual([
      'fb warn',
      'fb warn',
      'fb good',
    ]);
    expect(textOf(first(check!, 'details')!)).toMatch(/^Show the answer The third answer\./);
    expect([...all(check!, 'input')].map(({ parent }) => parent!.tag)).toEqual(['label', 'label', 'label']);
    expect(
      [...all(page.root, 'form')].some((form) => [...all(form, 'input')].some(({ attributes }) => attributes['name'] === 'check')),
    ).toBe(false);
  });
});

describe('a lesson in the language of its reader', () => {
  it('is all in it where there is a translation, and says nothing of an original', async () => {
    const page = await lesson('humming', '?language=ar');
    expect([page.language, page.direction]).toEqual(['ar', 'rtl']);
    expect(proseOf(page).attributes).toMatchObject({ lang: 'ar', dir: 'rtl' });
    expect(page.heading).toMatch(/[\u0600-\u06ff]/);
    expect(withClass(page, 'original')).toEqual([]);
    expect(textOf(withClass(page, 'idea')[0]!)).not.toContain('Key idea');
  });

  it.each(['zh', 'pt', 'ru', 'es'])(
    'is the original where there is none, says so, and every part says its language: %s',
    async (language) => {
      const page = await lesson('humming', `?language=${language}`);
      expect([page.language, page.heading]).toEqual([language, 'Humming starts the conversation']);
      expect(withClass(page, 'original').map((one) => textOf(one))).toEqual([expect.stringContaining('English')]);
      const says = (one: ReturnType<typeof proseOf>) => [one.attributes['lang'], one.attributes['dir']];
      expect(says(proseOf(page))).toEqual(['en', 'ltr']);
      expect(says(first(page.root, 'h1')!)).toEqual(['en', 'ltr']);
      expect([...all(withClass(page, 'opts')[0]!, 'label')].map((one) => says(first(one, 'span')!))).toEqual([
        ['en', 'ltr'],
        ['en', 'ltr'],
        ['en', 'ltr'],
      ]);
      expect([...all(withClass(page, 'sources')[0]!, 'li')].map(({ attributes }) => attributes['lang'])).toEqual(['en', 'en']);
    },
  );

  it('is the original, and says nothing of it, for whoever reads that language', async () => {
    const english = await lesson('humming', '?language=en');
    expect(withClass(english, 'original')).toEqual([]);
    expect(proseOf(english).attributes).toMatchObject({ lang: 'en', dir: 'ltr' });
  });
});
