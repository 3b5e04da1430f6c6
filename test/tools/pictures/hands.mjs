import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const PASSWORD = 'chapterhouse';
const WIDTHS = [390, 1280];
const LANGUAGES = ['en', 'ar'];
const LIGHTS = ['light', 'dark'];

/** Every page is drawn in each of these. */
export const LOOKS = WIDTHS.flatMap((width) => LANGUAGES.flatMap((language) => LIGHTS.map((light) => ({ width, language, light }))));

export const fileOf = ({ name }, { width, language, light }) => `${name.replace(/[^\w]+/g, '-')}-${language}-${width}-${light}.png`;

/** The hands of the demo's people on a browser. */
export class Hands {
  faults = [];
  #sessions = new Map();

  constructor(browser, { address, letter }) {
    this.browser = browser;
    this.address = address;
    this.letter = letter;
  }

  /** Does something in a tab of somebody's, and closes it. `who` is the part of their address before the @, or null for a stranger. */
  async as(who, work, width = WIDTHS[1]) {
    const context = await this.#window(width, who && (await this.#session(who)));
    try {
      return await work(await context.newPage());
    } finally {
      await context.close();
    }
  }

  /** The addresses of this site to which a page of somebody's links and that have this form. */
  links(who, address, form) {
    return this.as(who, async (tab) => {
      await open(tab, this.address + address, 200);
      const found = await tab.$$eval('a[href^="/"]', (all) => all.map((one) => one.getAttribute('href')));
      const links = [...new Set(found.filter((link) => form.test(link)))];
      if (!links.length) throw new Error(`${address} of ${who} links to nothing like ${form}`);
      return links;
    });
  }

  /** Draws a page in all its looks. One that does not come is a fault, and keeps no other from being drawn. */
  async draw(page, folder) {
    for (const width of WIDTHS) {
      const drawn = this.as(page.who, (tab) => this.#drawIn(tab, page, width, folder), width);
      await drawn.catch((error) => this.faults.push(`${page.name}: ${error.message}`));
    }
  }

  async #drawIn(tab, { name, address, fields, status, unfold }, width, folder) {
    tab.on('pageerror', (error) => this.faults.push(`${name}: ${error.message}`));
    tab.on('console', (line) => /Content.Security.Policy/i.test(line.text()) && this.faults.push(`${name}: ${line.text()}`));
    const camera = await tab.context().newCDPSession(tab);
    const screen = tab.viewportSize();
    for (const language of LANGUAGES) {
      const there = `${this.address}${address}${address.includes('?') ? '&' : '?'}language=${language}`;
      if (fields) await send(tab, there, fields, status);
      else await open(tab, there, status);
      if (unfold) await tab.$$eval('main details', (all) => all.forEach((one) => (one.open = true)));
      await tab.setViewportSize({ width, height: await heightOf(tab) }); // or a bar at the bottom of the screen lies across the page
      for (const light of LIGHTS) {
        await tab.emulateMedia({ colorScheme: light });
        await writeFile(join(folder, fileOf({ name }, { width, language, light })), await wholePage(camera));
      }
      await tab.setViewportSize(screen);
    }
  }

  async #session(who) {
    if (!this.#sessions.has(who)) this.#sessions.set(who, this.#signIn(who));
    return this.#sessions.get(who);
  }

  async #signIn(who) {
    const context = await this.#window(WIDTHS[1], null);
    await send(await context.newPage(), `${this.address}/sign-in`, { email: `${who}@demo.example`, password: PASSWORD }, 200);
    const session = await context.storageState();
    await context.close();
    return session;
  }

  #window(width, session) {
    const phone = width < 600;
    return this.browser.newContext({
      storageState: session ?? undefined,
      viewport: { width, height: phone ? 844 : 900 },
      isMobile: phone,
      hasTouch: phone,
      locale: 'en',
      reducedMotion: 'reduce',
    });
  }
}

const heightOf = (tab) => tab.evaluate(() => document.documentElement.scrollHeight);

/** Like Playwright's own picture of a whole page, in half the time: the file is packed less tightly. */
async function wholePage(camera) {
  const { cssContentSize: size } = await camera.send('Page.getLayoutMetrics');
  const clip = { ...size, scale: 1 };
  const { data } = await camera.send('Page.captureScreenshot', {
    format: 'png',
    optimizeForSpeed: true,
    captureBeyondViewport: true,
    clip,
  });
  return Buffer.from(data, 'base64');
}

async function open(tab, address, status) {
  const answer = await tab.goto(address);
  expectStatus(address, answer, status);
}

/** Fills in the first form of a page that has these fields, hidden ones too, and sends it without the browser's own complaints. */
export async function send(tab, address, fields, status) {
  await open(tab, address, 200);
  const [answer] = await Promise.all([
    tab.waitForNavigation(),
    tab.$$eval(
      'main form[method=post]',
      (forms, given) => {
        const shows = (form, name) => [...form.elements].some((one) => one.name === name && one.type !== 'hidden');
        const form = forms.find((one) => Object.keys(given).every((name) => shows(one, name))) ?? forms[0];
        for (const [name, value] of Object.entries(given)) {
          const all = [...form.elements].filter((one) => one.name === name);
          if (!all.length) throw new Error(`no field ${name}`);
          for (const one of all) {
            if (one.type === 'radio' || one.type === 'checkbox') one.checked = one.value === value;
            else one.value = value;
          }
        }
        form.noValidate = true;
        form.requestSubmit(form.querySelector('button:not([name])') ?? undefined);
      },
      fields,
    ),
  ]);
  expectStatus(address, answer, status);
}

function expectStatus(address, answer, status) {
  if (answer?.status() !== status) throw new Error(`${address} answers ${answer?.status()}, not ${status}`);
}

/** Presses one button of a page of somebody's. */
export function press(hands, who, address, button) {
  return hands.as(who, async (tab) => {
    await open(tab, hands.address + address, 200);
    await landing(tab, address, () => tab.$eval(button, (one) => one.click()));
  });
}

/** Fills in the form of somebody's page that goes to an address with this end, whether it lies open or not, and sends it. */
export function fill(hands, who, address, action, fields) {
  return hands.as(who, async (tab) => {
    await open(tab, hands.address + address, 200);
    const sending = () =>
      tab.$eval(
        `main form[method=post][action$="${action}"]`,
        (form, given) => {
          for (const [name, value] of Object.entries(given)) {
            for (const one of [...form.elements].filter((field) => field.name === name)) {
              if (one.type === 'radio' || one.type === 'checkbox') one.checked = one.value === value;
              else one.value = value;
            }
          }
          form.submit(); // as without scripts, so that its page comes
        },
        fields,
      );
    await landing(tab, address, sending);
  });
}

async function landing(tab, address, act) {
  const [answer] = await Promise.all([tab.waitForNavigation(), act()]);
  expectStatus(address, answer, 200);
}
