/** A design may bring a picture with it: what a form to its address may weigh. */
export const LARGEST_PICTURE = 1024 * 1024;

export const DESIGN_FORMS = {
  address: /^\/chapters\/[^/]+\/certificate-design$/,
  bytes: LARGEST_PICTURE + 128 * 1024,
  fields: 24,
  file: 'file',
  tooLong: 'designs.refusal.too-large',
};
