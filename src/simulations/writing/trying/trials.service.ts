import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { type ResourceLimits, Worker } from 'node:worker_threads';
import { Injectable } from '@nestjs/common';
import type { ScenarioStructure } from '../../../content/scenario';
import { Log } from '../../../web/requests/log';
import { type Fared, type Piece, type Room, trial } from './trial';

/** As far as it has come. `stopped`: it took too long, or too much memory; what was found until then is there. `stale`: there is a newer edition. */
export interface Trial {
  state: 'waiting' | 'playing' | 'done' | 'stopped' | 'stale';
  room: Room | null;
  fared: Fared[];
  table: Extract<Piece, { table: unknown }>['table'] | null;
  /** resolves when there will be no more */
  over: Promise<void>;
}

interface Begun extends Trial {
  edition: number;
  /** nobody asks for it any more: there is a newer edition */
  stale: AbortController;
}

interface Bounds {
  deadlineMs: number;
  memory: ResourceLimits;
}

const USUAL: Bounds = {
  deadlineMs: 120_000,
  memory: { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 },
};
const MOST_WAITING = 5;
const REMEMBERED = 20;

/** Built, what plays is a file beside this one; sources have none, and there it is played in place, a piece at a time. */
const BUILT = join(__dirname, 'trial.js');
const PLAYER = `const { parentPort, workerData } = require('node:worker_threads');
for (const piece of require(workerData.player).trial(workerData.scenario)) parentPort.postMessage(piece);
parentPort.postMessage(null);`;

/**
 * Scripts play drafts in a thread with little memory and a last moment, one draft at a time, while the server goes on. A trial follows from
 * its draft alone: nothing is stored, what was found lately is kept at hand, and every process can find it again.
 */
@Injectable()
export class Trials {
  private readonly lately = new Map<string, Begun>();
  private before: Promise<unknown> = Promise.resolve();

  constructor(private readonly log: Log) {}

  /** The trial of one edition of a draft; begins it when it is not known, and lets go of an older one. Null while too many others wait. */
  of(draft: { id: string; edition: number }, scenario: ScenarioStructure, bounds = USUAL): Trial | null {
    const known = this.lately.get(draft.id);
    if (known && known.edition > draft.edition) return nothingYet('stale');
    if (known?.edition === draft.edition) return known;
    known?.stale.abort();
    if (this.waiting >= MOST_WAITING) return null;
    const { edition } = draft;
    const begun: Begun = { ...nothingYet('waiting'), edition, stale: new AbortController() };
    begun.over = this.before.then(() => this.play(begun, scenario, bounds));
    this.before = begun.over;
    this.lately.delete(draft.id);
    if (this.lately.size >= REMEMBERED) this.lately.delete(this.lately.keys().next().value!);
    this.lately.set(draft.id, begun);
    return begun;
  }

  private get waiting(): number {
    return [...this.lately.values()].filter(({ state, stale }) => (state === 'waiting' || state === 'playing') && !stale.signal.aborted)
      .length;
  }

  private async play(begun: Begun, scenario: ScenarioStructure, bounds: Bounds): Promise<void> {
    const { signal } = begun.stale;
    if (signal.aborted) return void (begun.state = 'stale');
    begun.state = 'playing';
    const take = (piece: Piece) => {
      if ('room' in piece) begun.room = piece.room;
      else if ('table' in piece) begun.table = piece.table;
      else begun.fared.push(piece.fared);
    };
    const played = existsSync(BUILT) ? inThread(scenario, bounds, signal, take) : inPlace(scenario, bounds, signal, take);
    const whole = await played.catch((error: unknown) => this.log.fault(error, { where: 'trials' }));
    begun.state = signal.aborted ? 'stale' : whole === true ? 'done' : 'stopped';
  }
}

const nothingYet = (state: Trial['state']): Trial => ({ state, room: null, fared: [], table: null, over: Promise.resolve() });

async function inPlace(scenario: ScenarioStructure, { deadlineMs }: Bounds, stale: AbortSignal, take: (piece: Piece) => void) {
  const began = performance.now();
  for (const piece of trial(scenario)) {
    take(piece);
    await turn();
    if (stale.aborted || performance.now() - began > deadlineMs) return false;
  }
  return true;
}

function inThread(
  scenario: ScenarioStructure,
  { deadlineMs, memory }: Bounds,
  stale: AbortSignal,
  take: (piece: Piece) => void,
): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const workerData = { player: BUILT, scenario };
    const worker = new Worker(PLAYER, { eval: true, workerData, resourceLimits: memory, execArgv: [], env: {} });
    worker.unref(); // whoever stops the server waits for no game
    const stop = () => void worker.terminate();
    const deadline = setTimeout(stop, deadlineMs).unref();
    stale.addEventListener('abort', stop, { once: true });
    let whole = false; // a thread that was ended looks like one that has ended
    worker.on('message', (piece: Piece | null) => (piece ? take(piece) : (whole = true)));
    worker.once('error', (error: NodeJS.ErrnoException) => (error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve(false) : reject(error)));
    worker.once('exit', () => {
      clearTimeout(deadline);
      stale.removeEventListener('abort', stop);
      resolve(whole);
    });
  });
}
