/** The folder of a role-play as a file: what a form to its address may weigh. */
export const SCENARIO_FORMS = {
  address: /^\/chapters\/[^/]+\/scenarios\/[^/]+\/folder$/,
  bytes: 1_200_000,
  fields: 12,
  file: 'file',
  tooLong: 'scenarios.refusal.too-large',
};
