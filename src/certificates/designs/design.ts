/** How a chapter's certificates look: its colours, its logo, and who signs. Every version is kept, because a certificate keeps the one it was issued with. */

export interface Colours {
  /** Of the frame, the rosette and the chapter's name. */
  ink: string;
  paper: string;
}

/** A picture as it was drawn anew; always PNG. */
export interface DesignPicture {
  id: string;
  bytes: Buffer;
}

export interface Signatory {
  name: string;
  /** What they are, in words. */
  role: string;
  /** Their signature, when the chapter has given one. */
  picture: DesignPicture | null;
}

export interface Design {
  /** Names it among all versions; `house` for the one of the house. */
  id: string;
  colours: Colours;
  logo: DesignPicture | null;
  /** At most three. */
  signatories: Signatory[];
}

export const MOST_SIGNATORIES = 3;

/** What chapters begin with. */
export const HOUSE_DESIGN: Design = { id: 'house', colours: { ink: '#2138b4', paper: '#fffdf9' }, logo: null, signatories: [] };
