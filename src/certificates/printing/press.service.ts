import { type ChildProcess, spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Refusal } from '../../kernel/refusal';

/** One sheet to be set: its template, what stands on it (text, never markup), and the pictures that it names. */
export interface Sheet {
  template: 'certificate.typ' | 'sharing.typ';
  as: 'pdf' | 'svg';
  inputs: Record<string, string>;
  pictures: { name: string; bytes: Buffer }[];
  /** What the PDF keeps to; PDF/A-3a when nothing is said. */
  standard?: 'a-3a' | 'ua-1';
}

type Answer = { id: number; memory: number } & ({ bytes: Uint8Array } | { problem: string });
interface Order {
  id: number;
  sheet: Sheet;
  tries: number;
  done: (answer: Answer | null) => void;
}

export const PRESS_LIMITS = { sheets: 200, idleMs: 60_000, deadlineMs: 20_000, waiting: 400, memory: 512 * 1024 * 1024 };

const ROOM = join(__dirname, '../../../views/certificates/printing');
const fontPaths = () => {
  const [amiri, sans, chinese] = [
    require.resolve('@expo-google-fonts/amiri/package.json'),
    require.resolve('@expo-google-fonts/noto-sans/package.json'),
    require.resolve('@expo-google-fonts/noto-sans-sc/package.json'),
  ].map(dirname) as [string, string, string];
  return [join(amiri, '400Regular'), join(amiri, '700Bold'), join(sans, '400Regular'), join(sans, '700Bold'), join(chinese, '400Regular')];
};

/** What the child does. All it needs comes as its argument, so that it runs from source as it does when it is built. */
const CHILD = `const { library, workspace, fontPaths } = JSON.parse(process.argv[1]);
const { NodeCompiler } = require(library);
const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths }] });
process.on('disconnect', () => process.exit());
process.on('message', ({ id, sheet: { template, as, inputs, pictures, standard } }) => {
  const answer = { id };
  const paths = pictures.map(({ name }) => workspace + '/' + name);
  try {
    pictures.forEach(({ bytes }, at) => compiler.mapShadow(paths[at], Buffer.from(bytes)));
    const compiled = compiler.compile({ mainFilePath: workspace + '/' + template, inputs, resetRead: true });
    const page = compiled.result;
    if (!page) throw new Error(JSON.stringify(compiler.fetchDiagnostics(compiled.takeDiagnostics())));
    if (page.numOfPages !== 1) throw new Error(page.numOfPages + ' pages');
    answer.bytes = as === 'pdf' ? compiler.pdf(page, { pdfStandard: standard || 'a-3a' }) : Buffer.from(compiler.plainSvg(page));
  } catch (error) {
    answer.problem = String((error && error.message) || error);
  }
  paths.forEach((path) => compiler.unmapShadow(path));
  compiler.evictCache(10);
  answer.memory = process.memoryUsage().rss;
  process.send(answer);
});`;

/**
 * Sets sheets in one child process, one after the other: the library is written in another language, keeps memory, and does not let go of
 * the thread. The child starts with the first sheet and ends when it had nothing to do for a minute, made 200 sheets, grew too large or
 * took too long. It knows no secret: its environment is one name, a list of no fonts, so that the machine's own are never used.
 */
@Injectable()
export class Press implements OnModuleDestroy {
  limits = PRESS_LIMITS;
  private child: ChildProcess | null = null;
  private readonly orders: Order[] = [];
  private current: Order | null = null;
  private made = 0;
  private numbers = 0;
  private clock: NodeJS.Timeout | null = null;

  /** The sheet as a file. Refuses when too many wait, and what cannot be printed. */
  async print(sheet: Sheet): Promise<Buffer> {
    if (this.orders.length >= this.limits.waiting) throw new Refusal('printing.refusal.busy');
    const answer = await new Promise<Answer | null>((done) => {
      this.orders.push({ id: ++this.numbers, sheet, tries: 0, done });
      this.next();
    });
    if (!answer) throw new Refusal('printing.refusal.stuck');
    if ('bytes' in answer) return Buffer.from(answer.bytes);
    if (/could not be displayed|no glyph|\.notdef/i.test(answer.problem)) throw new Refusal('printing.refusal.unprintable');
    throw new Error(`The certificate could not be set: ${answer.problem}`);
  }

  /** The child's number while there is one. */
  get pid(): number | null {
    return this.child?.pid ?? null;
  }

  onModuleDestroy(): void {
    this.limits = { ...this.limits, waiting: 0 };
    for (const order of [...this.orders.splice(0), this.current]) order?.done(null);
    this.current = null;
    this.end();
  }

  private next(): void {
    if (this.current || !this.orders.length) return;
    const order = (this.current = this.orders.shift()!);
    order.tries++;
    if (this.made >= this.limits.sheets) this.end();
    const child = (this.child ??= this.start());
    this.wait(this.limits.deadlineMs, () => child.kill('SIGKILL'));
    child.ref();
    child.send({ id: order.id, sheet: order.sheet }, (error) => error && child.kill('SIGKILL'));
  }

  private start(): ChildProcess {
    const library = require.resolve('@myriaddreamin/typst-ts-node-compiler');
    const given = JSON.stringify({ library, workspace: ROOM, fontPaths: fontPaths() });
    const child = spawn(process.execPath, ['--max-old-space-size=64', '--eval', CHILD, given], {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
      env: { FONTCONFIG_FILE: join(ROOM, 'fonts.conf') },
    });
    this.made = 0;
    child.on('message', (answer: Answer) => this.answered(child, answer));
    child.on('error', () => this.lost(child));
    child.on('exit', () => this.lost(child));
    return child;
  }

  private answered(child: ChildProcess, answer: Answer): void {
    if (child !== this.child || answer.id !== this.current?.id) return;
    const { done } = this.current;
    this.current = null;
    this.made++;
    if (answer.memory > this.limits.memory) this.end();
    else this.rest(child);
    done(answer);
    this.next();
  }

  /** A child that is gone, by itself or because it took too long: what it had in hand is tried once more. */
  private lost(child: ChildProcess): void {
    if (child !== this.child) return;
    this.child = null;
    this.stopClock();
    const order = this.current;
    this.current = null;
    if (order && order.tries < 2) this.orders.unshift(order);
    else order?.done(null);
    this.next();
  }

  private rest(child: ChildProcess): void {
    child.unref();
    child.channel?.unref();
    this.wait(this.limits.idleMs, () => this.end());
    this.clock?.unref();
  }

  private wait(ms: number, then: () => void): void {
    this.stopClock();
    this.clock = setTimeout(then, ms);
  }

  private stopClock(): void {
    if (this.clock) clearTimeout(this.clock);
    this.clock = null;
  }

  private end(): void {
    const { child } = this;
    this.child = null;
    this.stopClock();
    child?.kill('SIGKILL'); // it holds nothing that would have to be put away
  }
}
