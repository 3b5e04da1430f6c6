import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { freshDatabase, onPostgres } from '../support/database';

const ROUNDS = 60;
const HOOK = join(__dirname, '../support/typescript.cjs');
const CHILD = join(__dirname, 'durable-order.child.ts');

/** The system calls of the child, in the order in which they came back, as far as they matter here. */
function happenings(trace: string): string[] {
  const begun = new Map<string, string>();
  return trace.split('\n').flatMap((line) => {
    const [, thread, call] = /^(\d+) +(.*)$/.exec(line) ?? [];
    if (!thread || !call) return [];
    if (call.endsWith('<unfinished ...>')) begun.set(thread, call);
    const whole = /^<\.\.\. \w+ resumed>/.test(call) ? begun.get(thread)! + call : call;
    if (/^write\(1<.*"(begin|ack) \d+/.test(whole)) return call === whole ? [/"((?:begin|ack) \d+)/.exec(whole)![1]!] : [];
    if (/^pwrite(64|v)?\(\d+<[^>]*-wal>/.test(whole)) return ['frame'];
    if (/^f(data)?sync\(\d+<[^>]*-wal>/.test(whole)) return whole.includes('unfinished') && whole === call ? [] : ['sync'];
    return [];
  });
}

/** The rounds that were acknowledged before everything they wrote to the log was on the disk. */
function tooEarly(events: string[]): string[] {
  let frames = 0;
  let unsynced = 0;
  return events.filter((event) => {
    if (event.startsWith('begin')) frames = unsynced = 0;
    if (event === 'frame') frames = ++unsynced;
    if (event === 'sync') unsynced = 0;
    return event.startsWith('ack') && (frames === 0 || unsynced > 0);
  });
}

it('acknowledges only what is on the disk', async () => {
  if (onPostgres) return; // the server's own promise: a COMMIT that returned is on the disk
  if (spawnSync('strace', ['-V']).error) return void process.stdout.write('durable order: strace is not here, not checked\n');
  const { file, drop } = await freshDatabase({ template: 'empty' });
  const log = `${file}.strace`;
  const calls = ['-f', '-y', '-e', 'trace=write,pwrite64,pwritev,fdatasync,fsync', '-o', log];
  const child = spawn('strace', [...calls, process.execPath, '-r', HOOK, CHILD, file!, String(ROUNDS)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  expect((await once(child, 'exit'))[0]).toBe(0);
  const events = happenings(readFileSync(log, 'utf8'));
  const acknowledged = events.filter((event) => event.startsWith('ack'));
  const early = tooEarly(events);
  process.stdout.write(`durable order: ${acknowledged.length} acknowledged, ${early.length} before they were on the disk\n`);
  expect(acknowledged).toHaveLength(ROUNDS);
  expect(early).toEqual([]);
  await drop();
});
