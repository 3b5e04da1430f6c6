import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import type { BadLine, Reply } from './bad-line';
import * as dom from './small-dom';

/** The script that pages bring along, as it is; what it takes from a browser is handed to it. */
const NAMES = [
  'document',
  'location',
  'localStorage',
  'fetch',
  'addEventListener',
  'window',
  'setTimeout',
  'clearTimeout',
  'AbortController',
];
const KINDS = [dom.HTMLElement, dom.HTMLInputElement, dom.HTMLSelectElement, dom.HTMLTextAreaElement, dom.FormData];
const SAVE = new Script(
  `(function (${[...NAMES, ...KINDS.map(({ name }) => name)].join(', ')}) { ${readFileSync(join(__dirname, '../../../views/assets/scripts/save.js'), 'utf8')} })`,
).runInThisContext() as (...given: unknown[]) => void;

/** What a browser keeps when it is closed or breaks off; all its tabs share it. */
export class Device {
  readonly box = new Map<string, string>();
}

/** What the tab tells whoever watches over it. */
export interface Watch {
  /** The script is about to send this, or has put it aside. */
  holds(tab: Tab, action: string, body: string, kept?: boolean): void;
  heard(tab: Tab, action: string, body: string, reply: Reply): void;
  arrived(tab: Tab): void;
}

/** One tab of a browser. Time in it passes when it is told to; with `scripts` off it only sends forms. */
export class Tab {
  page: dom.Document | null = null;
  address = '';
  /** Which act of the person its fields hold. */
  act = 0;
  closed = false;
  private timers: { at: number; work: () => void; id: number }[] = [];
  private now = 0;
  private lastTimer = 0;
  private listeners = new Map<string, (() => void)[]>();
  private abort: (() => void) | null = null;

  constructor(
    readonly device: Device,
    private readonly line: BadLine,
    private readonly watch: Watch,
    readonly scripts: boolean,
  ) {}

  get form(): dom.Form | null {
    return this.page?.forms.find(({ dataset }) => 'attempt' in dataset) ?? this.page?.forms[0] ?? null;
  }

  /** Types or chooses, as a person does: `how` says which event the browser fires. */
  put(field: dom.Control, value: string, how: 'input' | 'change', act: number): void {
    if (field.type === 'radio') for (const one of this.form!.elements) one.checked = one === field;
    else field.value = value;
    this.act = act;
    this.form!.fire(how);
  }

  press(button: dom.Control): void {
    if (this.form!.fire('submit', button)) this.leave(this.form!, button);
  }

  async open(address: string): Promise<void> {
    this.quit();
    await this.go(this.line.send({ address, method: 'GET' }), address, 'GET');
  }

  online(): void {
    for (const listener of this.listeners.get('online') ?? []) listener();
  }

  /** The next thing that the page has planned happens; false when there is none. */
  tick(): boolean {
    const next = this.timers.sort((a, b) => a.at - b.at).shift();
    if (!next) return false;
    this.now = next.at;
    next.work();
    return true;
  }

  /** Everything that is on its way has come or has failed, but for what the line holds back. */
  async settle(): Promise<void> {
    for (let quiet = 0; quiet < 3; quiet = this.line.busy ? 0 : quiet + 1) await new Promise(setImmediate);
  }

  close(): void {
    this.quit();
    this.closed = true;
  }

  private quit(): void {
    [this.timers, this.listeners, this.page] = [[], new Map(), null];
    this.abort?.();
  }

  /** As a browser leaves a page by a form. */
  private leave(form: dom.Form, button: dom.Control | null): void {
    const pairs = [...new dom.FormData(form), ...(button?.name ? [[button.name, button.value]] : [])] as [string, string][];
    const body = new URLSearchParams(pairs).toString();
    const action = new URL(form.action, 'http://site').pathname;
    if (form.method === 'get') return void this.open(`${action}?${body}`);
    this.watch.holds(this, action, body);
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const [before, held] = [this.page, this.address];
    this.quit();
    void this.go(this.line.send({ address: action, method: 'POST', headers, body }), action, 'POST', body).then(() => {
      if (this.page || this.closed) return;
      this.page = before; // the browser says that it could not; the person goes back, and the page is as it was
      this.address = held;
      if (this.scripts) this.run();
    });
  }

  private async go(reply: Promise<Reply>, address: string, method: 'GET' | 'POST', body = ''): Promise<void> {
    const answer = await reply.catch(() => null);
    if (!answer || this.closed) return;
    if (method === 'POST') this.watch.heard(this, address, body, answer);
    this.address = new URL(answer.url).pathname;
    this.page = dom.documentOf(answer.text, answer.url);
    this.act = 0;
    this.watch.arrived(this);
    if (this.scripts) this.run();
  }

  private run(): void {
    const page = this.page!;
    const alive = () => this.page === page && !this.closed;
    for (const form of page.forms) {
      form.listeners.clear();
      form.submit = () => alive() && this.leave(form, null);
    }
    const found: Record<string, dom.HTMLElement | null> = {
      '#saved span': page.saved,
      '#waiting': page.waiting,
      '[data-handed-in]': page.handedIn,
    };
    const document = {
      forms: page.forms,
      querySelector: (query: string) => found[query] ?? null,
      createElement: () => new dom.HTMLInputElement(),
    };
    const location = { assign: (to: string) => void (alive() && this.open(to)) };
    const setTimeout = (work: () => void, delay: number) => {
      if (alive()) this.timers.push({ at: this.now + delay, work, id: ++this.lastTimer });
      return this.lastTimer;
    };
    const clearTimeout = (id: number) => (this.timers = this.timers.filter((one) => one.id !== id));
    const listen = (type: string, listener: () => void) => this.listeners.set(type, [...(this.listeners.get(type) ?? []), listener]);
    const given = [
      document,
      location,
      this.storage(),
      this.fetch(alive),
      listen,
      { setTimeout },
      setTimeout,
      clearTimeout,
      AbortController,
    ];
    SAVE(...given, ...KINDS);
    for (const shown of this.listeners.get('pageshow') ?? []) shown();
  }

  private storage() {
    const { box } = this.device;
    return {
      getItem: (key: string) => box.get(key) ?? null,
      removeItem: (key: string) => box.delete(key),
      setItem: (key: string, value: string) => {
        box.set(key, value);
        for (const [name, body] of Object.entries(JSON.parse(value) as Record<string, string>)) this.watch.holds(this, name, body, true);
      },
    };
  }

  private fetch(alive: () => boolean) {
    return async (address: string, { headers, body, signal }: { headers: Record<string, string>; body: string; signal: AbortSignal }) => {
      const gone = new AbortController();
      const action = new URL(address, this.form!.action).pathname;
      this.watch.holds(this, action, body);
      const any = AbortSignal.any([signal, gone.signal]);
      this.abort = () => gone.abort();
      const reply = await this.line.send({ address: action, method: 'POST', headers, body, signal: any });
      if (!alive()) return new Promise<never>(() => {}); // nobody is there any more who could hear it
      this.watch.heard(this, action, body, reply);
      const json = async () => JSON.parse(reply.text) as unknown;
      return { ok: reply.status < 300, status: reply.status, redirected: reply.redirected, url: reply.url, json };
    };
  }
}
