import { pageNumber } from '../../../src/oversight/board/paging';

describe('the page an address asks for', () => {
  it.each<[unknown, number, number | null]>([
    [undefined, 3, 1],
    ['1', 3, 1],
    ['3', 3, 3],
    ['4', 3, null],
    ['0', 3, null],
    ['-1', 3, null],
    ['01', 3, null],
    ['1.5', 3, null],
    ['1e1', 30, null],
    ['abc', 3, null],
    ['', 3, null],
    ['٢', 3, null],
    ['99999999999999999999', 3, null],
    [['1', '2'], 3, null],
  ])('%j of %d is %s', (asked, count, page) => {
    expect(pageNumber(asked, count)).toBe(page);
  });
});
