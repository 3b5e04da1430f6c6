/** Pages of a long list, as an address asks for them. */

/** The page an address asks for, from 1 to `count`; the first when it asks for none, null when there is no such page. */
export function pageNumber(asked: unknown, count: number): number | null {
  if (asked === undefined) return 1;
  if (typeof asked !== 'string' || !/^[1-9]\d{0,8}$/.test(asked)) return null;
  const page = Number(asked);
  return page <= count ? page : null;
}
