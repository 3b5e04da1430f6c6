import { newId } from '../../src/kernel/identifier';
import { FirstSteward } from '../../src/people/stewards/first-steward.service';
import { startApp, type TestApp } from '../support/app';
import { read } from '../support/page';
import { stranger } from '../support/visitor';

describe('the first steward of a new site', () => {
  let world: TestApp;
  beforeAll(async () => {
    world = await startApp();
  });
  afterAll(() => world.stop());

  const invite = () => world.app.get(FirstSteward, { strict: false }).invite(world.clock.now());
  const person = { name: 'Inês Duarte', email: 'ines@example.org', password: 'four quiet boats at the pier' };

  it('is whoever opens the one-time link, and may then start chapters', async () => {
    const visitor = stranger(world);
    const link = `/steward/${await invite()}`;
    expect(read(await visitor.get(link).expect(200)).heading).toBe('Become the first steward');
    await visitor
      .post(link)
      .send({ form: newId(), ...person })
      .expect(303)
      .expect('location', '/chapters');
    await visitor.get('/chapters').expect(200);
    expect(await invite()).toBeNull();
    await stranger(world)
      .post(link)
      .send({ form: newId(), ...person, email: 'second@example.org' })
      .expect(410);
  });

  it('does not become one with a link that nobody made', async () => {
    await stranger(world).get('/steward/AAAAAAAAAAAAAAAAAAAAAA').expect(404);
  });
});
