/** Reads a QR code (ISO/IEC 18004) of versions 1 to 6 at level M from its modules: enough to know what a camera would find. */

type Matrix = boolean[][];

const MASKS: ((row: number, column: number) => boolean)[] = [
  (r, c) => (r + c) % 2 === 0,
  (r) => r % 2 === 0,
  (_, c) => c % 3 === 0,
  (r, c) => (r + c) % 3 === 0,
  (r, c) => (Math.floor(r / 2) + Math.floor(c / 3)) % 2 === 0,
  (r, c) => ((r * c) % 2) + ((r * c) % 3) === 0,
  (r, c) => (((r * c) % 2) + ((r * c) % 3)) % 2 === 0,
  (r, c) => (((r + c) % 2) + ((r * c) % 3)) % 2 === 0,
];
/** Blocks of each version at level M, and how many of their codewords are data. */
const BLOCKS = [[1, 16], [1, 28], [1, 44], [2, 32], [2, 43], [4, 27]] as const; // prettier-ignore
const FORMAT_MASK = 0x5412;

export function readQr(modules: Matrix): { text: string; level: number; version: number } {
  const size = modules.length;
  const version = (size - 17) / 4;
  const format = formatOf(modules) ^ FORMAT_MASK;
  const mask = MASKS[(format >> 10) & 7]!;
  const bits = codewordBits(modules, version, mask);
  const [blocks, length] = BLOCKS[version - 1]!;
  const words = Array.from({ length: blocks * length }, (_, at) => parseInt(bits.slice(at * 8, at * 8 + 8).join(''), 2));
  const data = Array.from({ length: blocks }, (_, block) => words.filter((__, at) => at % blocks === block)).flat();
  const stream = data.map((word) => word.toString(2).padStart(8, '0')).join('');
  if (stream.slice(0, 4) !== '0100') throw new Error('not in bytes');
  const count = parseInt(stream.slice(4, 12), 2);
  const bytes = Array.from({ length: count }, (_, at) => parseInt(stream.slice(12 + at * 8, 20 + at * 8), 2));
  return { text: Buffer.from(bytes).toString('utf8'), level: (format >> 13) & 3, version };
}

function formatOf(modules: Matrix): number {
  const places = [0, 1, 2, 3, 4, 5, 7, 8].map((c) => [8, c] as const);
  const more = [7, 5, 4, 3, 2, 1, 0].map((r) => [r, 8] as const);
  return [...places, ...more].reduce((bits, [r, c]) => bits * 2 + Number(modules[r]![c]), 0);
}

function codewordBits(modules: Matrix, version: number, mask: (r: number, c: number) => boolean): number[] {
  const size = modules.length;
  const bits: number[] = [];
  let up = true;
  for (let right = size - 1; right > 0; right -= 2, up = !up) {
    if (right === 6) right--;
    for (let step = 0; step < size; step++) {
      const row = up ? size - 1 - step : step;
      for (const column of [right, right - 1]) {
        if (!isPattern(row, column, size, version)) bits.push(Number(modules[row]![column] !== mask(row, column)));
      }
    }
  }
  return bits;
}

function isPattern(row: number, column: number, size: number, version: number): boolean {
  if (row === 6 || column === 6) return true;
  if ((row < 9 && column < 9) || (row < 9 && column >= size - 8) || (row >= size - 8 && column < 9)) return true;
  const middle = size - 7;
  return version > 1 && Math.abs(row - middle) < 3 && Math.abs(column - middle) < 3;
}
