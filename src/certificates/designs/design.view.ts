import type { Chapter } from '../../chapters/chapter.entity';
import { newId } from '../../kernel/identifier';
import type { Say } from '../../languages/phrases';
import { conflictPage } from '../../web/errors/errors.view';
import type { FormError } from '../../web/forms/form.pipe';
import type { CertificateDesign } from './certificate-design.entity';
import { type Fields, fieldsOf, NUMBERS } from './design-fields';
import { PLACES } from './design.form';

/** views/certificates/design.hbs */
export function designPage(chapter: Chapter, fields: Fields, version: number, errors: FormError[] = [], place = '') {
  const address = `/chapters/${chapter.slug}/certificate-design`;
  const pictureAt = (id: string) => (id ? `${address}/pictures/${id}.png` : null);
  const shown = pick(fields);
  return {
    formId: newId(),
    chapter: { name: chapter.name, address: `/chapters/${chapter.slug}` },
    action: address,
    version: String(version),
    ink: fields.ink,
    paper: fields.paper,
    logo: { id: fields.logo, address: pictureAt(fields.logo) },
    signatories: NUMBERS.map((number) => ({
      number,
      name: fields[`name${number}`],
      role: fields[`role${number}`],
      signature: { id: fields[`signature${number}`], address: pictureAt(fields[`signature${number}`]) },
    })),
    places: PLACES.map((one) => ({
      value: one,
      label: `designs.place.${one === 'logo' ? 'logo' : 'signature'}`,
      number: Number(one) || 0,
      selected: one === place,
    })),
    preview: `${address}/preview.webp?${new URLSearchParams(shown).toString()}`,
    errors: errors.length ? errors : null,
  };
}

/** views/errors/conflict.hbs: two leads changed the same design; the one who was second decides. */
export function designConflict(chapter: Chapter, mine: Fields, latest: CertificateDesign, say: Say) {
  const address = `/chapters/${chapter.slug}/certificate-design`;
  const theirs = fieldsOf(latest);
  const said = (value: string) => say(value ? 'designs.picture.some' : 'designs.picture.none');
  const field = (name: keyof Fields) => {
    const label = `designs.field.${name.replace(/\d$/, '')}`;
    const pictures = name === 'logo' || name.startsWith('signature');
    const values = { name, label, of: /\d$/.exec(name)?.[0] ?? null, mine: mine[name], theirs: theirs[name] };
    return pictures ? { ...values, said: { mine: said(mine[name]), theirs: said(theirs[name]) } } : values;
  };
  return conflictPage({
    title: 'designs.conflict',
    back: address,
    action: address,
    version: latest.number,
    formId: newId(),
    fields: (Object.keys(theirs) as (keyof Fields)[]).map(field),
  });
}

/** The fields that are drawn, and nothing else of a form. */
function pick(fields: Fields): Record<string, string> {
  const names = Object.keys(fieldsOf({ ink: '', paper: '', logoId: null, signatories: [] })) as (keyof Fields)[];
  return Object.fromEntries(names.map((name) => [name, fields[name]]));
}
