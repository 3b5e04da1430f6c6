import type { Values } from '../../languages/phrases';
import type { Way } from './outcomes';

/**
 * The only form on these pages is the one for signing out, which may be sent any number of times. One id for all of them keeps the page
 * about what is hidden from somebody the same, byte for byte, as the page about what is not there.
 */
const SIGNING_OUT = '00000000-0000-7000-8000-000000000000';

/** What forms carry that nobody typed. */
const OF_THE_FORM = new Set(['do', 'down', 'go', 'next', 'sequence', 'turn', 'up', 'verdict', 'version']);

/** The place of an option in a list, which says nothing to whoever chose it by its words. */
const isPlace = ({ name, value }: { name: string; value: string }) => /^(answer|part\..+)$/.test(name) && /^\d{1,3}$/.test(value);
const isLevel = ({ name }: { name: string }) => name.startsWith('levels.');

/** views/errors/outcome.hbs: one calm page for whatever ended a request early. */
export function outcomePage(
  phrases: { title: string; text: string },
  details: Values = {},
  more: { typed?: { name: string; value: string }[]; number?: string; link?: string; way?: Way } = {},
) {
  return {
    formId: SIGNING_OUT,
    phrases,
    details,
    typed: (more.typed ?? [])
      .filter((one) => !OF_THE_FORM.has(one.name) && !isPlace(one) && !isLevel(one))
      .map(({ value }, index) => ({ value, number: index + 1 })),
    number: more.number ?? null,
    link: more.link ?? null,
    way: more.way ?? null,
  };
}

/** views/errors/conflict.hbs: somebody else saved first; both texts side by side, and what to do. `said`: the values in words, where they are codes. */
export function conflictPage(conflict: {
  title: string;
  back: string;
  action: string;
  version: number;
  formId: string;
  fields: { name: string; label: string; of?: string | null; mine: string; theirs: string; said?: { mine: string; theirs: string } }[];
}) {
  return { ...conflict, fields: conflict.fields.map((field) => ({ ...field, differs: field.mine !== field.theirs })) };
}
