import type { Fields } from '../given';

/** The fields of a posted answer under the names by which questions know them. */
export function fieldsOf(form: { answer?: string[]; part?: Record<string, string>; up?: string; down?: string }): Fields {
  const parts = Object.entries(form.part ?? {}).map(([key, value]) => [`answer-${key}`, value]);
  return { answer: form.answer, up: form.up, down: form.down, ...Object.fromEntries(parts) };
}
