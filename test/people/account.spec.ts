import { Person } from '../../src/people/person.entity';
import { send, tamper } from '../chapters/sending';
import { open, read } from '../support/page';
import { fill, submit } from '../support/submit';
import { as, signIn, stranger } from '../support/visitor';
import { startWorld, type World } from '../support/world';

let world: World;
beforeAll(async () => (world = await startWorld()));
afterAll(() => world.stop());

const account = () => open(as(world, world.baraka), '/account');
const stored = ({ id } = world.baraka) => world.database.read(Person).findOneByOrFail({ id });

describe('a person’s own account', () => {
  it('is two presses away from every page', async () => {
    const page = await open(as(world, world.amara), '/chapters/kenya');
    expect(page.link('Your account')).toBe('/account');
    await stranger(world).get('/account').expect(303).expect('location', '/sign-in?next=%2Faccount');
  });

  it('saves name, language and time zone, and goes on in the language that was chosen, in this browser, too', async () => {
    const visitor = await signIn(world, world.mei);
    const page = await open(visitor, '/account?language=en');
    const after = await submit(visitor, page, 'Save', {
      'Your name': 'Mei Chen',
      'Language of the pages': 'Français',
      'Time zone': 'Asia/Kuala Lumpur',
    });
    expect([after.language, after.heading]).toEqual(['fr', 'Votre compte']);
    expect(after.text).toContain('C’est enregistré.');
    expect(await stored(world.mei)).toMatchObject({ name: 'Mei Chen', language: 'fr', zone: 'Asia/Kuala_Lumpur', version: 2 });
    expect((await open(visitor, '/account/sessions')).language).toBe('fr');
  });

  it.each<[string, Record<string, string>, RegExp]>([
    ['no name', { name: '  ' }, /Enter a name/],
    ['a name that turns the direction of writing', { name: 'Baraka \u202eignawM' }, /direction/],
    ['a language that is not one of seven', { language: 'de' }, /one of the languages/],
    ['a time zone that is none', { zone: 'Mars/Olympus' }, /time zone from the list/],
  ])('refuses %s, keeps the rest, changes nothing', async (_, changes, sentence) => {
    const before = await stored();
    const answer = await tamper(as(world, world.baraka), await account(), 'Save', { 'Your name': 'Kept' }, changes);
    const page = read(answer, '/account');
    expect([page.status, page.errors]).toEqual([422, [expect.stringMatching(sentence)]]);
    if (!('name' in changes)) expect(page.field('Your name').value).toBe('Kept');
    expect(await stored()).toEqual(before);
  });

  it('takes nothing that is not on the form', async () => {
    const extras: Record<string, string>[] = [{ steward: 'true' }, { email: 'x@example.org' }, { id: world.amara.id }];
    for (const extra of extras) {
      expect((await tamper(as(world, world.baraka), await account(), 'Save', {}, extra)).status).toBe(422);
    }
    expect((await stored()).steward).toBe(false);
  });

  it('shows both texts when it was changed in another window, and loses neither', async () => {
    const [one, other] = [await account(), await account()];
    await submit(as(world, world.baraka), one, 'Save', { 'Your name': 'First', 'Language of the pages': 'English' });
    const conflict = await submit(as(world, world.baraka), other, 'Save', { 'Your name': 'Second' });
    expect([conflict.status, conflict.heading]).toEqual([409, 'You changed your account in another window meanwhile']);
    expect(conflict.rows('Second')).toEqual([expect.stringMatching(/Second.*First/)]);
    const kept = await submit(as(world, world.baraka), conflict, 'Keep mine');
    expect([kept.status, (await stored()).name]).toEqual([200, 'Second']);
  });

  it('takes one change from a button that is pressed twice', async () => {
    const post = fill(await account(), 'Save');
    const before = (await stored()).version;
    const answers = await Promise.all([1, 2].map(() => send(as(world, world.baraka), post)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect((await stored()).version).toBe(before + 1);
  });
});
