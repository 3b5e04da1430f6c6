import { newId } from '../../kernel/identifier';

interface Named {
  id: string;
  name: string;
}

/** views/cohorts/calendar.hbs: the private address of somebody's calendar; of one cohort, or of all they study. */
export function calendarPage(address: string, cohorts: Named[], cohort: Named | null) {
  const of = ({ id, name }: Named) => ({ name, address: `${address}/cohorts/${id}` });
  return {
    formId: newId(),
    back: cohort ? { name: cohort.name, address: `/cohorts/${cohort.id}` } : null,
    link: cohort ? of(cohort).address : address,
    cohorts: cohorts.length > 1 ? cohorts.map(of) : [],
  };
}
