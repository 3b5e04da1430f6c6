/** Lists of people are longer than other forms: what a form to their addresses may weigh, and how many fields it may have. */
export const ROSTER_FORMS = {
  address: /^\/cohorts\/[^/]+\/roster\/imports(\/[^/]+)?$/,
  /** 256 kB of any script, with each of its bytes written as three signs, and what stands around. */
  bytes: 1024 * 1024,
  /** A name, an address and a tick for each of 500 rows. */
  fields: 1_600,
  file: 'file',
  tooLong: 'roster.refusal.too-long',
};
