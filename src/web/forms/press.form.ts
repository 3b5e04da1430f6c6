/** A button without more to say: nothing to fill in. */
export class PressForm {}
