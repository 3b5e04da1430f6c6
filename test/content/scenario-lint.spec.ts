import { compile } from '../../src/content/folders/folder';
import { SCENARIO } from './sample-scenario';
import { changed, listed } from './samples';

const english = Object.fromEntries(Object.entries(SCENARIO).filter(([path]) => !path.startsWith('es/')));
const problemsIn = (files: Record<string, string>) => listed(compile('scenario', files).problems).sort();
/** From one part of the skeleton to the next. */
const block = (from: string, to: string) =>
  english['scenario.yml']!.slice(english['scenario.yml']!.indexOf(from), english['scenario.yml']!.indexOf(to));

const PARTY =
  'script: { aspiration: 1, reservation: 0, concede: [0], values: {} }, goals: [{ key: hill, kind: slot, slot: place, options: [hill], weight: 1, visibility: public }] }';
const EIGHT = '[a, b, c, d, e, f, g, h]';
const MANY = [1, 2, 3, 4, 5].map((n) => `\n      - { key: s${n}, options: ${EIGHT}, start: a }`).join('');

describe('what is wrong with a scenario although each part could be', () => {
  const lines = english['scenario.yml']!.split('\n');
  const lineOf = (text: string) => lines.findIndex((line) => line.includes(text)) + 1;

  it.each([
    ['no chair', 'chair: true }', PARTY, 'one-chair', '- key: council'],
    [
      'two chairs',
      'chair: true }',
      'chair: true }\n  - { key: vice, group: academia, seats: { min: 1, max: 1 }, chair: true }',
      'one-chair',
      '- key: council',
    ],
    ['five seats', block('  - key: engineer', '  - key: teacher'), '', 'too-few-seats', '- key: council'],
    [
      'a role that cannot play itself',
      block('    script: { aspiration: 40, reservation: 10, concede: [0], values: { fee', '    goals:\n      - { key: a-fee'),
      '',
      'role-without-script',
      '- key: shop',
    ],
    [
      'a role that nobody contradicts',
      '{ key: the-school, kind: slot, slot: place, options: [school]',
      '{ key: the-school, kind: slot, slot: place, options: [hill]',
      'role-without-conflict',
      '- key: engineer',
    ],
    [
      'a slot in two clauses',
      'start: none }',
      'start: none }\n      - { key: place, options: [hill, roof], start: hill }',
      'slot-twice',
      '- key: cost',
    ],
    ['nothing on the table', 'kind: operative\n', 'kind: operative\n    tabled: false\n', 'nothing-tabled', '- key: mast'],
    ['more texts than can be gone through', 'start: always }', `start: always }${MANY}`, 'too-many-texts', '- key: mast'],
    [
      'no round',
      'kind: round, live: { minutes: 10 }, async: { hours: 48, quota: 3 } }\n  - { key: second-round, kind: round',
      'kind: preparation, live: { minutes: 10 }, async: { hours: 48, quota: 3 } }\n  - { key: second-round, kind: last-reading',
      'phase-lacks phase-order',
      '- { key: briefing|- { key: first-round',
    ],
    [
      'no call',
      '  - { key: call, kind: call, live: { minutes: 5 }, async: { hours: 72, quota: 0 } }\n',
      '',
      'phase-lacks',
      '- { key: briefing',
    ],
    [
      'an opening after a round',
      'key: second-round, kind: round',
      'key: second-round, kind: opening',
      'phase-order',
      '- { key: second-round',
    ],
    ['two openings', 'key: first-round, kind: round', 'key: first-round, kind: opening', 'phase-order', '- { key: first-round'],
    ['an announcement after its phase', 'minute: 2', 'minute: 10', 'inject-too-late', '- { key: storm'],
    ['a debrief without its last step', '  - { key: next-time, step: application }\n', '', 'prompt-lacks', '- { key: felt'],
    ['a debrief that goes back', 'sources: 2', '  - { key: again, step: reactions }\nsources: 2', 'prompt-order', 'sources: 2'],
  ])('%s', (_, from, to, keys, at) => {
    const expected = keys.split(' ').map((key, index) => `scenario.yml:${lineOf(at.split('|')[index] ?? at)} ${key}`);
    expect(problemsIn(changed(english, 'scenario.yml', from, to))).toEqual(expected.sort());
  });

  it('nobody alone at a table where one can play alone', () => {
    const files = { ...english, 'scenario.yml': english['scenario.yml']!.replaceAll('    playable: true\n', '') };
    expect(problemsIn(files)).toEqual([`scenario.yml:${lineOf('- key: council')} nobody-alone`]);
    expect(problemsIn(changed(files, 'scenario.yml', 'modes: [live, async, solo]', 'modes: [live, async]'))).toEqual([]);
  });

  it('a phase that no mode reaches', () => {
    const files = changed(english, 'scenario.yml', 'kind: opening, live: { minutes: 5 }, ', 'kind: opening, ');
    expect(problemsIn(files)).toEqual([]);
    expect(problemsIn(changed(files, 'scenario.yml', 'modes: [live, async, solo]', 'modes: [live]'))).toEqual([
      `scenario.yml:${lineOf('key: opening')} phase-unreachable`,
    ]);
  });

  it('is told only when every part could be', () => {
    const files = changed(changed(english, 'scenario.yml', 'minute: 2', 'minute: 10'), 'scenario.yml', 'engine: 1', 'engine: 2');
    expect(problemsIn(files)).toEqual(['scenario.yml:3 bad-value']);
  });
});
