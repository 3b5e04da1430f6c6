import { isLanguage, type Language } from '../kernel/language';

/** Which language a page is in: what the address asks for, then what was chosen on this device, then the account, then the browser, then English. */
export function negotiate(asked: unknown, remembered: unknown, account: Language | null, acceptLanguage: string | undefined): Language {
  if (isLanguage(asked)) return asked;
  if (isLanguage(remembered)) return remembered;
  return account ?? fromBrowser(acceptLanguage) ?? 'en';
}

/** The first language we have in an `Accept-Language` header, by its weights (RFC 9110, 12.5.4). */
export function fromBrowser(header: string | undefined): Language | null {
  const wanted = (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((part, index) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const weight = parameters.map((parameter) => /^\s*q=(\d(?:\.\d{1,3})?)$/.exec(parameter)?.[1]).find(Boolean);
      return { language: tag.split('-')[0]!, weight: weight === undefined ? 1 : Number(weight), index };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.index - b.index);
  const hit = wanted.find(({ language }) => isLanguage(language));
  return (hit?.language as Language | undefined) ?? null;
}
