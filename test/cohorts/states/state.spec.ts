import { allows, closedTo, type CohortAct, stateOf } from '../../../src/cohorts/states/state';

const DAYS = { startsOn: '2027-03-08', endsOn: '2027-04-18', zone: 'Africa/Nairobi' };
const at = (moment: string) => new Date(moment);
const OPENED = { ...DAYS, openedAt: at('2027-03-01T09:00:00Z'), archivedAt: null };
const DRAFT = { ...OPENED, openedAt: null };
const ACTS: CohortAct[] = ['join', 'change', 'open', 'archive', 'bring-back'];

describe('the state of a cohort', () => {
  it.each([
    ['a moment before its first day, where it is', OPENED, '2027-03-07T20:59:59.999Z', 'open'],
    ['the first moment of its first day', OPENED, '2027-03-07T21:00:00Z', 'running'],
    ['the last moment of its last day', OPENED, '2027-04-18T20:59:59.999Z', 'running'],
    ['the moment after', OPENED, '2027-04-18T21:00:00Z', 'finished'],
    ['a draft before its first day', DRAFT, '2027-03-01T00:00:00Z', 'draft'],
    ['a draft in its days: it does not begin by itself', DRAFT, '2027-03-20T00:00:00Z', 'draft'],
    ['a draft after them', DRAFT, '2027-05-01T00:00:00Z', 'draft'],
    ['put away', { ...OPENED, archivedAt: at('2027-05-01T00:00:00Z') }, '2027-05-02T00:00:00Z', 'archived'],
    ['put away, whatever its days say', { ...OPENED, archivedAt: at('2027-03-10T00:00:00Z') }, '2027-03-20T00:00:00Z', 'archived'],
    ['a draft that was put away', { ...DRAFT, archivedAt: at('2027-03-10T00:00:00Z') }, '2027-03-20T00:00:00Z', 'archived'],
  ])('%s', (_, cohort, moment, state) => {
    expect(stateOf(cohort, at(moment))).toBe(state);
  });
});

describe('what may be done', () => {
  const archived = at('2027-05-01T00:00:00Z');
  it.each([
    ['a draft', DRAFT, '2027-03-20T00:00:00Z', ['change', 'open', 'archive']],
    ['an open one', OPENED, '2027-03-01T00:00:00Z', ['join', 'change']],
    ['a running one', OPENED, '2027-03-20T00:00:00Z', ['join', 'change']],
    ['a finished one', OPENED, '2027-05-01T00:00:00Z', ['change', 'archive']],
    ['an archived one', { ...OPENED, archivedAt: archived }, '2027-05-02T00:00:00Z', ['bring-back']],
  ])('%s', (_, cohort, moment, acts) => {
    expect(ACTS.filter((act) => allows(cohort, act, at(moment)))).toEqual(acts);
  });

  it.each([
    ['people get into a running one', OPENED, '2027-03-20T00:00:00Z', null],
    ['a draft is not open yet', DRAFT, '2027-03-20T00:00:00Z', 'states.refusal.not-open'],
    ['a finished one is over', OPENED, '2027-05-01T00:00:00Z', 'cohorts.refusal.over'],
    ['an archived one is over for whoever comes', { ...OPENED, archivedAt: archived }, '2027-05-02T00:00:00Z', 'cohorts.refusal.over'],
    ['an archived draft was never open', { ...DRAFT, archivedAt: archived }, '2027-05-02T00:00:00Z', 'states.refusal.not-open'],
  ])('%s', (_, cohort, moment, reason) => {
    expect(closedTo(cohort, at(moment))).toBe(reason);
  });
});
