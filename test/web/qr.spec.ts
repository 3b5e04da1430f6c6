import qrcode from 'qrcode-generator';
import { qr } from '../../src/web/pictures/qr';

const ADDRESS = 'https://learn.example.org/verify/7Q4M-K2XW-9TRD-5HCN';

/** The dark squares of a drawn code, as rows of # and . */
function squares(svg: string): string[] {
  const size = Number(/viewBox="-3 -3 (\d+) /.exec(svg)![1]) - 6;
  const grid = Array.from({ length: size }, () => Array<string>(size).fill('.'));
  for (const [, x, y, width, back] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1H(\d+)z/g)) {
    expect(back).toBe(x);
    grid[Number(y)]!.fill('#', Number(x), Number(x) + Number(width));
  }
  return grid.map((row) => row.join(''));
}

describe('a QR code', () => {
  it('has exactly the dark squares of its address', () => {
    const code = qrcode(0, 'M');
    code.addData(ADDRESS);
    code.make();
    const size = code.getModuleCount();
    const expected = Array.from({ length: size }, (_, row) =>
      Array.from({ length: size }, (_, column) => (code.isDark(row, column) ? '#' : '.')).join(''),
    );
    expect(squares(qr(ADDRESS))).toEqual(expected);
  });

  it('has the three corners by which it is found, and a quiet zone round it', () => {
    const rows = squares(qr(ADDRESS));
    expect([rows[0]!.slice(0, 8), rows[0]!.slice(-8), rows.at(-1)!.slice(0, 8)]).toEqual(['#######.', '.#######', '#######.']);
    expect(qr(ADDRESS)).toContain(`viewBox="-3 -3 ${rows.length + 6} ${rows.length + 6}"`);
  });
});
