/** What the guided debrief asks, in the order of its four steps. */
import { DEBRIEF_STEPS } from '../../../content/scenario';
import { freshKey } from '../draft';
import { changed, listOf, NOTHING_TYPED, type PartKind, Reading, told } from './part';

const own = listOf('prompts');

export const QUESTIONS: PartKind = {
  ...own,
  name: 'questions',
  fields: ['step'],
  most: 30,
  longest: 1000,
  wordsAt: (key) => `prompts.${key}`,
  begun: (structure) => {
    const key = freshKey('question', own.keys(structure));
    const lacking = DEBRIEF_STEPS.find((step) => !structure.prompts.some((prompt) => prompt.step === step));
    const step = lacking ?? structure.prompts.at(-1)!.step;
    return { key, structure: { ...structure, prompts: [...structure.prompts, { key, step }] } };
  },
  rank: ({ prompts }, key) => DEBRIEF_STEPS.indexOf(prompts.find((prompt) => prompt.key === key)!.step),
  facts: ({ structure }, key) => {
    const { step } = structure.prompts.find((prompt) => prompt.key === key)!;
    return [told(`simulations.debrief.step.${step}`)];
  },
  typed: ({ structure, texts }, key) => {
    const { step } = structure.prompts.find((prompt) => prompt.key === key)!;
    return { ...NOTHING_TYPED, words: texts[`prompts.${key}`] ?? '', step };
  },
  read: ({ structure, texts }, key, typed) => {
    const reading = new Reading();
    const step = reading.oneOf('step', typed.step, DEBRIEF_STEPS);
    return {
      structure: { ...structure, prompts: changed(structure.prompts, key, (prompt) => ({ ...prompt, step })) },
      texts,
      wrong: reading.wrong,
    };
  },
};
