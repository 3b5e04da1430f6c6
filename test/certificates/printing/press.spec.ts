import { PRESS_LIMITS } from '../../../src/certificates/printing/press.service';
import { Shelf } from '../../../src/certificates/printing/shelf';
import { Refusal } from '../../../src/kernel/refusal';
import { until } from '../../support/until';
import { certificateOf, printShop } from './print-shop';

const shops: ReturnType<typeof printShop>[] = [];
function shop(limits: Partial<typeof PRESS_LIMITS> = {}) {
  const made = printShop();
  made.press.limits = { ...PRESS_LIMITS, ...limits };
  shops.push(made);
  return made;
}
afterEach(() => shops.splice(0).forEach(({ close }) => close()));

const isPdf = (bytes: Buffer) => bytes.subarray(0, 5).toString() === '%PDF-';
const alive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};
const gone = (pid: number) => until(async () => !alive(pid), 'the end of a child');

describe('the press', () => {
  it('prints fifty sheets that are asked for at once, in one child', async () => {
    const { printing, press } = shop();
    const sheets = await Promise.all(Array.from({ length: 50 }, (_, at) => printing.pdf(certificateOf(`Ana ${at}`), 'en')));
    expect(sheets.every(isPdf)).toBe(true);
    expect(new Set(sheets.map(String)).size).toBe(50);
    expect(press.pid).not.toBeNull();
  });

  it('prints once what several ask for at the same time, and not again what it printed lately', async () => {
    const { printing, press } = shop();
    const print = jest.spyOn(press, 'print');
    const [one, two] = await Promise.all([printing.pdf(certificateOf('Ana'), 'en'), printing.pdf(certificateOf('Ana'), 'en')]);
    expect(one).toBe(two);
    expect(await printing.pdf(certificateOf('Ana'), 'en')).toBe(one);
    expect(print).toHaveBeenCalledTimes(1);
    printing.forget(certificateOf('Ana').id);
    expect(await printing.pdf(certificateOf('Ana'), 'en')).not.toBe(one);
    expect(print).toHaveBeenCalledTimes(2);
  });

  it('goes on with a new child when one dies with a sheet in its hands', async () => {
    const { printing, press } = shop();
    await printing.pdf(certificateOf('Ana'), 'en');
    const { pid } = press;
    process.kill(pid!, 'SIGSTOP'); // so that it still has the sheet when it is killed
    const sheets = ['Ben', 'Cleo', 'Dina'].map((name) => printing.pdf(certificateOf(name), 'en'));
    process.kill(pid!, 'SIGKILL');
    expect((await Promise.all(sheets)).every(isPdf)).toBe(true);
    expect(press.pid).not.toBe(pid);
  });

  it('ends a child that takes too long, and prints the sheet with another', async () => {
    const { printing, press } = shop();
    await printing.pdf(certificateOf('Ana'), 'en');
    const { pid } = press;
    process.kill(pid!, 'SIGSTOP');
    const waits = [1_000]; // for the child that stands still; the next one has its usual time
    press.limits = {
      ...press.limits,
      get deadlineMs() {
        return waits.shift() ?? PRESS_LIMITS.deadlineMs;
      },
    };
    expect(isPdf(await printing.pdf(certificateOf('Ben'), 'en'))).toBe(true);
    await gone(pid!);
  });

  it('says so when a sheet takes too long twice, and is ready for the next one', async () => {
    const { printing, press } = shop({ deadlineMs: 1 });
    await expect(printing.pdf(certificateOf('Ana'), 'en')).rejects.toThrow(new Refusal('printing.refusal.stuck'));
    press.limits = PRESS_LIMITS;
    expect(isPdf(await printing.pdf(certificateOf('Ana'), 'en'))).toBe(true);
  });

  it('takes another child after so many sheets, and ends the last one when there is nothing to do', async () => {
    const { printing, press } = shop({ sheets: 2 });
    const pids = new Set<number>();
    for (const name of ['Ana', 'Ben', 'Cleo', 'Dina']) {
      if (name === 'Dina') press.limits = { ...press.limits, idleMs: 200 };
      const printed = printing.pdf(certificateOf(name), 'en');
      await until(async () => press.pid !== null, 'a child');
      pids.add(press.pid!);
      await printed;
    }
    expect(pids.size).toBe(2);
    await gone([...pids].at(-1)!);
    expect(press.pid).toBeNull();
  });

  it('takes another child when one has grown too large', async () => {
    const { printing, press } = shop({ memory: 1 });
    await printing.pdf(certificateOf('Ana'), 'en');
    expect(press.pid).toBeNull();
    expect(isPdf(await printing.pdf(certificateOf('Ben'), 'en'))).toBe(true);
  });

  it('lets only so many wait', async () => {
    const { printing } = shop({ waiting: 2 });
    const asked = await Promise.allSettled(['A', 'B', 'C', 'D', 'E'].map((name) => printing.pdf(certificateOf(name), 'en')));
    expect(asked.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected', 'rejected']);
    expect((asked[4] as PromiseRejectedResult).reason).toEqual(new Refusal('printing.refusal.busy'));
  });

  it('prints nothing after it was closed, and leaves no child behind', async () => {
    const { printing, press, close } = shop();
    await printing.pdf(certificateOf('Ana'), 'en');
    const { pid } = press;
    close();
    await gone(pid!);
    await expect(printing.pdf(certificateOf('Ben'), 'en')).rejects.toThrow(new Refusal('printing.refusal.busy'));
  });
});

describe('the shelf of what was printed lately', () => {
  it('keeps within its bound, and what was asked for last', () => {
    const shelf = new Shelf(30);
    for (const key of ['a 1', 'b 1', 'c 1']) shelf.put(key, Buffer.alloc(10));
    shelf.get('a 1');
    shelf.put('d 1', Buffer.alloc(10));
    expect(['a 1', 'b 1', 'c 1', 'd 1'].map((key) => shelf.get(key) !== null)).toEqual([true, false, true, true]);
    shelf.put('e 1', Buffer.alloc(31));
    expect(shelf.size).toEqual({ items: 3, bytes: 30 });
    shelf.forget('a ');
    expect(shelf.size).toEqual({ items: 2, bytes: 20 });
  });
});
