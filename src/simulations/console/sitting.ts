/** Somebody's place at a table, with their name: known to the table's team and to nobody else. */
export interface Sitting {
  place: string;
  /** the seat; '' for somebody who looks on */
  role: string;
  name: string;
}
