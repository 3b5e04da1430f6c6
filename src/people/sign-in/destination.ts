/** Where to go after signing in: a place inside this site, or null. Whatever could lead elsewhere is ignored. */
export function insideAddress(next: string | null | undefined): string | null {
  if (!next || !/^\/(?![/\\])[\x21-\x7e]*$/.test(next) || next.includes('\\')) return null;
  const resolved = URL.canParse(next, 'http://here.invalid') ? new URL(next, 'http://here.invalid') : null;
  if (!resolved || resolved.host !== 'here.invalid' || resolved.pathname.startsWith('//')) return null;
  return ['/sign-in', '/sign-out'].includes(resolved.pathname) ? null : `${resolved.pathname}${resolved.search}`;
}

/** Fields of an interrupted form, carried through signing in. Passwords and anything that is not plain text are left behind. */
export function keptFields(json: string | null | undefined): { name: string; value: string }[] {
  let fields: unknown;
  try {
    fields = JSON.parse(json ?? '[]');
  } catch {
    return [];
  }
  if (!Array.isArray(fields)) return [];
  return fields
    .slice(0, 200)
    .filter((pair): pair is [string, string] => Array.isArray(pair) && pair.length === 2 && pair.every((one) => typeof one === 'string'))
    .filter(([name]) => /^[\w.-]{1,80}$/.test(name) && !/password/i.test(name))
    .map(([name, value]) => ({ name, value }));
}

/** The words of an interrupted form, for a page that gives them back. */
export function keptWords(json: string | null | undefined): string[] {
  return keptFields(json)
    .filter(({ name, value }) => name !== 'form' && name !== 'version' && value !== '')
    .map(({ value }) => value);
}

/** The opposite: what was posted, as JSON for a hidden field. */
export function keepFields(body: unknown): string {
  const pairs = Object.entries((body ?? {}) as Record<string, unknown>).flatMap(([name, value]) =>
    [value]
      .flat()
      .filter((one): one is string => typeof one === 'string')
      .map((one) => [name, one]),
  );
  return JSON.stringify(pairs.filter(([name]) => !/password/i.test(name!)));
}
