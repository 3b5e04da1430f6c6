import { randomBytes } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setTimeout as later } from 'node:timers/promises';
import { brotliDecompressSync } from 'node:zlib';

const SOON_MS = 400; // as views/assets/scripts/room.js has it
const BETWEEN_MS = 1_500;
const CALM_LOOKS = 4;
const MINUTE_MS = 60_000;
const LATER_MS = 40_000;
const EAGER_MS = 3_000;
const TWICE = 0.1;
/** What a robot does not do by chance: it would end the round for everybody. */
const NOT_THIS = /\/(phase|end|call|brief|sign-out|leave|report|packages[^"]*|tabling|withdrawal)$/;

/** Chance with a seed (mulberry32), so that a run can be repeated. */
function chanceOf(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** One person with a browser at a table. */
export class Robot {
  commands = [];
  looks = [];
  news = [];
  posts = [];
  errors = [];
  sent = 0;
  refused = 0;
  bytes = 0;
  /** by what it was: how often, bytes of what was asked, of heads and bodies of answers */
  kinds = {};
  /** of the page with which it began */
  first = 0;
  from = 0;
  #forms = new Map();
  #had = new Map();
  #agent = new Agent({ keepAlive: true, maxSockets: 6 });
  #changed = new Map();
  #timer = null;
  #later = null;
  #recent = [];
  #line = null;
  #over = false;
  #eager = false;
  #awaited = '';
  #heard = '';
  #looking = false;
  #between = BETWEEN_MS;

  /** `pace`: seconds from one act to the next. */
  constructor(base, { tableId, role, cookie }, index, pace = 12) {
    Object.assign(this, { base, tableId, role, cookie, index, pace: pace * 1000, chance: chanceOf(index + 1) });
  }

  /** One page, read and left. */
  static async once(base, one) {
    const robot = new Robot(base, one, 0);
    await robot.#get(`/tables/${one.tableId}`);
    robot.#agent.destroy();
  }

  /** A line on which one only listens; it can be destroyed. */
  static line(base, { tableId, cookie }) {
    return new Promise((opened, failed) => {
      const asked = request(`${base}/tables/${tableId}/stream`, { headers: { cookie }, agent: false }, (answer) => {
        if (answer.statusCode !== 200) return failed(new Error(`a line answers ${answer.statusCode}`));
        answer.on('error', () => undefined);
        answer.once('data', () => opened(answer));
      });
      asked.on('error', failed);
      asked.end();
    });
  }

  async play(until) {
    await later(this.chance() * Math.min(4_000, this.pace / 2)); // nobody sits down at the same moment
    const page = await this.#get(`/tables/${this.tableId}`);
    const moment = /data-cursor="([^"]+)"/.exec(page.text)?.[1];
    if (!moment) return void this.errors.push(`no room: ${page.status}`);
    this.clause = (/data-query="([^"]*)"/.exec(page.text)?.[1] ?? '').replace('&#x3D;', '=');
    this.from = Number(moment.split('.').at(-1));
    this.#learn(page.text);
    this.first = this.bytes;
    this.#listen(moment);
    for (;;) {
      await later(Math.min(this.pace * (0.5 + this.chance()), until - Date.now()));
      if (Date.now() >= until) return;
      await this.#act();
    }
  }

  leave() {
    this.#over = true;
    clearTimeout(this.#timer);
    clearTimeout(this.#later);
    this.#line?.destroy();
    this.#agent.destroy();
  }

  #listen(moment) {
    const path = `${this.base}/tables/${this.tableId}/stream?after=${encodeURIComponent(moment)}`;
    const asked = request(path, { headers: { cookie: this.cookie }, agent: false }, (answer) => {
      this.#line = answer;
      let text = '';
      answer.setEncoding('utf8');
      answer.on('error', () => undefined);
      answer.on('close', () => this.#over || this.errors.push('a line was cut'));
      answer.on('data', (part) => {
        this.#count('line', 0, 0, part.length);
        text += part;
        for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
          this.#hear(text.slice(0, end));
          text = text.slice(end + 2);
        }
      });
    });
    asked.on('error', (error) => this.#over || this.errors.push(`line: ${error.message}`));
    asked.end();
  }

  #hear(block) {
    const count = /^id: .*\.(\d+)$/m.exec(block)?.[1];
    if (count === undefined) return;
    this.news.push({ at: Date.now(), count: Number(count) });
    this.#heard = /^id: (.*)$/m.exec(block)[1];
    const { parts, later = [], pause } = JSON.parse(/^data: (.*)$/m.exec(block)[1]);
    if (pause !== undefined) this.#between = Math.max(BETWEEN_MS, pause);
    for (const part of parts) this.#changed.set(part, this.#heard);
    if (later.length && !this.#later) this.#later = setTimeout(() => this.#afterwards(later), LATER_MS * (1 + this.chance()));
    this.#soon();
    if (this.#awaited && isBy(this.#awaited, this.#heard)) this.#now();
  }

  #afterwards(parts) {
    this.#later = null;
    for (const part of parts) this.#changed.set(part, '');
    this.#soon();
  }

  /** After a press one looks as soon as one is told of it. */
  #pressed(part, at = '') {
    if (part) this.#changed.set(part, at);
    if (!at || isBy(at, this.#heard)) return this.#now();
    this.#awaited = at;
    setTimeout(() => this.#awaited === at && this.#now(), EAGER_MS);
  }

  #now() {
    this.#eager = true;
    this.#awaited = '';
    clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#changed.size) this.#soon();
  }

  #soon() {
    if (this.#timer || this.#over) return;
    const now = Date.now();
    this.#recent = this.#recent.filter((at) => at > now - MINUTE_MS);
    const next = (this.#recent.at(-1) ?? 0) + this.#between * (1 + this.#recent.length / CALM_LOOKS);
    this.#timer = setTimeout(() => void this.#look(), this.#eager ? 0 : Math.max(SOON_MS * this.chance(), next - now));
  }

  async #look() {
    this.#timer = null;
    if (this.#looking) return;
    this.#looking = true;
    const parts = [...this.#changed.keys()];
    this.#changed.clear();
    this.#eager = false;
    const began = Date.now();
    this.#recent.push(began);
    const marks = `${this.clause ? '&' : '?'}known=${parts.map((part) => this.#had.get(part)?.mark ?? '').join()}`;
    const answer = await this.#get(`/tables/${this.tableId}/fragments/${parts.join(',')}${this.clause}${marks}`).catch((error) => error);
    this.#looking = false;
    if (this.#over) return;
    if (answer.status === 200) this.looks.push(Date.now() - began);
    else this.errors.push(`parts: ${answer.status ?? answer.message}`);
    if (parts.some((part) => !this.#had.has(part))) this.first += answer.bytes ?? 0; // once a part comes whole
    if (answer.status === 200) {
      const { at, parts: patched } = JSON.parse(answer.text);
      this.#learn(this.#put(parts, patched));
      for (const part of parts) if (isBy(this.#changed.get(part) ?? '', at)) this.#changed.delete(part);
    }
    if (this.#changed.size) this.#soon();
  }

  /** As the page's script puts pieces together. */
  #put(parts, patched) {
    return parts
      .map((part, index) => {
        const known = this.#had.get(part)?.pieces ?? [];
        const [mark, patch] = patched[index];
        const pieces = patch.flatMap((one) => (typeof one === 'string' ? [one] : known.slice(...one)));
        this.#had.set(part, { mark, pieces });
        return pieces.join('');
      })
      .join('');
  }

  /** The forms of the parts that were just read; of other parts those that were there before. */
  #learn(html) {
    const parts = html.split(/(?=data-part=")/);
    for (const part of parts) {
      const name = /^data-part="([^"]+)"/.exec(part)?.[1];
      if (!name) continue;
      const forms = [...part.matchAll(/<form[^>]*method="post" action="([^"]+)"[^>]*>([^]*?)<\/form>/g)];
      this.#forms.set(
        name,
        forms
          .map(([, action, inside]) => ({ action, inside, part: name }))
          .filter(({ action, inside }) => !NOT_THIS.test(action) && /name="text"/.test(inside)),
      );
    }
  }

  async #act() {
    const all = [...this.#forms.values()].flat();
    if (!all.length) return;
    const { action, inside, part } = this.#one(all);
    const text = `Robot ${this.index}, for the ${this.posts.length + 1}th time: who else would this harm, and when would they notice it?`;
    const fields = new URLSearchParams(this.#filled(inside, text));
    const post = { text, form: fields.get('form'), part, done: false };
    this.posts.push(post);
    const times = this.chance() < TWICE ? 2 : 1;
    await Promise.all(Array.from({ length: times }, () => this.#post(action, fields.toString(), post)));
  }

  async #post(action, body, post) {
    this.sent++;
    const began = performance.now();
    const answer = await this.#ask('POST', action, body, true).catch((error) => ({ status: error.message, text: '' }));
    if (answer.status === 200 || answer.status === 303) {
      post.done = true;
      this.commands.push(performance.now() - began);
      this.#pressed(post.part, answer.status === 200 ? JSON.parse(answer.text).at : '');
    } else if (answer.status === 409 || answer.status === 422) {
      this.refused++;
      const page = await this.#ask('POST', action, body); // posted again as a browser does: the page says why
      this.#learn(page.text);
    } else this.errors.push(`${action.replace(/[0-9a-f-]{36}/g, '…')}: ${answer.status}`);
  }

  /** The fields of a form as somebody in a hurry fills them in. */
  #filled(inside, text) {
    const fields = [];
    const choices = new Map();
    for (const [tag] of inside.matchAll(/<input[^>]*>/g)) {
      const { name, type = 'text', value = '' } = attributes(tag);
      if (!name || /\bdisabled\b/.test(tag)) continue;
      if (type === 'radio') choices.set(name, [...(choices.get(name) ?? []), value]);
      else if (name === 'form') fields.push([name, value || newId()]);
      else if (type === 'hidden') fields.push([name, value]);
      else if (type === 'text') fields.push([name, text]);
    }
    for (const [name, values] of choices) fields.push([name, this.#one(values)]);
    for (const [, open] of inside.matchAll(/<textarea([^>]*)>/g)) fields.push([attributes(open).name, text]);
    for (const [, open, options] of inside.matchAll(/<select([^>]*)>([^]*?)<\/select>/g))
      fields.push([attributes(open).name, this.#one([...options.matchAll(/<option[^>]*value="([^"]*)"/g)].map(([, value]) => value))]);
    return fields;
  }

  #count(kind, asked, head, body) {
    const kept = (this.kinds[kind] ??= { times: 0, asked: 0, head: 0, body: 0 });
    kept.times++;
    kept.asked += asked;
    kept.head += head;
    kept.body += body;
    this.bytes += asked + head + body;
  }

  #one(list) {
    return list[Math.floor(this.chance() * list.length)];
  }

  #get(path) {
    return this.#ask('GET', path);
  }

  #ask(method, path, body = null, byScript = method === 'GET' && path.includes('/fragments/')) {
    const headers = { cookie: this.cookie, 'accept-encoding': 'br', 'sec-fetch-site': 'same-origin' };
    if (byScript) headers['x-requested-with'] = 'fetch';
    if (body !== null)
      Object.assign(headers, { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) });
    return new Promise((answered, failed) => {
      const asked = request(this.base + path, { method, headers, agent: this.#agent }, (answer) => {
        const parts = [];
        answer.on('data', (part) => parts.push(part));
        answer.on('error', failed);
        answer.on('end', () => {
          const packed = Buffer.concat(parts);
          this.#count(
            method === 'POST' ? 'form' : path.includes('/fragments/') ? 'parts' : 'page',
            path.length + JSON.stringify(headers).length + (body?.length ?? 0),
            JSON.stringify(answer.headers).length,
            packed.length,
          );
          const text = (answer.headers['content-encoding'] === 'br' ? brotliDecompressSync(packed) : packed).toString();
          answered({ status: answer.statusCode, text, bytes: packed.length });
        });
      });
      asked.on('error', failed);
      asked.end(body ?? undefined);
    });
  }
}

function newId() {
  const hex = Date.now().toString(16).padStart(12, '0') + randomBytes(10).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function attributes(tag) {
  return Object.fromEntries([...tag.matchAll(/\b(name|type|value)="([^"]*)"/g)].map(([, name, value]) => [name, value]));
}

/** As the page's script compares moments. */
function isBy(one, other) {
  const [[kind, count], [otherKind, otherCount]] = [one, other].map((moment) => [
    moment.replace(/\.\d+$/, ''),
    Number(/\d+$/.exec(moment)?.[0] ?? NaN),
  ]);
  return kind === otherKind && count <= otherCount;
}
