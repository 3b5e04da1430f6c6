import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonical } from '../../src/content/canonical';
import { sha256 } from '../../src/content/hash';
import type { ScenarioStructure } from '../../src/content/scenario';
import type { TableEvent } from '../../src/simulations/engine/events';
import { EVOLUTIONS, fold } from '../../src/simulations/engine/evolve';
import { engineVersion } from '../../src/simulations/engine/initial';
import { generated } from './engine/generated';
import { sampleScenario } from './sample-scenario';
import { Run } from './solo/run';

/** Complete logs as an engine once wrote them. What was played must stay readable: a log here is never changed, a new engine brings its own folder. */
const FOLDER = join(__dirname, 'golden');
const PRESENT = join(FOLDER, `engine-${engineVersion}`);

interface Golden {
  scenario: ScenarioStructure;
  events: TableEvent[];
  /** SHA-256 of the table's canonical form after the last event */
  table: string;
}

const tableHash = ({ events, scenario }: Pick<Golden, 'events' | 'scenario'>): string => sha256(canonical(fold(events, scenario)));

if (process.env['GOLDEN'] === 'write') write();

const files = readdirSync(FOLDER).flatMap((engine) => readdirSync(join(FOLDER, engine)).map((file) => `${engine}/${file}`));
const read = (file: string) => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Golden;

describe('a log of an engine that was used', () => {
  it.each(files)('%s gives the table that it gave then', (file) => {
    const golden = read(file);
    expect(tableHash(golden)).toBe(golden.table);
  });

  it.each(files)('%s is complete, and stands as it was written', (file) => {
    const { events, scenario, table } = read(file);
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
    expect(events.at(0)!.type).toBe('table-opened');
    expect(readFileSync(join(FOLDER, file), 'utf8')).toBe(`${canonical({ events, scenario, table })}\n`);
  });

  it('has every kind of event that there is', () => {
    const kinds = new Set(
      files.filter((file) => file.startsWith(`engine-${engineVersion}/`)).flatMap((file) => read(file).events.map(({ type }) => type)),
    );
    expect(Object.keys(EVOLUTIONS).filter((type) => !kinds.has(type as TableEvent['type']))).toEqual([]);
  });
});

/** `GOLDEN=write npx jest --runTestsByPath test/simulations/golden.spec.ts` adds what is missing, and changes nothing that is there. */
function write(): void {
  mkdirSync(PRESENT, { recursive: true });
  for (const [name, { events, scenario }] of [...chosen(), ['alone', alone()] as const]) {
    const file = join(PRESENT, `${name}.json`);
    if (!existsSync(file)) writeFileSync(file, `${canonical({ events, scenario, table: tableHash({ events, scenario }) })}\n`);
  }
}

type Log = Pick<Golden, 'events' | 'scenario'>;

/** Of many tables the few that show everything. */
function chosen(): [string, Log][] {
  const tables = Array.from({ length: 400 }, (_, n) => generated(`golden-${n}`)).filter(({ state }) => state.debriefed.length > 1);
  const found: [string, Log][] = [];
  const seen = new Set<string>();
  for (const mode of ['live', 'async', 'solo', 'live', 'async']) {
    const fresh = ({ events }: Log) => new Set(events.map(({ type }) => type).filter((type) => !seen.has(type))).size;
    const best = tables.filter((table) => table.mode === mode).reduce((one, other) => (fresh(other) > fresh(one) ? other : one));
    if (!fresh(best)) continue;
    for (const { type } of best.events) seen.add(type);
    found.push([`${mode}-${best.state.outcome!.outcome}-${found.length + 1}`, best]);
  }
  return found;
}

/** One person among scripts, who only listens. */
function alone(): Log {
  const run = new Run(sampleScenario(), 'rights').briefed().until('debrief').does({ do: 'finish-debrief' });
  return { events: [...run.log.events], scenario: run.log.scenario };
}
