/** What of the board is taken out; read as the board's own address is. */
export class ExportForm {
  show = '';
  sort = '';
  find = '';
}
