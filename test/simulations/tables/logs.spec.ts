import { newId } from '../../../src/kernel/identifier';
import { fold } from '../../../src/simulations/engine/evolve';
import { Announcements } from '../../../src/simulations/tables/announcements.service';
import { Logs } from '../../../src/simulations/tables/logs.service';
import { SimulationTable } from '../../../src/simulations/tables/simulation-table.entity';
import { LoggedEvent } from '../../../src/simulations/tables/table-event.entity';
import { TableQueries } from '../../../src/simulations/tables/tables.queries';
import { TableText } from '../../../src/simulations/tables/table-text.entity';
import { Content } from '../../../src/content/content.service';
import { open } from '../../support/page';
import { as } from '../../support/visitor';
import { loadLibrary, startWorld, type World } from '../../support/world';
import { Seat } from '../seat';

describe('the log of a table', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
    await loadLibrary(world);
  });
  afterAll(() => world.stop());

  const rows = (tableId: string) => world.database.read(LoggedEvent).find({ where: { tableId }, order: { seq: 'ASC' } });
  /** Reads the log as another process would: nothing at hand. */
  const readAnew = async (seat: Seat) => {
    const table = await world.database.read(SimulationTable).findOneByOrFail({ id: seat.id });
    return new Logs(world.database, world.app.get(Content, { strict: false }), new TableQueries(world.database), new Announcements()).of(
      table,
    );
  };

  it('is numbered without a gap, and replays to the same table', async () => {
    const seat = await (await Seat.taken(world, world.wanjiku)).goesOn(2);
    const kept = await rows(seat.id);
    expect(kept.map(({ seq }) => seq)).toEqual(kept.map((_, index) => index + 1));
    const [here, anew] = [await seat.log(), await readAnew(seat)];
    expect(anew.hash).toBe(here.hash);
    expect(anew.state).toEqual(here.state);
    expect(fold(anew.events, anew.scenario)).toEqual(here.state);
  });

  it('knows the same command a second time, and does nothing', async () => {
    const seat = await Seat.taken(world, world.baraka);
    const id = newId();
    await seat.does({ do: 'be-ready' }, { id });
    const before = await rows(seat.id);
    await seat.does({ do: 'be-ready' }, { id });
    expect(await rows(seat.id)).toEqual(before);
  });

  it('takes commands that arrive at once one after the other', async () => {
    const seat = await Seat.taken(world, world.tomas);
    const said = await Promise.allSettled(
      Array.from({ length: 6 }, (_, i) => {
        const ref = newId();
        return seat.does({ do: 'speak', words: { ref }, length: 3 }, { text: { ref, text: `Number ${i}` } });
      }),
    );
    expect(said.filter(({ status }) => status === 'fulfilled')).toHaveLength(6);
    const kept = await rows(seat.id);
    expect(kept.map(({ seq }) => seq)).toEqual(kept.map((_, index) => index + 1));
    expect((await readAnew(seat)).state.statements.filter(({ role }) => role === 'university')).toHaveLength(6);
  });

  it('is as it was when a work fails after it has written, and goes on', async () => {
    const seat = await Seat.taken(world, world.nour);
    const before = await rows(seat.id);
    const logs = world.app.get(Logs, { strict: false });
    const failing = world.database.write(async (write) => {
      const { events } = await seat.log();
      await logs.append(write, seat.id, newId(), ({ state }) => [{ ...events.at(-1)!, seq: state.seq + 1 } as never]);
      throw new Error('on purpose');
    });
    await expect(failing).rejects.toThrow('on purpose');
    expect(await rows(seat.id)).toEqual(before);
    await seat.goesOn();
    expect((await readAnew(seat)).state.phase.key).toBe('first-round');
  });

  describe('that is not as it was written', () => {
    it.each([
      ['one flipped byte', 5, (line: LoggedEvent) => ({ event: line.event.replace(/[0-9]/, (digit) => String((Number(digit) + 1) % 10)) })],
      ['another hash', 7, () => ({ hash: 'f'.repeat(64) })],
    ])('is found and named: %s', async (_, seq, change) => {
      const seat = await Seat.taken(world, world.yusuf);
      const line = (await rows(seat.id)).find((one) => one.seq === seq)!;
      await world.database.write((write) => write.update(LoggedEvent, { tableId: seat.id, seq }, change(line)));
      await expect(readAnew(seat)).rejects.toThrow(`from event ${seq} on`);
    });

    it('is found when its last lines are missing', async () => {
      const seat = await Seat.taken(world, world.mei);
      const { length } = await rows(seat.id);
      await world.database.write((write) => write.remove(LoggedEvent, { tableId: seat.id, seq: length }));
      await expect(readAnew(seat)).rejects.toThrow(`from event ${length} on`);
    });

    it('is not served: a calm page, a number, and the log says which event', async () => {
      const seat = await Seat.taken(world, world.sofia);
      await world.database.write((write) => write.update(LoggedEvent, { tableId: seat.id, seq: 3 }, { event: '{}' }));
      await world.database.write((write) => write.update(SimulationTable, { id: seat.id }, { headHash: 'e'.repeat(64) }));
      const page = await open(as(world, world.sofia), seat.address);
      expect(page.status).toBe(500);
      expect(page.main).toContain('Number of this report');
      expect(JSON.stringify(world.log.faults)).toContain('from event 3 on');
      world.log.faults.length = 0;
    });
  });

  it('holds no words that a person wrote: they can be erased, and it still replays', async () => {
    const seat = await Seat.taken(world, world.amara);
    const ref = newId();
    await seat.does({ do: 'speak', words: { ref }, length: 2 }, { text: { ref, text: 'mulberry pancakes' } });
    expect(JSON.stringify(await rows(seat.id))).not.toContain('mulberry');
    expect((await open(as(world, world.amara), seat.address)).main).toContain('mulberry pancakes');
    const before = await readAnew(seat);
    await world.database.write((write) => write.remove(TableText, { id: ref }));
    expect((await readAnew(seat)).state).toEqual(before.state);
    const after = await open(as(world, world.amara), seat.address);
    expect(after.main).not.toContain('mulberry');
    expect(after.main).toContain('These words were erased.');
  });
});
