import type { Fields } from '../questions/given';
import type { QuestionType } from '../questions/question';

interface Posted {
  answer?: string[];
  part?: Record<string, string>;
  up?: string;
  down?: string;
}

/** The fields of a posted answer under the names by which questions know them. */
export function fieldsOf(form: Posted): Fields {
  const parts = Object.entries(form.part ?? {}).map(([key, value]) => [`answer-${key}`, value]);
  return { answer: form.answer, up: form.up, down: form.down, ...Object.fromEntries(parts) };
}

const OF_TYPE: Record<QuestionType, readonly (keyof Posted)[]> = {
  single: ['answer'],
  multiple: ['answer'],
  ordering: ['answer', 'up', 'down'],
  'true-false': ['answer'],
  'short-text': ['answer'],
  number: ['answer'],
  essay: ['answer'],
  description: [],
  matching: ['part'],
  'gap-text': ['part'],
};

/** A field in a posted answer that a question of this type does not ask for; null when there is none. */
export function foreignField(type: QuestionType, form: Posted): string | null {
  const posted = (['answer', 'part', 'up', 'down'] as const).filter((name) => form[name] !== undefined);
  return posted.find((name) => !OF_TYPE[type].includes(name)) ?? null;
}
