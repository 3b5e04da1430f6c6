import { Test } from '@nestjs/testing';
import { DatabaseModule } from '../../src/database/database.module';
import { Database } from '../../src/database/database.service';
import { FormOutcome } from '../../src/database/form-outcome.entity';
import { Outcomes } from '../../src/database/outcomes.service';
import { newId } from '../../src/kernel/identifier';
import { Refusal } from '../../src/kernel/refusal';
import { freshDatabase } from '../support/database';

describe('a form that was sent', () => {
  let database: Database;
  let once: Outcomes;
  let close: () => Promise<void>;

  beforeAll(async () => {
    const { url, file, drop } = await freshDatabase();
    const module = await Test.createTestingModule({ imports: [DatabaseModule.on({ url, file, entities: [FormOutcome] })] }).compile();
    await module.init();
    database = module.get(Database);
    once = module.get(Outcomes);
    close = () => module.close().then(drop);
  });
  afterAll(() => close());

  const outcomes = (formId: string) => database.read(FormOutcome).countBy({ formId });

  it('has one outcome, however many times it arrives at once', async () => {
    const formId = newId();
    let ran = 0;
    const send = () => once.run('ada', formId, async () => `/attempts/${++ran}`);
    expect(new Set(await Promise.all(Array.from({ length: 50 }, send)))).toEqual(new Set(['/attempts/1']));
    expect(ran).toBe(1);
    expect(await outcomes(formId)).toBe(1);
  });

  it('leads to its first outcome when it is sent again', async () => {
    const formId = newId();
    expect(await once.run('ada', formId, async () => '/first')).toBe('/first');
    expect(await once.run('ada', formId, async () => '/second')).toBe('/first');
    expect(await once.run('ben', formId, async () => "/ben's")).toBe("/ben's");
  });

  it('may be sent again when its work was refused', async () => {
    const formId = newId();
    await expect(once.run('ada', formId, () => Promise.reject(new Refusal('too-late')))).rejects.toBeInstanceOf(Refusal);
    expect(await outcomes(formId)).toBe(0);
    expect(await once.run('ada', formId, async () => '/now')).toBe('/now');
  });

  it('goes to one that waits when the first fails', async () => {
    const formId = newId();
    let begun: () => void;
    const firstRuns = new Promise<void>((resolve) => (begun = resolve));
    const send = (number: number) =>
      once.run('ada', formId, async () => {
        if (number === 1) begun();
        await new Promise((wake) => setTimeout(wake, 10));
        if (number === 1) throw new Error('the first');
        return `/${number}`;
      });
    const first = send(1).catch((error: Error) => error.message);
    await firstRuns;
    const [second, third] = await Promise.all([send(2), send(3)]);
    expect(await first).toBe('the first');
    expect(['/2', '/3']).toContain(second);
    expect(third).toBe(second);
  });

  it('is not run without a proper id', async () => {
    let ran = 0;
    for (const id of ['1', undefined as unknown as string])
      await expect(once.run('ada', id, async () => `/${++ran}`)).rejects.toThrow(TypeError);
    expect(ran).toBe(0);
  });

  it('is forgotten later', async () => {
    const [old, fresh] = [newId(), newId()];
    await once.run('ada', old, async () => '/old');
    await new Promise((wake) => setTimeout(wake, 5));
    const between = new Date();
    await once.run('ada', fresh, async () => '/fresh');
    expect(await once.prune(between)).toBeGreaterThan(0);
    expect([await outcomes(old), await outcomes(fresh)]).toEqual([0, 1]);
  });
});
