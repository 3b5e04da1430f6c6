import { Matches } from 'class-validator';

const LOUD = /^[0-3]$/;
const HOW_LOUD = { message: 'together.error.hum' };

/** How loud a seat hums for each side: 0 not at all, 3 as loud as it can. */
export class HumForm {
  @Matches(LOUD, HOW_LOUD)
  yes = '';

  @Matches(LOUD, HOW_LOUD)
  no = '';
}
