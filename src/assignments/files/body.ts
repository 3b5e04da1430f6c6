/** A work may bring a file with it: what a form to its address may weigh. */
export const LARGEST_FILE = 10 * 1024 * 1024;

export const WORK_FORMS = {
  address: /^\/assignments\/[^/]+\/[^/]+\/[^/]+$/,
  /** The file, and a text of any script in which each byte is written as three signs. */
  bytes: LARGEST_FILE + 512 * 1024,
  fields: 10,
  file: 'file',
  tooLong: 'assignments.refusal.too-large',
};

/** How much all files of one person, and of one chapter, may weigh together. */
export const MOST_OF_PERSON = 100 * 1024 * 1024;
export const MOST_OF_CHAPTER = 2 * 1024 * 1024 * 1024;
