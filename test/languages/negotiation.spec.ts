import { LANGUAGES, type Language } from '../../src/kernel/language';
import { fromBrowser, negotiate } from '../../src/languages/negotiation';
import { knock } from '../support/knock';
import { makePerson, startWorld, type World } from '../support/world';

describe('the language of a page', () => {
  it.each<[what: string, asked: unknown, device: unknown, account: Language | null, browser: string | undefined, language: Language]>([
    ['nobody says anything', undefined, undefined, null, undefined, 'en'],
    ['the browser says it', undefined, undefined, null, 'fr', 'fr'],
    ['the account says another than the browser', undefined, undefined, 'ar', 'fr', 'ar'],
    ['this device says another than the account', undefined, 'pt', 'ar', 'fr', 'pt'],
    ['the address says another than all of them', 'ru', 'pt', 'ar', 'fr', 'ru'],
    ['the address says one that we do not have', 'tlh', 'pt', 'ar', 'fr', 'pt'],
    ['the address says it twice', ['ru', 'ru'], undefined, 'ar', 'fr', 'ar'],
    ['the address says it in capitals', 'RU', undefined, 'ar', 'fr', 'ar'],
    ['the address says it with a country', 'pt-BR', undefined, 'ar', 'fr', 'ar'],
    ['the address says nothing', '', undefined, 'ar', 'fr', 'ar'],
    ['the address says a word of every object', 'constructor', undefined, null, undefined, 'en'],
    ['this device remembers nonsense', undefined, 'xx', 'ar', 'fr', 'ar'],
    ['the browser says only what we do not have', undefined, undefined, null, 'de, nl;q=0.9', 'en'],
  ])('when %s', (_, asked, device, account, browser, language) => {
    expect(negotiate(asked, device, account, browser)).toBe(language);
  });
});

describe('what a browser asks for', () => {
  it.each<[header: string | undefined, language: Language | null]>([
    [undefined, null],
    ['', null],
    ['*', null],
    ['de', null],
    ['zh', 'zh'],
    ['zh-Hant', 'zh'],
    ['zh-Hant-TW', 'zh'],
    ['zh-CN,zh;q=0.9', 'zh'],
    ['pt-BR', 'pt'],
    ['PT-br', 'pt'],
    ['es-419,es;q=0.9,en;q=0.8', 'es'],
    ['ar-EG', 'ar'],
    ['de-DE, de;q=0.9, fr;q=0.5, en;q=0.4', 'fr'],
    ['en;q=0.4, fr;q=0.5', 'fr'],
    ['en;q=0.999, fr;q=1', 'fr'],
    ['en;q=0.5, fr;q=0.5', 'en'],
    ['en;q=0.5, fr', 'fr'],
    ['en;q=0, fr;q=0.1', 'fr'],
    ['en;q=0', null],
    ['en;q=0.000, ru;q=0.001', 'ru'],
    ['*;q=0.9, ru;q=0.1', 'ru'],
    ['ru ; q=0.2 , es ; q=0.3', 'es'],
    ['fr ;q=1', 'fr'],
    ['fr;q=1.0;level=2, ru;q=0.9', 'fr'],
    ['fr;q=1., ru;q=0.9', 'fr'],
    ['fr;Q=0.1, ru;q=0.2', 'ru'],
    ['fr;q=5, ru;q=0.9', 'ru'],
    ['fr;q=1.5, ru;q=0.9', 'ru'],
    ['fr;q=-1, ru;q=0.9', 'ru'],
    ['fr;q=much, ru;q=0.9', 'ru'],
    ['fr;q=, ru;q=0.9', 'ru'],
    ['fr;q=0.1234, ru;q=0.9', 'ru'],
    [',,;;, ru', 'ru'],
    ['frx, ru', 'ru'],
    ['french, ru', 'ru'],
    ['-fr, ru', 'ru'],
    ['constructor, __proto__;q=0.9', null],
    [`${'de,'.repeat(200)}ru`, null],
  ])('%.60s', (header, language) => {
    expect(fromBrowser(header)).toBe(language);
  });

  it.each(LANGUAGES)('every language can be asked for: %s', (language) => {
    expect(fromBrowser(`de, ${language}-XX;q=0.8, *;q=0.5`)).toBe(language);
  });
});

describe('a page comes in a language', () => {
  let world: World;
  beforeAll(async () => (world = await startWorld()));
  afterAll(() => world.stop());

  const languageOf = async (path: string, asked: Parameters<typeof knock>[2]) => {
    const { text, headers } = await knock(world, path, asked);
    const [, language, direction] = /<html lang="(\w+)" dir="(\w+)"/.exec(text)!;
    expect(headers['content-language']).toBe(language);
    return `${language} ${direction}`;
  };

  it('of the browser, of the account, of this device, of the address, one before the other', async () => {
    const headers = { 'accept-language': 'fr-FR' };
    const who = world.yusuf; // who reads Arabic
    expect(await languageOf('/verify', { headers })).toBe('fr ltr');
    expect(await languageOf('/verify', { headers, who })).toBe('ar rtl');
    expect(await languageOf('/verify', { headers, who, cookies: { language: 'pt' } })).toBe('pt ltr');
    expect(await languageOf('/verify?language=ru', { headers, who, cookies: { language: 'pt' } })).toBe('ru ltr');
  });

  it('that was chosen on this device is not written to the account', async () => {
    await knock(world, '/verify?language=es', { who: world.mei });
    expect(await languageOf('/verify', { who: world.mei })).toBe('zh ltr');
  });

  it('for a page that says no, too', async () => {
    expect(await languageOf('/nothing-here', { headers: { 'accept-language': 'ar' } })).toBe('ar rtl');
  });

  it('and says who somebody is without turning its words round or taking their name for markup', async () => {
    const names = { markup: '<b>Ada</b> & "Co"', arabic: 'نور (Beirut)' };
    const person = (name: string, email: string) => makePerson(world, { name, email, language: 'en' });
    const markup = await knock(world, '/learning', { who: await person(names.markup, 'ada@example.org') });
    expect(markup.text).toContain('Hello, &lt;b&gt;Ada&lt;/b&gt; &amp; &quot;Co&quot;');
    expect(markup.text).not.toContain('<b>Ada');
    const arabic = await knock(world, '/learning', { who: await person(names.arabic, 'noura@example.org') });
    expect(arabic.text).toContain(`Hello, \u2068${names.arabic}\u2069`);
    expect(arabic.text).toContain(`<bdi>${names.arabic}</bdi>`);
    const latin = await knock(world, '/learning?language=ar', { who: world.wanjiku });
    expect(latin.text).toContain(`\u2068${world.wanjiku.name}\u2069`);
  });
});
