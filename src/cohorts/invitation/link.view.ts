import { newId } from '../../kernel/identifier';
import type { Language } from '../../kernel/language';
import { formatDay } from '../../languages/formats';
import { conflictPage } from '../../web/errors/errors.view';
import type { FormError } from '../../web/forms/form.pipe';
import type { OwnCohort } from '../cohort-team.guard';
import type { OpenLink } from './invitations.service';
import type { TermsForm } from './link.form';

interface Ways {
  link: OpenLink;
  /** Whether people may ask to join. */
  asking: boolean;
}

/** views/cohorts/link.hbs */
export function linkPage({ cohort, chapter }: OwnCohort, { link, asking }: Ways, given: TermsForm | null, errors: FormError[]) {
  const address = `/cohorts/${cohort.id}`;
  const values = given ?? typed(link);
  return {
    formId: newId(),
    renewFormId: newId(),
    closeFormId: newId(),
    askFormId: newId(),
    cohort: { name: cohort.name, address },
    chapter: { name: chapter.name, address: `/chapters/${chapter.slug}` },
    link: linkSaid(link),
    version: given?.version ?? String(link.version),
    lastsUntil: values.lastsUntil,
    most: values.most,
    asking,
    /** Strangers find the cohort on this page, unless the chapter hides it. */
    publicAddress: chapter.shown ? `/welcome/${chapter.slug}` : null,
    errors: errors.length ? errors : null,
  };
}

/** An open link in words; printed by views/cohorts/_link-state.hbs. */
export function linkSaid({ address, state, until, came, most }: OpenLink) {
  return { address, state, until, came, most };
}

/** views/errors/conflict.hbs */
export function linkConflict({ cohort }: OwnCohort, mine: TermsForm, link: OpenLink, language: Language) {
  const theirs = typed(link);
  const day = (value: string) => (value === '' ? '' : formatDay(value, 'date', language));
  const same = (value: string) => value;
  const field = (name: 'lastsUntil' | 'most', label: string, say: (value: string) => string) => {
    return { name, label, mine: mine[name], theirs: theirs[name], said: { mine: say(mine[name]), theirs: say(theirs[name]) } };
  };
  return conflictPage({
    title: 'ways.conflict',
    back: `/cohorts/${cohort.id}/link`,
    action: `/cohorts/${cohort.id}/link`,
    version: link.version,
    formId: newId(),
    fields: [field('lastsUntil', 'ways.field.until', day), field('most', 'ways.field.most', same)],
  });
}

/** The terms as their form shows them. */
function typed({ lastsUntil, most }: OpenLink): Pick<TermsForm, 'lastsUntil' | 'most'> {
  return { lastsUntil: lastsUntil ?? '', most: most === null ? '' : String(most) };
}
