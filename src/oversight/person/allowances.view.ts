import { spoken } from '../../content/translation';
import { dueModules } from '../../cohorts/allowances/extension';
import { ALL } from '../../cohorts/timetable/deadlines';
import { newId } from '../../kernel/identifier';
import { formatDay } from '../../languages/formats';
import type { ProgrammeOutline } from '../../modules/outlines.service';
import { conflictPage } from '../../web/errors/errors.view';
import type { Page } from '../../web/views/page';
import type { DeadlineForm, ExtraTimeForm } from './allowances.form';
import type { OwnPerson } from './person-of-cohort.guard';

/** What a form about somebody's time held when it could not be taken. */
export interface GivenTime {
  deadline?: DeadlineForm;
  extra?: ExtraTimeForm;
}

/** Somebody's own deadlines and, for leads alone, their extra time; printed by views/oversight/_allowances.hbs. */
export function allowances({ cohort, lead, given, extra }: OwnPerson, { modules }: ProgrammeOutline, address: string, typed: GivenTime) {
  const titleOf = (slug: string) => {
    const module = modules.find((one) => one.slug === slug);
    return module ? spoken(module.title) : null;
  };
  const due = dueModules(
    cohort.timetable,
    modules.map(({ slug }) => slug),
  );
  return {
    address: `${address}/deadlines`,
    removal: `${address}/deadlines/removal`,
    formId: newId(),
    version: typed.deadline?.version ?? String(given.version),
    all: ALL,
    everything: typed.deadline?.module === ALL,
    choices: due.map((slug) => ({ value: slug, title: titleOf(slug)!, selected: slug === typed.deadline?.module })),
    dueOn: typed.deadline?.dueOn ?? '',
    why: typed.deadline?.why ?? '',
    days: Object.entries(given.days)
      .filter(([module]) => module === ALL || titleOf(module))
      .map(([module, on]) => ({ module, title: titleOf(module), on, why: given.reasons[module] ?? null, formId: newId() })),
    nowVersion: String(given.version),
    extra: lead
      ? {
          address: `${address}/extra-time`,
          formId: newId(),
          version: typed.extra?.version ?? String(extra.version),
          percent: typed.extra?.percent ?? String(extra.percent),
        }
      : null,
  };
}

/** views/errors/conflict.hbs: somebody else gave this person another day. */
export function deadlineConflict(own: OwnPerson, address: string, mine: DeadlineForm, { language }: Page) {
  const { days, reasons, version } = own.given;
  const theirs = { dueOn: days[mine.module] ?? '', why: reasons[mine.module] ?? '' };
  const day = (value: string) => (value ? formatDay(value, 'date', language) : '–');
  return conflictPage({
    title: 'timetable.own.conflict',
    back: address,
    action: `${address}/deadlines`,
    version,
    formId: newId(),
    fields: [
      { name: 'module', label: 'timetable.own.module', mine: mine.module, theirs: mine.module },
      {
        name: 'dueOn',
        label: 'timetable.own.due-on',
        mine: mine.dueOn,
        theirs: theirs.dueOn,
        said: { mine: day(mine.dueOn), theirs: day(theirs.dueOn) },
      },
      { name: 'why', label: 'timetable.own.why', mine: mine.why, theirs: theirs.why },
    ],
  });
}

/** views/errors/conflict.hbs: another lead changed this person's extra time. */
export function extraTimeConflict({ extra }: OwnPerson, address: string, mine: ExtraTimeForm) {
  return conflictPage({
    title: 'timetable.extra.conflict',
    back: address,
    action: `${address}/extra-time`,
    version: extra.version,
    formId: newId(),
    fields: [{ name: 'percent', label: 'timetable.extra.percent', mine: mine.percent, theirs: String(extra.percent) }],
  });
}
