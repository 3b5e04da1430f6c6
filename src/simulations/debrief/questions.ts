/** What a debrief asks in each of its four steps. */
import type { DebriefStep, ScenarioStructure } from '../../content/scenario';

/** What one takes away: the last question of the last step, the same in every scenario. */
export const COMMITMENT = 'commitment';

/** The scenario's own questions for a step, and at the end the commitment. */
export function questionKeys({ prompts }: Pick<ScenarioStructure, 'prompts'>, step: DebriefStep): string[] {
  const own = prompts.filter((prompt) => prompt.step === step).map(({ key }) => key);
  return step === 'application' ? [...own, COMMITMENT] : own;
}
