/** What time it is. Asked once per request, when its headers have arrived; nothing below a controller asks. */
export abstract class Clock {
  abstract now(): Date;
}

export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}
