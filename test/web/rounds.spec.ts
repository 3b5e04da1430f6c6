import { Rounds } from '../../src/web/requests/rounds';
import { TestLog } from '../support/app';

class Counting extends Rounds {
  count = 0;
  work: () => Promise<void> = () => Promise.resolve();

  constructor(log: TestLog) {
    super(1_000, 'counting', log);
  }

  round(): Promise<void> {
    this.count++;
    return this.work();
  }
}

describe('work that comes round', () => {
  let log: TestLog;
  let rounds: Counting;
  beforeEach(() => {
    jest.useFakeTimers();
    log = new TestLog();
    rounds = new Counting(log);
    rounds.onApplicationBootstrap();
  });
  afterEach(() => jest.useRealTimers());

  it('comes by itself, again and again, until the application ends', async () => {
    await jest.advanceTimersByTimeAsync(3_000);
    expect(rounds.count).toBe(3);
    await rounds.onModuleDestroy();
    await jest.advanceTimersByTimeAsync(3_000);
    expect(rounds.count).toBe(3);
  });

  it('never comes twice at once, however long a round takes', async () => {
    let done = () => {};
    rounds.work = () => new Promise<void>((go) => (done = go));
    await jest.advanceTimersByTimeAsync(5_000);
    await rounds.once();
    expect(rounds.count).toBe(1);
    done();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(rounds.count).toBe(2);
  });

  it('goes on after a round that failed, which is logged', async () => {
    rounds.work = () => Promise.reject(new Error('on purpose'));
    await jest.advanceTimersByTimeAsync(2_000);
    expect(rounds.count).toBe(2);
    expect(log.faults.map((line) => (JSON.parse(line) as { where: string }).where)).toEqual(['counting', 'counting']);
  });

  it('rests when it is told to', async () => {
    rounds.rest();
    await jest.advanceTimersByTimeAsync(5_000);
    expect(rounds.count).toBe(0);
  });
});
