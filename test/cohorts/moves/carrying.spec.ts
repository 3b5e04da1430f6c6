import { carried } from '../../../src/cohorts/moves/carrying';
import type { Plan } from '../../../src/progress/standing';

const at = (day: number) => new Date(Date.UTC(2027, 2, day));
const line = (subject: string, day: number) => ({ subject, at: at(day) });
const plan = (programme: string, modules: Record<string, string[]>): Plan => ({
  programme,
  modules: Object.entries(modules).map(([slug, keys]) => ({ slug, steps: keys.map((key) => ({ key })) })),
});
const PLAN = plan('taking-part', { talk: ['one', 'two'], table: ['three'] });

describe('what comes along', () => {
  it.each<[string, Plan, ReturnType<typeof line>[], [string, number][]]>([
    ['nothing, of nothing', PLAN, [], []],
    ['a step that both have, with its date', PLAN, [line('step:talk/one', 3)], [['step:talk/one', 3]]],
    ['not a step that the other lacks', PLAN, [line('step:talk/nine', 3), line('step:elsewhere/one', 3)], []],
    [
      'a module whose steps are all done, on the day of the last',
      PLAN,
      [line('step:talk/two', 5), line('step:talk/one', 3)],
      [
        ['module:talk', 5],
        ['step:talk/one', 3],
        ['step:talk/two', 5],
      ],
    ],
    [
      'a module that was earned with fewer steps stays earned',
      PLAN,
      [line('step:talk/one', 3), line('module:talk', 3)],
      [
        ['module:talk', 3],
        ['step:talk/one', 3],
      ],
    ],
    [
      'a programme whose modules are all done',
      plan('taking-part', { talk: ['one'] }),
      [line('step:talk/one', 3), line('module:talk', 3), line('module:table', 4)],
      [
        ['module:talk', 3],
        ['programme:taking-part', 3],
        ['step:talk/one', 3],
      ],
    ],
    ['not another programme', PLAN, [line('programme:the-table', 9)], []],
    ['of two dates the first', PLAN, [line('step:talk/one', 7), line('step:talk/one', 3)], [['step:talk/one', 3]]],
  ])('%s', (_, to, lines, expected) => {
    const found = carried(to, lines).map(({ subject, at: when }) => [subject, when.getUTCDate()]);
    expect(found.sort()).toEqual(expected);
  });
});
