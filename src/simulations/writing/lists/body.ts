/** A long text, and an objection with all its answers, are longer than other forms: what a form to their addresses may weigh. */
export const SCENARIO_FORMS = {
  address: /^\/chapters\/[^/]+\/scenarios\/[^/]+\/(texts|objections)\/[^/]+$/,
  bytes: 1024 * 1024,
  fields: 200,
  tooLong: 'scenario-parts.refusal.too-long',
};
