/** There is no such thing, or none that this person may know of: both are the same page. */
export class NotFound extends Error {
  constructor() {
    super('not found');
  }
}
