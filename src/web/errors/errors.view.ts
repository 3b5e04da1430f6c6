import type { Values } from '../../languages/phrases';

/**
 * The only form on these pages is the one for signing out, which may be sent any number of times. One id for all of them keeps the page
 * about what is hidden from somebody the same, byte for byte, as the page about what is not there.
 */
const SIGNING_OUT = '00000000-0000-7000-8000-000000000000';

/** What forms carry that nobody typed. */
const OF_THE_FORM = new Set(['go', 'sequence', 'turn', 'version']);

/** views/errors/outcome.hbs: one calm page for whatever ended a request early. `key` names the phrases `<key>.title` and `<key>.text`. */
export function outcomePage(
  key: string,
  details: Values = {},
  more: { typed?: { name: string; value: string }[]; number?: string; link?: string } = {},
) {
  return {
    formId: SIGNING_OUT,
    key,
    details,
    typed: (more.typed ?? []).filter(({ name }) => !OF_THE_FORM.has(name)).map(({ value }, index) => ({ value, number: index + 1 })),
    number: more.number ?? null,
    link: more.link ?? null,
  };
}

/** views/errors/conflict.hbs: somebody else saved first; both texts side by side, and what to do. `said`: the values in words, where they are codes. */
export function conflictPage(conflict: {
  title: string;
  back: string;
  action: string;
  version: number;
  formId: string;
  fields: { name: string; label: string; mine: string; theirs: string; said?: { mine: string; theirs: string } }[];
}) {
  return { ...conflict, fields: conflict.fields.map((field) => ({ ...field, differs: field.mine !== field.theirs })) };
}
