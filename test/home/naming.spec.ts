import { names, withoutNames } from '../../src/home/privacy/naming';
import type { TestApp } from '../support/app';
import { startApp } from '../support/app';

describe('an address in a line that was pasted', () => {
  let world: TestApp;
  beforeAll(async () => (world = await startApp()));
  afterAll(() => world.stop());

  it.each<[string, string, boolean]>([
    ['Ann, ann@example.org', 'ann@example.org', true],
    ['Ann <ANN@example.org>', 'ann@example.org', true],
    ['ann@example.org', 'Ann@Example.org', true],
    ['Ann\tann@example.org\tor so', 'ann@example.org', true],
    ['joann@example.org', 'ann@example.org', false],
    ['ann@example.org.uk', 'ann@example.org', false],
    ['annXb@example.org', 'ann_b@example.org', false],
    ['a%b@example.org', 'a%b@example.org', true],
    ['a!b@example.org', 'a!b@example.org', true],
    ['', 'ann@example.org', false],
  ])('%j, %s: %s', async (line, address, expected) => {
    const [row] = await world.database.rows<{ found: number }>(
      `SELECT CASE WHEN ${names('l."line"', 'l."address"')} THEN 1 ELSE 0 END AS "found" FROM (SELECT CAST(? AS TEXT) AS "line", CAST(? AS TEXT) AS "address") l`,
      [line, address],
    );
    expect(row!.found).toBe(expected ? 1 : 0);
  });
});

describe('a name in a letter that waits', () => {
  it.each([
    ['Of Li Na and Li Nana.', ['Li Na'], 'Of … and Li Nana.'],
    ['Link: https://x/li-na', ['Li'], 'Link: https://x/li-na'],
    ['ann@example.org, joann@example.org', ['ann@example.org'], '…, joann@example.org'],
    ['昨天陈美完成了。', ['陈美'], '昨天…完成了。'],
    ['J. (O*Neil) said', ['J. (O*Neil)'], '… said'],
    ['nobody', [''], 'nobody'],
  ])('%s', (text, given, expected) => expect(withoutNames(text, given)).toBe(expected));
});
