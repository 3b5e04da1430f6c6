/** What somebody signs in with, as coarsely as they would say it themselves: the family of the browser and the system. */
export interface Device {
  browser: string | null;
  system: string | null;
}

type Family = [name: string, sign: RegExp];

/** The first that fits: browsers name those that they descend from, too. */
const BROWSERS: Family[] = [
  ['Opera', /\bOPR\/|\bOpera\b/],
  ['Edge', /\bEdgA?(?:iOS)?\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['UC Browser', /\bUCBrowser\//],
  ['Yandex', /\bYaBrowser\//],
  ['Firefox', /\b(?:Firefox|FxiOS)\//],
  ['Chrome', /\b(?:(?:Headless)?Chrome|CriOS|Chromium)\//],
  ['Safari', /\bSafari\//],
];

const SYSTEMS: Family[] = [
  ['Android', /\bAndroid\b/],
  ['KaiOS', /\bKAIOS\b/i],
  ['iOS', /\b(?:iPhone|iPad|iPod)\b/],
  ['Windows', /\bWindows\b/],
  ['macOS', /\bMac OS X\b|\bMacintosh\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['Linux', /\bLinux\b/],
];

export function deviceOf(userAgent: string | undefined): Device {
  const told = (userAgent ?? '').slice(0, 500);
  const first = (families: Family[]) => families.find(([, sign]) => sign.test(told))?.[0] ?? null;
  return { browser: first(BROWSERS), system: first(SYSTEMS) };
}
