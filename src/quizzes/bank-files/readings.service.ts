import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type ResourceLimits, Worker } from 'node:worker_threads';
import { Injectable } from '@nestjs/common';
import { type Asked, type Found, lookedAt } from './looking';

/** Why a file was not read to its end. */
export type Unread = 'reading-too-much' | 'reading-busy';

interface Bounds {
  deadlineMs: number;
  memory: ResourceLimits;
}

const USUAL: Bounds = {
  deadlineMs: 10_000,
  memory: { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 },
};
const MOST_WAITING = 5;

/** Built, what reads is a file beside this one; sources have none, and there it is read in place. */
const BUILT = join(__dirname, 'looking.js');
const READER = `const { parentPort, workerData } = require('node:worker_threads');
parentPort.postMessage(require(workerData.reader).lookedAt(workerData.asked));`;

/** Reads files of questions that anybody may have made in a thread with little memory and little time, one at a time, while the server goes on. */
@Injectable()
export class Readings {
  private before: Promise<unknown> = Promise.resolve();
  private waiting = 0;

  async read(asked: Asked, bounds = USUAL): Promise<Found | Unread> {
    if (this.waiting >= MOST_WAITING) return 'reading-busy';
    this.waiting++;
    const reading = this.before.then(() => (existsSync(BUILT) ? inThread(asked, bounds) : lookedAt(asked)));
    this.before = reading.catch(() => undefined).then(() => this.waiting--);
    return reading;
  }
}

function inThread(asked: Asked, { deadlineMs, memory }: Bounds): Promise<Found | Unread> {
  return new Promise((resolve, reject) => {
    const workerData = { reader: BUILT, asked };
    const worker = new Worker(READER, { eval: true, workerData, resourceLimits: memory, execArgv: [], env: {} });
    const deadline = setTimeout(() => void worker.terminate(), deadlineMs);
    worker.once('message', (found: Found) => resolve(found));
    worker.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve('reading-too-much') : reject(error),
    );
    worker.once('exit', () => {
      clearTimeout(deadline);
      resolve('reading-too-much'); // unless it has answered
    });
  });
}
