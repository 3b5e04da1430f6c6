import { newId } from '../../kernel/identifier';
import { SHORTEST } from '../../people/password/password-rules';
import type { FormError, Submitted } from '../../web/forms/form.pipe';
import type { Viewer } from '../../web/requests/viewer';
import type { ArrivalForm } from '../arrivals/arrival.form';
import type { Chapter } from '../chapter.entity';
import type { Member } from '../chapters.service';
import { TEAM } from '../roles';
import { type Appointment, LINK_DAYS } from './appointments.service';

/** views/chapters/people.hbs */
export function peoplePage(chapter: Chapter, members: Member[], errors: FormError[] = []) {
  return {
    formId: newId(),
    chapter: { name: chapter.name, address: `/chapters/${chapter.slug}` },
    people: members.map(({ person, roles }) => ({
      name: person.name,
      email: person.email,
      address: `/chapters/${chapter.slug}/people/${person.id}/dismissal`,
      roles: TEAM.filter((role) => roles.includes(role)).map((role) => ({ role, formId: newId() })),
    })),
    days: LINK_DAYS,
    action: `/chapters/${chapter.slug}/invitations`,
    roles: TEAM.map((role) => ({ value: role, chosen: role === 'trainer' })),
    errors: errors.length ? errors : null,
  };
}

/** views/chapters/invited.hbs: the one time the link can be seen. */
export function invitedPage(chapter: Chapter, role: string, link: string) {
  return { chapter: { name: chapter.name, address: `/chapters/${chapter.slug}` }, role, link, days: LINK_DAYS };
}

/** views/chapters/appointment.hbs */
export function appointmentPage(
  token: string,
  { chapter, role }: Appointment,
  viewer: Viewer | null,
  form: Submitted<ArrivalForm> | null = null,
  errors: FormError[] = [],
) {
  const address = `/appointments/${token}`;
  return {
    formId: newId(),
    chapter: chapter.name,
    role,
    viewer: viewer?.name ?? null,
    action: viewer ? `${address}/acceptance` : address,
    signIn: `/sign-in?next=${encodeURIComponent(address)}`,
    name: form?.values.name ?? '',
    email: form?.values.email ?? '',
    shortest: SHORTEST,
    errors: errors.length ? errors : null,
  };
}
