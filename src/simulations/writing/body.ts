/** The role-play whose files are read in. */
export const SCENARIO_FILES = {
  address: /^\/chapters\/[^/]+\/scenarios\/[^/]+\/folder$/,
  bytes: 1_200_000,
  fields: 12,
  file: 'file',
  tooLong: 'scenarios.refusal.too-large',
};

/** Forms of a role-play that hold a long text, or many short ones. */
export const SCENARIO_FORMS = {
  address: /^\/chapters\/[^/]+\/scenarios\/[^/]+\/(basics|(texts|objections)\/[^/]+|roles\/[^/]+\/script)$/,
  bytes: 1024 * 1024,
  fields: 1000,
  tooLong: 'scenario-parts.refusal.too-long',
};
