import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { directionOf, isLanguage, type Language, LANGUAGE_NAMES } from '../../kernel/language';
import { negotiate } from '../../languages/negotiation';
import type { Phrases } from '../../languages/phrases';
import { sessionSaved, takeFlash } from '../sessions/flash';
import type { Page } from '../views/page';

const YEAR_MS = 365 * 86_400_000;
const THEMES = ['light', 'dark', 'device'];

/** Decides language and theme of the page to come, and remembers on this device what the address asked for. */
export function pageWords(phrases: Phrases, secure: boolean, demo: boolean, pseudo: boolean): RequestHandler {
  const remember = (response: Response, name: string, value: string) =>
    response.cookie(name, value, { maxAge: YEAR_MS, httpOnly: true, sameSite: 'lax', secure, path: '/' });
  return (request: Request, response: Response, next: NextFunction) => {
    const { language: asked, theme: askedTheme } = request.query;
    const language = negotiate(asked, cookie(request, 'language'), request.user?.language ?? null, request.get('accept-language'));
    if (isLanguage(asked)) remember(response, 'language', asked);
    const theme = THEMES.includes(String(askedTheme)) ? String(askedTheme) : cookie(request, 'theme');
    if (askedTheme === theme && theme) remember(response, 'theme', theme);
    const strange = pseudo && asked === 'xx';
    const flash = takeFlash(request);
    const say = strange ? phrases.in('en', pseudoPhrase) : phrases.in(language);
    response.locals['page'] = pageOf(request, language, theme, { say, demo, flash });
    response.setHeader('content-language', language);
    response.setHeader('cache-control', 'no-store');
    if (flash) sessionSaved(request).then(() => next(), next);
    else next();
  };
}

/** Marks a phrase, and makes it longer, so that text which is none stands out on a page. */
export const pseudoPhrase = (text: string): string => `⟦${text}${'~'.repeat(Math.ceil(text.length * 0.3))}⟧`;

function pageOf(
  { path, user }: Request,
  language: Language,
  theme: string | undefined,
  { say, demo, flash }: Pick<Page, 'say' | 'demo'> & { flash: string | null },
): Page {
  return {
    language,
    direction: directionOf(language),
    zone: user?.zone ?? 'UTC',
    theme: theme === 'light' || theme === 'dark' ? theme : null,
    path,
    viewer: user ? { name: user.name, initials: user.initials } : null,
    navigation: [],
    place: null,
    // Only pages that are printed need these; an answer that is saved does not.
    get languages() {
      return languagesFor(language);
    },
    get themes() {
      return THEMES.map((key) => ({ label: say(`web.theme.${key}`), address: `?theme=${key}`, current: key === (theme ?? 'device') }));
    },
    flash: flash ? { text: say(flash), tone: 'ok' } : null,
    demo,
    say,
  };
}

function languagesFor(language: Language): Page['languages'] {
  return Object.entries(LANGUAGE_NAMES).map(([code, name]) => ({
    code: code as Language,
    name,
    direction: directionOf(code),
    address: `?language=${code}`,
    current: code === language,
  }));
}

const COOKIES = { language: /(?:^|;\s*)language=([a-z]{2,6})(?:;|$)/, theme: /(?:^|;\s*)theme=([a-z]{2,6})(?:;|$)/ };

function cookie(request: Request, name: keyof typeof COOKIES): string | undefined {
  return COOKIES[name].exec(request.headers.cookie ?? '')?.[1];
}
