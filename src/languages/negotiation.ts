import { isLanguage, type Language } from '../kernel/language';

/** Which language a page is in: what the address asks for, then what was chosen on this device, then the account, then the browser, then English. */
export function negotiate(asked: unknown, remembered: unknown, account: Language | null, acceptLanguage: string | undefined): Language {
  if (isLanguage(asked)) return asked;
  if (isLanguage(remembered)) return remembered;
  return account ?? fromBrowser(acceptLanguage) ?? 'en';
}

const WEIGHT = /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/;

/** The first language we have in an `Accept-Language` header, by its weights (RFC 9110, 12.4.2 and 12.5.4); what has a weight that is none is passed over. */
export function fromBrowser(header: string | undefined): Language | null {
  const wanted = (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((part, index) => {
      const [tag = '', ...parameters] = part
        .toLowerCase()
        .split(';')
        .map((word) => word.trim());
      const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1';
      return { language: tag.split('-')[0]!, weight: WEIGHT.test(weight) ? Number(weight) : 0, index };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.index - b.index);
  const hit = wanted.find(({ language }) => isLanguage(language));
  return (hit?.language as Language | undefined) ?? null;
}
