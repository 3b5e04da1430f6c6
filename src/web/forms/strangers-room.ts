/** What forms of people who are not signed in may hold of the memory, all together: whoever is nobody yet may not fill it. */

export const STRANGERS_ROOM = 40 * 1024 * 1024;
let held = 0;

/** The part of it that one form takes. */
export class RoomForOne {
  private own = 0;

  /** Takes more of it; false when there is no more, and then what it had is given back. */
  takes(bytes: number): boolean {
    const fits = held + bytes <= STRANGERS_ROOM;
    if (!fits) this.leave();
    else {
      held += bytes;
      this.own += bytes;
    }
    return fits;
  }

  leave(): void {
    held -= this.own;
    this.own = 0;
  }
}
