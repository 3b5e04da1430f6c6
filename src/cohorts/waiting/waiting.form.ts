/** Going out of a line, by the id of one's place in it. */
export class LeaveLineForm {
  leave = '';
}

/** One press of a lead's beside somebody in a line; each holds an id: let in, let in with one more place, take out. */
export class LineForm {
  admit = '';
  more = '';
  remove = '';
}
