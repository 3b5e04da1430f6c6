import { newId } from '../../../kernel/identifier';
import { under } from '../draft';
import type { OwnScenario } from '../scenario-of-chapter.guard';
import { partPlace } from './place.view';
import type { Sent, Shown } from './shown';

/** views/simulations/writing-both.hbs: somebody else was quicker; what was typed and what is there now, side by side. */
export function writingBothPage(own: OwnScenario, action: string, shown: readonly Shown[], sent: Sent) {
  const list = (value: string | string[] | undefined) => (value === undefined ? [] : [value].flat());
  const rows = shown.map(({ name, value, label, words = {}, codes, of }) => {
    const said = (values: readonly string[]) =>
      values.filter(Boolean).map((one) => ({ text: under(words, one) ?? one, phrase: codes?.(one) ?? null }));
    return { label, of: of ?? null, mine: said(list(sent[name])), theirs: said(list(value)) };
  });
  const differs = ({ mine, theirs }: (typeof rows)[number]) => JSON.stringify(mine) !== JSON.stringify(theirs);
  const fields = Object.entries(sent).filter(([name]) => !['form', 'version'].includes(name));
  return {
    ...partPlace(own),
    formId: newId(),
    action,
    back: action,
    rows: rows.filter(differs),
    fields: fields.flatMap(([name, value]) => list(value).map((one) => ({ name, value: one }))),
  };
}
