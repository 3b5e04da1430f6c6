import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type ResourceLimits, Worker } from 'node:worker_threads';
import { Injectable } from '@nestjs/common';
import type { Draft } from '../draft';
import { type Read, unarchived } from './scenario-archive';

interface Bounds {
  deadlineMs: number;
  memory: ResourceLimits;
}

interface Asked {
  bytes: Uint8Array;
  language: Draft['language'];
}

const USUAL: Bounds = {
  deadlineMs: 10_000,
  memory: { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 },
};
const MOST_WAITING = 5;
const TOO_MUCH: Read = { key: 'scenarios.folder.too-much', path: '' };
const BUSY: Read = { key: 'scenarios.folder.busy', path: '' };

/** Built, what reads is a file beside this one; sources have none, and there it is read in place. */
const BUILT = join(__dirname, 'scenario-archive.js');
const READER = `const { parentPort, workerData } = require('node:worker_threads');
parentPort.postMessage(require(workerData.reader).unarchived(workerData.asked.bytes, workerData.asked));`;

/** Reads archives that anybody may have made in a thread with little memory and little time, one at a time, while the server goes on. */
@Injectable()
export class ScenarioReadings {
  private before: Promise<unknown> = Promise.resolve();
  private waiting = 0;

  async read(bytes: Uint8Array, { language }: Pick<Draft, 'language'>, bounds = USUAL): Promise<Read> {
    if (this.waiting >= MOST_WAITING) return BUSY;
    this.waiting++;
    const asked = { bytes, language };
    const reading = this.before.then(() => (existsSync(BUILT) ? inThread(asked, bounds) : unarchived(bytes, asked)));
    this.before = reading.catch(() => undefined).then(() => this.waiting--);
    return reading;
  }
}

function inThread(asked: Asked, { deadlineMs, memory }: Bounds): Promise<Read> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(READER, {
      eval: true,
      workerData: { reader: BUILT, asked },
      resourceLimits: memory,
      execArgv: [],
      env: {},
    });
    const deadline = setTimeout(() => void worker.terminate(), deadlineMs);
    worker.once('message', (read: Read) => resolve(read));
    worker.once('error', (error: NodeJS.ErrnoException) => (error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve(TOO_MUCH) : reject(error)));
    worker.once('exit', () => {
      clearTimeout(deadline);
      resolve(TOO_MUCH); // unless it has answered
    });
  });
}
