import { Names } from '../../src/certificates/issuing/names.service';
import { earn } from '../certificates/finished';
import { lettersTo } from '../support/mail';
import { follow, open, type Page } from '../support/page';
import { submit } from '../support/submit';
import { as, signIn, stranger, type Visitor } from '../support/visitor';
import { type LearningWorld, startLearning } from '../support/world';

describe('a name is corrected', () => {
  let world: LearningWorld;
  let holder: Visitor;
  let lead: Visitor;
  let page: Page;
  let first: { code: string; address: string };
  let second: string;
  /** Under which later certificates are issued. */
  const confirmed = async () => (await world.app.get(Names, { strict: false }).of(world.wanjiku.id))!.name;
  const numberOn = ({ main }: Page) => /[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/.exec(main)![0];

  beforeAll(async () => {
    world = await startLearning();
    [holder, lead] = [as(world, world.wanjiku), as(world, world.amara)];
    first = await earn(world, world.wanjiku, world.studies.wanjiku, 'Wanjiku Kamua');
  });
  afterAll(() => world.stop());

  it('whoever sees at once that it is misspelt corrects it alone', async () => {
    page = await follow(holder, await open(holder, first.address), 'Change the name on it');
    expect(page.main).toContain('Until 15 March 2027 a correction is done at once');
    page = await submit(holder, page, 'Correct it now', {
      'The name as it should be printed': 'Wanjiku Kamau',
      'Why?': 'It is misspelt',
    });
    expect(page.text).toContain('This is your new certificate.');
    expect(page.address).not.toBe(first.address);
    second = page.address;
    expect(page.main).toContain('Wanjiku Kamau');
    expect(numberOn(page)).not.toBe(first.code);
    expect(await confirmed()).toBe('Wanjiku Kamau');
  });

  it('the first one says to strangers that it was replaced, and neither whose it was nor by which', async () => {
    const answer = await stranger(world).get(`/verify/${first.code}`).expect(200);
    expect(answer.text).toContain('This certificate was replaced');
    for (const secret of ['Wanjiku', 'Kamua', 'Kamau', numberOn(await open(holder, second)), 'Taking part']) {
      expect(answer.text).not.toContain(secret);
    }
  });

  it('its holder sees both, each with what happened to it', async () => {
    const list = await open(holder, '/certificates');
    expect(list.rows('Taking part in Internet governance')).toHaveLength(2);
    expect(list.rows(first.code)[0]).toContain('Replaced');
    const old = await open(holder, first.address);
    expect(old.rows('by its holder')[0]).toContain('misspelt');
    expect((await follow(holder, old, 'See the newer one')).address).toBe(second);
  });

  it('months later she marries, and asks', async () => {
    world.clock.advance({ days: 100 });
    [holder, lead] = [await signIn(world, world.wanjiku), await signIn(world, world.amara)];
    page = await follow(holder, await open(holder, second), 'Change the name on it');
    expect(page.main).toContain('A lead of Kenya reads this and decides.');
    page = await submit(holder, page, 'Send the request', {
      'The name as it should be printed': 'Wanjiku Njoroge',
      'Why?': 'My name has changed, by law or otherwise',
    });
    expect(page.address).toBe(second);
    expect(page.main).toContain('You asked for another name');
    expect(page.main).toContain('Wanjiku Njoroge');
    expect(await confirmed()).toBe('Wanjiku Kamau');
  });

  it('a lead of the chapter finds it on her day, and agrees', async () => {
    page = await open(lead, '/today');
    expect(page.rows('1 request')).toHaveLength(1);
    page = await open(lead, '/chapters/kenya/certificates');
    page = await follow(lead, page, /Wanjiku Kamau.*Wanjiku Njoroge/);
    page = await submit(lead, page, 'Issue it with this name');
    expect(page.text).toContain('The new certificate is issued');
    expect(page.heading).toBe('Wanjiku Njoroge');
    expect((await open(lead, '/today')).text).not.toContain('1 request');
    expect(await confirmed()).toBe('Wanjiku Njoroge');
  });

  it('the letter brings her to it; when she finished is what it was', async () => {
    const letter = (await lettersTo(world, world.wanjiku.email)).at(-1)!;
    expect(letter.subject).toBe('Your certificate with the other name');
    page = await open(holder, new URL(/http\S+/.exec(letter.text)![0]).pathname);
    expect(page.main).toContain('Wanjiku Njoroge');
    const seen = await open(stranger(world), `/verify/${numberOn(page)}`);
    expect(seen.rows('Completed on')).toEqual(['Completed on 1 March 2027']);
    expect(seen.rows('Issued on')).toContain('Issued on 9 June 2027');
  });
});
