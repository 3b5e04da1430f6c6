import { canonical } from '../../../src/content/canonical';
import { sha256 } from '../../../src/content/hash';
import type { TableEvent } from '../../../src/simulations/engine/events';
import { evolve, fold } from '../../../src/simulations/engine/evolve';
import { initial } from '../../../src/simulations/engine/initial';
import type { TableState } from '../../../src/simulations/engine/state';
import { generated } from './generated';
import { withAnnex } from './played';

const SEED = process.env['SEED'] ?? 'spring';
const hash = (state: TableState) => sha256(canonical(state));
const stored = (events: TableEvent[]) => events.map((event) => JSON.parse(canonical(event)) as TableEvent);

describe(`a log (seed ${SEED})`, () => {
  it('gives the same table again, whatever happened at it, after it went through the database', () => {
    for (let n = 0; n < 200; n++) {
      const { seed, events, state, scenario } = generated(`${SEED}-replay-${n}`, 150);
      expect([seed, hash(fold(stored(events), scenario))]).toEqual([seed, hash(state)]);
    }
  });

  it('is the same when the same is done again', () => {
    for (let n = 0; n < 5; n++) {
      const [one, other] = [generated(`${SEED}-again-${n}`), generated(`${SEED}-again-${n}`)];
      expect(canonical(one.events)).toBe(canonical(other.events));
    }
  });

  it('can be read on from where one stopped', () => {
    const { events, state, scenario } = generated(`${SEED}-halfway`);
    const half = fold(events.slice(0, 40), scenario);
    expect(fold(events.slice(40), scenario, half)).toEqual(state);
  });

  it('never changes a table that somebody still looks at', () => {
    const { events, scenario } = generated(`${SEED}-frozen`);
    const frozen = events.reduce((state, event) => deepFreeze(evolve(state, deepFreeze(event), scenario)), deepFreeze(initial(scenario)));
    expect(frozen.seq).toBe(events.length);
  });

  it('does not stumble over things that are not there', () => {
    const scenario = withAnnex();
    const { events } = generated(`${SEED}-torn`);
    const torn = events.filter((_, index) => index % 3 > 0);
    expect(() => fold(torn, scenario)).not.toThrow();
  });

  it('of 5,000 events is read quickly', () => {
    const { events, scenario } = generated(`${SEED}-long`, 9_000);
    const long = [...events, ...events.filter(({ type }) => type === 'statement-made' || type === 'message-sent')];
    while (long.length < 5_000) long.push(...long.filter(({ type }) => type === 'statement-made'), ...events);
    const began = process.cpuUsage();
    fold(long.slice(0, 5_000), scenario);
    const { user, system } = process.cpuUsage(began);
    process.stdout.write(`  5,000 events folded in ${Math.round((user + system) / 1000)} ms\n`);
    expect(long.length).toBeGreaterThanOrEqual(5_000);
  });
});

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) deepFreeze(inner);
  }
  return value;
}
