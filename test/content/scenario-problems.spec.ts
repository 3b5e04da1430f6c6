import { compile } from '../../src/content/folders/folder';
import { SCENARIO } from './sample-scenario';
import { changed, listed } from './samples';

const english = Object.fromEntries(Object.entries(SCENARIO).filter(([path]) => !path.startsWith('es/')));
const problemsIn = (files: Record<string, string>) => listed(compile('scenario', files).problems);

describe('what is wrong in a scenario’s skeleton', () => {
  it.each([
    ['a key that nobody knows', 'unseal:', 'unsael:', ['unknown-key', 'missing-key @ slug:']],
    ['an engine that is not there yet', 'engine: 1', 'engine: 2', ['bad-value']],
    ['a preset that nobody knows', 'preset: rfc7282', 'preset: majority', ['bad-value']],
    ['a mode that nobody knows', '[live, async, solo]', '[live, alone]', ['unknown-name']],
    ['no mode', '[live, async, solo]', '[]', ['too-few']],
    ['fewer players at best than at least', 'best: 6', 'best: 4', ['out-of-range']],
    ['more players than a table has places', 'max: 8', 'max: 25', ['out-of-range']],
    [
      'a role twice',
      'key: shop',
      'key: cooperative',
      ['duplicate-key', 'unknown-name @ to: shop', 'unknown-name @ to: [shop', 'unknown-name @ roles: [council, shop'],
    ],
    ['a group that nobody knows', 'group: business', 'group: press', ['bad-value']],
    ['more seats at least than at most', 'seats: { min: 1, max: 3 }', 'seats: { min: 4, max: 3 }', ['out-of-range']],
    ['truth that is neither yes nor no', 'playable: true', 'playable: maybe', ['bad-value']],
    ['an aspiration below what it has without an agreement', 'aspiration: 60', 'aspiration: 20', ['out-of-range']],
    ['no step of concession', 'concede: [0, 10, 20]', 'concede: []', ['too-few']],
    ['half a step of concession', 'concede: [0, 10, 20]', 'concede: [0, 2.5]', ['bad-value']],
    ['a value for a slot that is not there', 'place: { hill: 20, school: 5 }', 'plaza: { hill: 20 }', ['unknown-name']],
    ['a value for an option that is not there', 'hill: 20', 'tower: 20', ['unknown-name']],
    ['a value that is no number', 'hill: 20', 'hill: much', ['out-of-range']],
    [
      'a red line on a slot that is not there',
      '- { slot: place, options: [school], objection',
      '- { slot: plaza, options: [school], objection',
      ['unknown-name'],
    ],
    ['a red line that leaves nothing', 'options: [school], objection', 'options: [school, hill], objection', ['all-options']],
    ['a red line with another role’s objection', 'objection: not-the-school }', 'objection: too-dear }', ['unknown-name']],
    [
      'a red line with an objection about another slot',
      '- { slot: place, options: [school], objection',
      '- { slot: hours, options: [day], objection',
      ['red-line-objection'],
    ],
    ['a remedy that crosses the red line', 'remedy: [hill]', 'remedy: [school]', ['remedy-crosses-red-line @ key: not-the-school']],
    ['a rule that fires always', 'once: table', 'once: always', ['bad-value']],
    ['words to somebody who is not there', 'to: shop, words', 'to: mayor, words', ['unknown-name']],
    ['words to oneself', 'to: shop, words', 'to: engineer, words', ['unknown-name']],
    ['an action that nobody knows', '{ kind: say, words: who-pays }', '{ kind: shout, words: who-pays }', ['bad-value']],
    [
      'an objection of another role',
      '{ kind: object, objection: too-dear }',
      '{ kind: object, objection: not-the-school }',
      ['unknown-name'],
    ],
    ['objecting as a stance without an objection', 'stance: live-with', 'stance: object', ['bad-value']],
    ['a package of nothing', 'terms: { place: hill, hours: day }', 'terms: {}', ['too-few']],
    ['a package with an option that is not there', 'terms: { place: hill, hours: day }', 'terms: { place: tower }', ['unknown-name']],
    ['an amendment of two clauses', 'terms: { hours: always }', 'terms: { hours: always, fee: small }', ['amends-two-clauses']],
    ['a goal that nobody knows', '{ key: learns, kind: learning', '{ key: learns, kind: winning', ['bad-value']],
    ['a goal without weight', 'weight: 3, visibility: public }', 'visibility: public }', ['missing-key']],
    ['a goal for a clause that is not there', 'kind: level, clause: cost', 'kind: level, clause: price', ['unknown-name']],
    ['a goal that every text meets', 'slot: hours, options: [day]', 'slot: hours, options: [day, always]', ['all-options']],
    ['a chair with a script', 'chair: true }', 'chair: true, script: {} }', ['unknown-key']],
    ['a chair to be played alone', 'chair: true }', 'chair: true, playable: true }', ['unknown-key']],
    ['a start that is no option', 'start: school', 'start: tower', ['unknown-name']],
    ['a start that is given twice', 'start: none }', 'start: none, start: small }', ['duplicate-key']],
    [
      'a slot that two clauses have',
      'start: none }',
      'start: none }\n      - { key: place, options: [hill, roof], start: hill }',
      ['slot-twice @ key: cost'],
    ],
    ['a phase that nobody knows', 'kind: opening,', 'kind: lunch,', ['bad-value']],
    ['an announcement to nobody', 'to: [shop, council]', 'to: []', ['too-few']],
    ['an announcement without its audience', 'to: all, at', 'at', ['missing-key']],
    ['an announcement to somebody who is not there', 'to: [shop, council]', 'to: [shop, mayor]', ['unknown-name']],
    ['an announcement in a phase that is not there', 'phase: second-round', 'phase: third-round', ['unknown-name']],
    [
      'an announcement that waits for its own gain',
      '{ path: slot.fee, op: eq, value: small } }',
      '{ path: utility, op: gt, value: 3 } }',
      ['unknown-name'],
    ],
    [
      'an objection of the chair',
      'role: council\n',
      'role: chair\n',
      ['unknown-name', 'unknown-name @ - { slot: place, options: [school]'],
    ],
    [
      'an objection to a slot of another clause',
      'clause: mast\n    slot: place',
      'clause: cost\n    slot: place',
      ['unknown-name @ slot: place\n'],
    ],
    ['an objection without an argument', 'answers: [{ key: a-fund, addresses: true }]', 'answers: []', ['too-few']],
    ['a statement for somebody who is not there', 'roles: [council, shop]', 'roles: [council, mayor]', ['unknown-name']],
    ['a step of the debrief that nobody knows', 'step: analysis', 'step: blame', ['bad-value']],
  ])('%s', (_, from, to, expected) => {
    const files = changed(english, 'scenario.yml', from, to);
    const lineOf = (text: string) => files['scenario.yml']!.slice(0, files['scenario.yml']!.indexOf(text)).split('\n').length;
    const change = english['scenario.yml']!.slice(0, english['scenario.yml']!.indexOf(from)).split('\n').length;
    const placed = expected.map((each) => {
      const [key, at] = each.split(' @ ');
      return `scenario.yml:${at ? lineOf(at) : change} ${key}`;
    });
    expect(problemsIn(files).sort()).toEqual(placed.sort());
  });
});

describe('what is wrong in what a rule waits for', () => {
  const WHEN = '{ path: slot.hours, op: eq, value: day }';
  const deep = (levels: number) => '{ not: '.repeat(levels) + WHEN + ' }'.repeat(levels);

  it.each([
    ['a path that leads nowhere', '{ path: weather, op: eq, value: 1 }', ['unknown-name']],
    ['a slot that is not there', '{ path: slot.colour, op: eq, value: red }', ['unknown-name']],
    ['a path that goes on too long', '{ path: slot.hours.day, op: eq, value: day }', ['unknown-name']],
    ['a path that stops too early', '{ path: stance.mast, op: eq, value: object }', ['unknown-name']],
    ['a path of somebody who is not there', '{ path: stance.mast.mayor, op: eq, value: object }', ['unknown-name']],
    ['the stance of the chair, who has none', '{ path: stance.mast.chair, op: eq, value: object }', ['unknown-name']],
    ['a name that every object has', '{ path: slot.constructor, op: eq, value: day }', ['unknown-name']],
    ['a stance that nobody knows', '{ path: count.mast.loves, op: gte, value: 1 }', ['unknown-name']],
    ['an objection that is not there', '{ path: objection.too-loud, op: eq, value: open }', ['unknown-name']],
    ['a state that no objection has', '{ path: objection.too-dear, op: eq, value: ended }', ['bad-value']],
    ['a phase that nobody knows', '{ path: phase, op: eq, value: lunch }', ['bad-value']],
    ['words that nobody says', '{ path: said.nonsense, op: eq, value: 1 }', ['unknown-name']],
    ['an announcement that is not there', '{ path: inject.flood, op: eq, value: 1 }', ['unknown-name']],
    ['an option that is not there', '{ path: slot.hours, op: eq, value: never }', ['bad-value']],
    ['one of some options that is not there', '{ path: slot.hours, op: in, value: [day, never] }', ['unknown-name']],
    ['none of some options', '{ path: slot.hours, op: in, value: [] }', ['too-few']],
    ['words compared by size', '{ path: slot.hours, op: gt, value: day }', ['bad-value']],
    ['a number among some', '{ path: round, op: in, value: [1, 2] }', ['bad-value', 'out-of-range']],
    ['a number that is a word', '{ path: round, op: eq, value: first }', ['out-of-range']],
    ['half a number', '{ path: utility, op: gt, value: 1.5 }', ['bad-value']],
    ['two things at once', '{ all: [], any: [] }', ['condition']],
    ['nothing at all', '{}', ['condition']],
    ['a word', 'always', ['not-a-map']],
    ['all of nothing', '{ all: [] }', ['too-few']],
    ['a comparison without a value', '{ path: round, op: eq }', ['missing-key']],
    ['a comparison with more', '{ path: round, op: eq, value: 1, or: 2 }', ['unknown-key']],
    ['eight levels are fine', deep(7), []],
    ['nine levels', deep(8), ['too-deep']],
  ])('%s', (_, when, expected) => {
    const files = changed(english, 'scenario.yml', WHEN, when);
    const line = english['scenario.yml']!.slice(0, english['scenario.yml']!.indexOf(WHEN)).split('\n').length;
    expect(problemsIn(files).sort()).toEqual(expected.map((key) => `scenario.yml:${line} ${key}`).sort());
  });
});
