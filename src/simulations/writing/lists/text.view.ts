import { scenarioProse } from '../../../content/prose/scenario-prose';
import { renderMarkdown } from '../../../content/prose/markdown';
import { newId } from '../../../kernel/identifier';
import { isBlank, wordsIn } from '../../../kernel/text';
import { conflictPage } from '../../../web/errors/errors.view';
import type { FormError } from '../../../web/forms/form.pipe';
import { type OwnScenario, scenarioAddress } from '../scenario-of-chapter.guard';
import { placeOf } from './place';

const TEXT_NAMES = ['setting', 'reality'] as const;
export type TextName = (typeof TEXT_NAMES)[number];

const WORDS_A_MINUTE = 200;

export const isTextName = (text: string): text is TextName => TEXT_NAMES.some((name) => name === text);
export const textAddress = (own: OwnScenario, name: TextName): string => `${scenarioAddress(own)}/texts/${name}`;

/** views/simulations/writing-text.hbs: a long text as it is written, beside it as it will be read. `posted`: what was typed, and about which version. */
export function writingTextPage(own: OwnScenario, name: TextName, posted?: { text: string; version: string }, errors: FormError[] = []) {
  const { texts, structure, language } = own.scenario;
  const text = posted?.text ?? texts[name] ?? '';
  const { problems } = renderMarkdown(text, { idea: '' });
  const words = wordsIn(text, language);
  const place = placeOf(own);
  return {
    ...place,
    ...(posted && { version: posted.version }),
    formId: newId(),
    name,
    action: textAddress(own, name),
    text,
    empty: isBlank(text),
    prose: { html: scenarioProse(text) },
    words,
    minutes: Math.max(1, Math.ceil(words / WORDS_A_MINUTE)),
    /** nobody is sent to a heading of these texts, so none needs an id */
    problems: problems.filter(({ key }) => key !== 'content.problem.heading-without-id'),
    sources: { address: `${place.scenario.address}/sources`, count: structure.sources },
    errors: errors.length ? errors : null,
  };
}

/** views/errors/conflict.hbs: somebody else changed the same scenario first; both texts side by side. */
export function textConflict(own: OwnScenario, name: TextName, mine: string) {
  const address = textAddress(own, name);
  return conflictPage({
    title: 'scenario-parts.conflict',
    back: address,
    action: address,
    version: own.scenario.version,
    formId: newId(),
    fields: [{ name: 'text', label: `scenario-parts.text.${name}.title`, mine, theirs: own.scenario.texts[name] ?? '' }],
  });
}
