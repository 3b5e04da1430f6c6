import type { Assignment } from '../../src/assignments/assignment';
import { isAnswerable, isOpen, teamReason, WORK_STATES } from '../../src/assignments/works/state';

const task = (review: Assignment['review']) => ({ review }) as Assignment;
const AT = new Date('2027-03-01T10:00:00Z');
const days = (count: number, ms = 0) => new Date(AT.getTime() + count * 86_400_000 + ms);
const waiting = (more = {}) => ({ state: 'waiting' as const, number: 1, handedInAt: AT, reviews: 1, ...more });

describe('whose turn it is', () => {
  const peers = task({ by: 'peers', count: 3, days: 7 });

  it.each([
    ['the team’s from the first moment', task({ by: 'team' }), waiting(), AT, 'team'],
    ['the peers’ while they have time', peers, waiting(), days(7, -1), undefined],
    ['the team’s when their time is over', peers, waiting(), days(7), 'too-few'],
    ['the team’s after a revision', peers, waiting({ number: 2 }), AT, 'revised'],
    ['nobody’s once there is an answer', peers, waiting({ state: 'accepted' }), days(30), undefined],
    ['nobody’s while its author revises', task({ by: 'team' }), waiting({ state: 'revise' }), days(30), undefined],
  ])('%s', (_, assignment, work, now, kind) => {
    expect(teamReason(work, assignment, now)?.kind).toBe(kind);
  });

  it('says how many reviews came until when', () => {
    expect(teamReason(waiting(), peers, days(9))).toEqual({ kind: 'too-few', reviews: 1, of: 3, until: days(7) });
  });

  it('never both its author’s and, before anything was handed in, the team’s', () => {
    expect(WORK_STATES.filter(isOpen)).toEqual(['draft', 'revise']);
    expect(WORK_STATES.filter(isAnswerable)).toEqual(['waiting', 'revise', 'passed']);
  });
});
