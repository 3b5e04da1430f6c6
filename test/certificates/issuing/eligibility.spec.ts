import { eligibility } from '../../../src/certificates/issuing/eligibility';

const programme = {
  slug: 'taking-part',
  modules: [
    { slug: 'listening', steps: [{ key: 'ears' }, { key: 'quiz' }] },
    { slug: 'speaking', steps: [{ key: 'mouth' }] },
  ],
};

const at = (minute: number) => new Date(Date.UTC(2027, 2, 1, 9, minute));
const completed = (...subjects: string[]) => subjects.map((subject, minute) => ({ subject, at: at(minute) }));

function lacking(...done: string[]): string[] {
  const found = eligibility(programme, completed(...done));
  return found.earned ? [] : found.missing.flatMap(({ module, steps }) => steps.map(({ key }) => `${module.slug}/${key}`));
}

describe('what is missing for a certificate', () => {
  it.each([
    ['nothing done', [], ['listening/ears', 'listening/quiz', 'speaking/mouth']],
    ['one step done', ['step:listening/ears'], ['listening/quiz', 'speaking/mouth']],
    ['a module done', ['module:listening'], ['speaking/mouth']],
    ['all but the last step', ['step:listening/ears', 'step:listening/quiz'], ['speaking/mouth']],
    ['every step done', ['step:listening/ears', 'step:listening/quiz', 'step:speaking/mouth'], []],
    ['every module done', ['module:listening', 'module:speaking'], []],
    ['the programme done', ['programme:taking-part'], []],
    ['another programme done', ['programme:other'], ['listening/ears', 'listening/quiz', 'speaking/mouth']],
    ['the same step of another module', ['step:speaking/ears'], ['listening/ears', 'listening/quiz', 'speaking/mouth']],
  ])('%s', (_, done, left) => {
    expect(lacking(...done)).toEqual(left);
  });
});

describe('a certificate', () => {
  it('is earned since the programme was completed, whatever was done later', () => {
    expect(eligibility(programme, completed('step:listening/ears', 'programme:taking-part', 'step:other/extra'))).toEqual({
      earned: true,
      at: at(1),
    });
  });

  it('is earned since the last step, when the ledger has no word of the whole', () => {
    expect(eligibility(programme, completed('step:speaking/mouth', 'step:listening/ears', 'step:listening/quiz'))).toEqual({
      earned: true,
      at: at(2),
    });
  });

  it('is not earned by a programme of nothing', () => {
    expect(eligibility({ slug: 'nothing', modules: [] }, [])).toEqual({ earned: false, missing: [] });
  });
});
