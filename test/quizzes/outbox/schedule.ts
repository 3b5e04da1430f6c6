import { newId } from '../../../src/kernel/identifier';
import type { Database } from '../../../src/database/database.service';
import { BadLine } from './bad-line';
import { Ledger } from './ledger';
import type { Control } from './small-dom';
import { Device, Tab } from './tab';

export interface Site {
  address: string;
  database: Database;
}

export interface Taker {
  session: string;
  quiz: string;
}

const PATIENCE = 60;

/** One attempt of somebody whose line, device and patience fail in every way, step after step as chance has it. */
export class Schedule {
  ledger!: Ledger;
  readonly line: BadLine;
  private readonly devices = [new Device()];
  private tabs: Tab[] = [];
  private readonly scripts: boolean;

  constructor(
    private readonly site: () => Site,
    private readonly taker: Taker,
    private readonly chance: () => number,
  ) {
    this.line = new BadLine(() => this.site().address, `session=${taker.session}`, chance);
    this.scripts = chance() > 0.2;
  }

  /** Presses until an attempt has begun; the same form each time. */
  async begin(): Promise<void> {
    const body = `form=${newId()}`;
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    for (;;) {
      const begun = this.line.send({ address: `${this.taker.quiz}/attempts`, method: 'POST', headers, body });
      await new Promise(setImmediate);
      await this.line.releaseAll();
      const attempt = /attempts\/([^/]+)\/questions/.exec((await begun.catch(() => null))?.url ?? '')?.[1];
      if (!attempt) continue;
      this.ledger = new Ledger(() => this.site().database, attempt);
      return this.newTab(this.devices[0]!);
    }
  }

  async step(): Promise<void> {
    const tab = this.any(this.tabs);
    const drawn = this.chance() * 100;
    if (drawn < 34) this.type(tab);
    else if (drawn < 50) this.press(tab);
    else if (drawn < 68) tab.tick();
    else if (drawn < 76) this.line.up = !this.line.up;
    else if (drawn < 84) await this.line.release();
    else if (drawn < 90) await tab.open(tab.page ? tab.address : this.somewhere());
    else if (drawn < 96) await this.newTab(this.deviceFor());
    else await this.restart();
    await this.settle();
    await this.ledger.look();
  }

  /** The line is good again, every device is looked at once more, and what waits is sent; then somebody hands in. */
  async end(): Promise<void> {
    this.line.up = this.line.good = true;
    if (this.chance() < 0.5) await this.line.releaseAll();
    for (const device of this.devices) if (device.box.size) await this.newTab(device);
    for (const tab of this.tabs) tab.online();
    for (let more = true; more;) {
      more = false;
      for (const tab of this.tabs) more = tab.tick() || more;
      await this.settle();
    }
    await this.line.releaseAll();
    await this.settle();
    await this.ledger.look();
    await this.handIn();
    await this.ledger.close();
  }

  private async handIn(): Promise<void> {
    const { attempt, wrong } = this.ledger;
    for (const device of this.devices) {
      const tab = new Tab(device, this.line, this.ledger, this.scripts);
      await tab.open(`/attempts/${attempt}`);
      for (let patience = PATIENCE; !tab.address.endsWith('/result'); patience--) {
        if (!patience) return void wrong.push(`never handed in: ${tab.address} ${tab.page?.title}`);
        await this.onwards(tab);
      }
      if (device.box.size) wrong.push(`still kept after handing in: ${[...device.box.values()].join()}`);
      tab.close();
    }
  }

  /** Presses what leads to the end; between two answers, either. */
  private async onwards(tab: Tab): Promise<void> {
    const form = tab.form;
    const stale = tab.page?.title === 'Two answers to one question';
    if (stale && this.chance() < 0.5) tab.act = this.ledger.nextAct();
    else if (stale || !form || /questions/.test(tab.address)) return tab.open(`/attempts/${this.ledger.attempt}`);
    tab.press(tab.form!.buttons.at(-1)!);
    for (let quiet = 0; quiet < 4; quiet++) {
      await tab.settle();
      tab.tick();
    }
  }

  private type(tab: Tab): void {
    const fields = tab.form?.elements.filter(({ name }) => name === 'answer') ?? [];
    const field = fields.length ? this.any(fields) : null;
    if (!field || !/questions\/\d$/.test(tab.address)) return;
    const act = this.ledger.nextAct();
    const value = field.type === 'radio' ? field.value : tab.address.endsWith('2') ? `${act}` : `text ${act}`;
    tab.put(field, value, this.chance() < 0.5 ? 'input' : 'change', act);
  }

  private press(tab: Tab): void {
    const buttons = tab.form?.buttons.filter(({ name }) => name === 'go') ?? [];
    if (buttons.length) tab.press(this.any<Control>(buttons));
  }

  private async newTab(device: Device): Promise<void> {
    const tab = new Tab(device, this.line, this.ledger, this.scripts);
    this.tabs.push(tab);
    await tab.open(this.somewhere());
  }

  private deviceFor(): Device {
    if (this.devices.length > 1 || this.chance() < 0.6) return this.any(this.devices);
    this.devices.push(new Device());
    return this.devices[1]!;
  }

  /** A browser breaks off: its tabs are gone, what it keeps is not. */
  private async restart(): Promise<void> {
    const { device } = this.any(this.tabs);
    for (const tab of this.tabs) if (tab.device === device) tab.close();
    this.tabs = this.tabs.filter((tab) => tab.device !== device);
    await this.newTab(device);
  }

  private async settle(): Promise<void> {
    for (const tab of this.tabs) await tab.settle();
  }

  private somewhere(): string {
    return `/attempts/${this.ledger.attempt}/questions/${1 + Math.floor(this.chance() * 3)}`;
  }

  private any<T>(list: readonly T[]): T {
    return list[Math.floor(this.chance() * list.length)]!;
  }
}
