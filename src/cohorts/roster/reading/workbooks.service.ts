import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import { inflateRaw } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { firstFilled, isModest, LARGEST_WORKBOOK, partsOfWorkbook, type Sheet, tabbed, type WorkbookProblem } from './workbook';
import { archive, type Entry } from '../../../content/folders/zip';

/** A workbook as text; `sheet` is the one that was read, where others had something in them, too. */
export type WorkbookRead = { text: string; sheet: string | null; problem: null } | { problem: WorkbookProblem };

const unpacked = promisify(inflateRaw);
const DEADLINE_MS = 10_000;
const LIMITS = { maxOldGenerationSizeMb: 32, maxYoungGenerationSizeMb: 4, stackSizeMb: 4 };

/** What the thread does; it gets all it needs with it, so that it runs from source as it does when it is built. */
const READER = `const { parentPort, workerData } = require('node:worker_threads');
require(workerData.library)(Buffer.from(workerData.bytes)).then((sheets) => parentPort.postMessage(sheets));`;

/**
 * Reading workbooks that anybody may have made. Only the parts that hold cells are unpacked, each no further than is allowed for all of them,
 * whatever the archive says of its sizes; then a thread with little memory and little time reads them. One at a time.
 */
@Injectable()
export class Workbooks {
  private before: Promise<unknown> = Promise.resolve();

  read(bytes: Uint8Array): Promise<WorkbookRead> {
    const reading = this.before.then(() => this.readAlone(bytes));
    this.before = reading.catch(() => undefined);
    return reading;
  }

  private async readAlone(bytes: Uint8Array): Promise<WorkbookRead> {
    const parts = partsOfWorkbook(bytes);
    if (typeof parts === 'string') return { problem: parts };
    const files: { path: string; bytes: Uint8Array; crc: number }[] = [];
    let left = LARGEST_WORKBOOK;
    for (const part of parts) {
      const content = await contentOf(part, left);
      if (typeof content === 'string') return { problem: content };
      left -= content.length;
      if (part.path.includes('worksheets/') && !isModest(content.toString('latin1'))) return { problem: 'file-large' };
      files.push({ path: part.path, bytes: content, crc: part.crc });
    }
    const sheets = await sheetsIn(archive(files));
    if (!Array.isArray(sheets)) return { problem: sheets };
    const found = firstFilled(sheets);
    if (!found) return { text: '', sheet: null, problem: null };
    return { text: tabbed(found.sheet.data), sheet: found.several ? found.sheet.sheet : null, problem: null };
  }
}

async function contentOf({ packed, method }: Entry, left: number): Promise<Buffer | WorkbookProblem> {
  if (method === 0) return packed.length <= left ? Buffer.from(packed) : 'file-large';
  if (method !== 8) return 'file-broken';
  if (left < 1) return 'file-large';
  return unpacked(packed, { maxOutputLength: left }).catch((error: NodeJS.ErrnoException) =>
    error.code === 'ERR_BUFFER_TOO_LARGE' ? 'file-large' : 'file-broken',
  );
}

/** All sheets, as a thread of their own reads them; it ends when it takes too much memory or time. */
function sheetsIn(bytes: Uint8Array<ArrayBuffer>): Promise<Sheet[] | WorkbookProblem> {
  return new Promise((resolve) => {
    const workerData = { library: require.resolve('read-excel-file/node'), bytes };
    const worker = new Worker(READER, {
      eval: true,
      workerData,
      transferList: [bytes.buffer],
      resourceLimits: LIMITS,
      execArgv: [],
      env: {},
    });
    const deadline = setTimeout(() => void worker.terminate(), DEADLINE_MS);
    worker.once('message', (sheets: Sheet[]) => resolve(sheets));
    worker.once('error', (error: NodeJS.ErrnoException) =>
      resolve(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'file-large' : 'file-broken'),
    );
    worker.once('exit', () => {
      clearTimeout(deadline);
      resolve('file-large'); // unless it has answered
    });
  });
}
