/** A question with many options and feedback is longer than other forms: what a form to its addresses may weigh, and how many fields it may have. */
export const BANK_FORMS = {
  address: /^(\/chapters\/[^/]+)?\/questions\/(?!(changes|copies)$)[^/]+(\/words\/[^/]+)?$/,
  bytes: 1024 * 1024,
  fields: 700,
  tooLong: 'bank.refusal.too-long',
};
