import type { TableEvent } from '../../../src/simulations/engine/events';
import type { TableState } from '../../../src/simulations/engine/state';
import { mindOf } from '../../../src/simulations/solo/mind';
import { firedBy } from '../../../src/simulations/solo/rules';
import { sampleScenario, withRole } from '../sample-scenario';
import { movesOf, type Setting, tableAt } from './table';

describe('words', () => {
  it.each<[string, string, Setting, string[], string[]]>([
    ['a greeting in the opening', 'ministry', { phase: 'opening' }, [], ['speak say.opening-ministry']],
    ['once', 'ministry', { phase: 'opening' }, ['greet'], []],
    ['what a rule says', 'ministry', { terms: { authority: 'court' } }, [], ['speak say.ask-speed']],
    ['a private word beside it', 'operators', { person: 'rights' }, [], ['send-message say.written-orders']],
    ['nothing before the opening', 'ministry', { phase: 'preparation', terms: { authority: 'court' } }, [], []],
    ['nothing when talk is over', 'operators', { person: 'rights', phase: 'last-reading' }, [], []],
  ])('%s', (_, role, setting, fired, expected) => {
    const steps = movesOf(role, tableAt(setting), { fired: new Set(fired) });
    const said = steps.flatMap(({ command }) =>
      command.do === 'speak' || command.do === 'send-message' ? [`${command.do} ${Object.values(command.words)[0]}`] : [],
    );
    expect(said).toEqual(expected);
  });
});

describe('of several rules', () => {
  const rule = (key: string, priority: number, op: 'eq' | 'ne' = 'eq') => ({
    key,
    priority,
    when: { path: 'phase', op, value: 'round' },
    do: { kind: 'say' as const, words: key },
    once: 'table' as const,
  });
  const said = (fired: string[], ...rules: ReturnType<typeof rule>[]) => {
    const plain = sampleScenario();
    const { script } = plain.roles.find(({ key }) => key === 'ministry')!;
    const scenario = withRole(plain, 'ministry', { script: { ...script!, rules } });
    return movesOf('ministry', tableAt({ scenario }), { fired: new Set(fired) }).flatMap(({ why }) => (why.by === 'rule' ? [why.of] : []));
  };

  it.each<[string, string[], ReturnType<typeof rule>[], string[]]>([
    ['the highest speaks', [], [rule('low', 1), rule('high', 9), rule('middle', 5)], ['high']],
    ['of equals the first', [], [rule('one', 5), rule('other', 5)], ['one']],
    ['the next one when the first has spoken', ['high'], [rule('low', 1), rule('high', 9)], ['low']],
    ['none when none holds', [], [rule('never', 9, 'ne')], []],
  ])('%s', (_, fired, rules, expected) => {
    expect(said(fired, ...rules)).toEqual(expected);
  });
});

describe('a rule has had its turn', () => {
  const mind = (once: 'table' | 'revision') => {
    const { scenario } = tableAt();
    const own = mindOf(scenario, 'ministry')!;
    return { ...own, script: { ...own.script, rules: [{ ...own.script.rules[1]!, key: 'rule', once }] } };
  };
  const why = { by: 'rule' as const, of: 'rule', utility: 1, threshold: 1 };
  const told = (seq: number, role = 'ministry') => ({ reasons: [{ role, move: 'speak:s1', why, seq }] });
  const revised = (seq: number, how: 'editorial' | 'substantive') =>
    [
      { type: 'clause-revised', clause: 'orders', revision: 2, terms: {}, class: how, by: { seat: 'chair' }, seq, at: 0, audience: 'all' },
    ] as unknown as TableEvent[];

  it.each<[string, 'table' | 'revision', { reasons: TableState['reasons'] }, TableEvent[], string[]]>([
    ['never', 'table', { reasons: [] }, [], []],
    ['once at a table', 'table', told(5), revised(9, 'substantive'), ['rule']],
    ['once for this text', 'revision', told(5), [], ['rule']],
    ['for a text that was another', 'revision', told(5), revised(9, 'substantive'), []],
    ['for a text that only reads better now', 'revision', told(5), revised(9, 'editorial'), ['rule']],
    ['after the text changed', 'revision', told(9), revised(5, 'substantive'), ['rule']],
    ['of another seat with a rule of that name', 'table', told(5, 'banks'), [], []],
  ])('%s', (_, once, state, events, expected) => {
    expect([...firedBy(mind(once), state, events)]).toEqual(expected);
  });
});
