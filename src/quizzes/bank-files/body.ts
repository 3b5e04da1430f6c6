/** A file of questions weighs more than other forms: what a form to its address may weigh. */
export const BANK_FILE_FORMS = {
  address: /^(\/chapters\/[^/]+)?\/questions\/import$/,
  /** A file, and the text of one that is looked at again. */
  bytes: 7_000_000,
  fields: 12,
  file: 'file',
  tooLong: 'formats.refusal.too-large',
};

/** The most of a text that a page carries along, to be changed there; in characters. */
export const LONGEST_CARRIED = 600_000;
