/** An address as a QR code (ISO/IEC 18004), level M: one path in a square with three modules of quiet zone. Decoration: the address stands beside it in words. */
import qrcode from 'qrcode-generator';

export function qr(address: string): string {
  const code = qrcode(0, 'M');
  code.addData(address);
  code.make();
  const size = code.getModuleCount();
  const rows = Array.from({ length: size }, (_, row) => darkRuns(size, (column) => code.isDark(row, column), row)).join('');
  return `<svg class="qr" viewBox="-3 -3 ${size + 6} ${size + 6}" width="96" height="96" aria-hidden="true"><path d="${rows}"/></svg>`;
}

/** The dark stretches of one row as rectangles one module high. */
function darkRuns(size: number, dark: (column: number) => boolean, row: number): string {
  let path = '';
  for (let start = 0; start < size; start++) {
    if (!dark(start)) continue;
    let end = start;
    while (end < size && dark(end)) end++;
    path += `M${start} ${row}h${end - start}v1H${start}z`;
    start = end;
  }
  return path;
}
