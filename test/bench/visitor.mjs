/** Somebody with a cookie, for preparing what is measured. */
export class Visitor {
  cookie = '';

  constructor(base) {
    this.base = base;
  }

  async get(path) {
    const answer = await fetch(this.base + path, { headers: { cookie: this.cookie }, redirect: 'manual' });
    this.take(answer);
    return answer.status === 303 ? this.get(answer.headers.get('location')) : answer.text();
  }

  take(answer) {
    for (const line of answer.headers.getSetCookie()) if (line.startsWith('session=')) this.cookie = line.split(';')[0];
  }

  async post(path, fields) {
    const headers = { cookie: this.cookie, 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };
    const answer = await fetch(this.base + path, { method: 'POST', headers, body: new URLSearchParams(fields), redirect: 'manual' });
    this.take(answer);
    return answer;
  }

  /** The hidden fields of the page's main form. */
  async fields(path) {
    const main = (await this.get(path)).split('<main')[1];
    return Object.fromEntries(
      [...main.matchAll(/<input type="hidden" name="(form|sequence|turn)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]),
    );
  }

  async signIn(email) {
    await this.post('/sign-in', { ...(await this.fields('/sign-in')), email, password: 'chapterhouse' });
    return this;
  }

  /** Begins the quiz on this page; the address of its first question. */
  async press(path, action) {
    const html = await this.get(path);
    const open = /href="(\/attempts\/[^"]+)"/.exec(html.split('<main')[1]);
    const target = action.exec(html);
    if (!target) return `${open[1]}/questions/1`;
    return (await this.post(target[1], await this.fields(path))).headers.get('location');
  }
}
