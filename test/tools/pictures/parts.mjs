/** The forms of a role-play that a chapter writes: its clauses, its roles and a script. */
export async function parts(hands, seen, sent) {
  const { scenario, clause, slot, role, goal, rule } = await somethingInEach(hands);
  return [
    seen('tomas', 'clauses', `${scenario}/clauses`),
    seen('tomas', 'clause', clause),
    sent('tomas', 'clause, wrong', clause, { title: '', kind: 'operative', text: '', key: 'Not a key', version: '1' }),
    seen('tomas', 'clause, to be removed', `${clause}/removal`),
    seen('tomas', 'open point', slot),
    seen('tomas', 'new open point', `${clause}/slots/new`),
    seen('tomas', 'roles', `${scenario}/roles`),
    seen('tomas', 'role', role),
    seen('tomas', 'role, to be removed', `${role}/removal`),
    seen('tomas', 'goal', goal),
    seen('tomas', 'new goal', `${role}/goals/new?measure=slot`),
    seen('tomas', 'script', `${role}/script`),
    seen('tomas', 'rule', rule),
    seen('tomas', 'new rule', `${role}/rules/new?action=package`),
  ];
}

/** The first role-play of the chapter with something in every part. */
async function somethingInEach(hands) {
  const first = async (page, form) => (await hands.links('tomas', page, form))[0];
  const faults = [];
  for (const scenario of await hands.links('tomas', '/chapters/kenya/scenarios', /\/scenarios\/s-[0-9a-f]{12}$/)) {
    try {
      const clause = await first(`${scenario}/clauses`, /\/clauses\/[^/]+$/);
      const slot = await first(clause, /\/slots\/(?!new$)[^/]+$/);
      const role = await first(`${scenario}/roles`, /\/roles\/[^/]+$/);
      const goal = await first(role, /\/goals\/[^/]+$/);
      const rule = await first(`${role}/script`, /\/rules\/[^/]+$/);
      return { scenario, clause, slot, role, goal, rule };
    } catch (error) {
      faults.push(error.message);
    }
  }
  throw new Error(`No role-play of the demo has something in every part:\n${faults.join('\n')}`);
}
