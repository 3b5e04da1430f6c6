import { newId } from '../../src/kernel/identifier';
import { UnreadableForm } from '../../src/web/errors/outcomes';
import { Family, Many } from '../../src/web/forms/fields';
import { FormPipe } from '../../src/web/forms/form.pipe';
import { Day, PerhapsText, Text, Whole, Zone } from '../../src/web/forms/rules';

class Sample {
  @Text(10, 'cohorts.error.name')
  name = '';

  @PerhapsText(5, 'cohorts.error.note')
  note?: string;

  @Many()
  picked: string[] = [];

  @Family()
  answer: Record<string, string> = {};

  password = '';
}

class Details {
  @Day('errors.day')
  day = '';

  @Whole(1, 12, 'errors.whole')
  count = '';

  @Zone('errors.zone')
  zone = '';
}

const GOOD = { form: newId(), name: 'Amara' };
const sent = (body: unknown) => new FormPipe(Sample).transform(body);

/** How a form that cannot be read is refused. */
async function refusal(body: unknown): Promise<{ kind: string; field: string | null }> {
  const error: unknown = await sent(body).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(UnreadableForm);
  const { kind, field } = error as UnreadableForm;
  return { kind, field };
}

describe('a form that is read', () => {
  it('gives its fields, its id, and what nobody sent as the form begins', async () => {
    const read = await sent(GOOD);
    expect(read.values).toBeInstanceOf(Sample);
    expect(read).toEqual({ values: { name: 'Amara', picked: [], answer: {}, password: '' }, errors: [], formId: GOOD.form });
  });

  it('is tidied: composed letters, one kind of line end, no spaces round it', async () => {
    const { values } = await sent({ ...GOOD, name: ' \u00a0Zoe\u0301\r\nB\rC ', picked: [' a '], 'answer.one': ' x ' });
    expect(values).toMatchObject({ name: 'Zoé\nB\nC', picked: ['a'], answer: { one: 'x' } });
  });

  it('leaves a password as it was typed', async () => {
    expect((await sent({ ...GOOD, password: '  e\u0301 ' })).values.password).toBe('  e\u0301 ');
  });

  it('takes several values only where several may come, and one of them as a list', async () => {
    expect((await sent({ ...GOOD, picked: ['b', 'a', 'b'] })).values.picked).toEqual(['b', 'a', 'b']);
    expect((await sent({ ...GOOD, picked: 'b' })).values.picked).toEqual(['b']);
  });

  it('takes a family of names as a record', async () => {
    const { values } = await sent({ ...GOOD, 'answer.one': '1', 'answer.two-b': '2' });
    expect(values.answer).toEqual({ one: '1', 'two-b': '2' });
  });

  it('is a new one each time: nothing of one sender is left for the next', async () => {
    const pipe = new FormPipe(Sample);
    await pipe.transform({ ...GOOD, note: 'x', 'answer.one': '1', picked: ['a'] });
    expect((await pipe.transform(GOOD)).values).toEqual({ name: 'Amara', picked: [], answer: {}, password: '' });
  });
});

describe('a form that is none of ours', () => {
  it.each<[what: string, body: unknown, kind: string, field: string]>([
    ['nothing', undefined, 'shape', 'form'],
    ['an empty one', {}, 'shape', 'form'],
    ['no one-time id', { name: 'Amara' }, 'shape', 'form'],
    ['an empty one-time id', { ...GOOD, form: '' }, 'shape', 'form'],
    ['a one-time id that is none', { ...GOOD, form: '1' }, 'shape', 'form'],
    ['two one-time ids', { ...GOOD, form: [GOOD.form, GOOD.form] }, 'shape', 'form'],
    ['a field that nobody declared', { ...GOOD, steward: 'true' }, 'unknown-field', 'steward'],
    ['a name that every object has', { ...GOOD, constructor: 'x' }, 'unknown-field', 'constructor'],
    ['another name that every object has', { ...GOOD, toString: 'x' }, 'unknown-field', 'toString'],
    ['a prototype', JSON.parse(`{"form":"${GOOD.form}","__proto__":"x"}`), 'unknown-field', '__proto__'],
    ['a field twice', { ...GOOD, name: ['a', 'b'] }, 'shape', 'name'],
    ['a record in a field', { ...GOOD, name: { a: 'b' } }, 'shape', 'name'],
    ['a number in a field', { ...GOOD, name: 1 }, 'shape', 'name'],
    ['nothing in a field', { ...GOOD, name: null }, 'shape', 'name'],
    ['a record in a list', { ...GOOD, picked: [{ a: 'b' }] }, 'shape', 'picked'],
    ['a family without a name in it', { ...GOOD, answer: 'x' }, 'unknown-field', 'answer'],
    ['a family with an empty name', { ...GOOD, 'answer.': 'x' }, 'shape', 'answer.'],
    ['a family with a prototype', { ...GOOD, 'answer.__proto__': 'x' }, 'shape', 'answer.__proto__'],
    ['a family with a capital', { ...GOOD, 'answer.One': 'x' }, 'shape', 'answer.One'],
    ['a family with a path', { ...GOOD, 'answer.a.b': 'x' }, 'shape', 'answer.a.b'],
    ['a family with a line break', { ...GOOD, 'answer.a\n': 'x' }, 'shape', 'answer.a\n'],
    ['a family with a name too long', { ...GOOD, [`answer.${'a'.repeat(65)}`]: 'x' }, 'shape', `answer.${'a'.repeat(65)}`],
    ['a member of a family twice', { ...GOOD, 'answer.one': ['1', '2'] }, 'shape', 'answer.one'],
    ['a family that nobody declared', { ...GOOD, 'name.one': 'x' }, 'unknown-field', 'name.one'],
  ])('is refused: %s', async (_, body, kind, field) => {
    expect(await refusal(body)).toEqual({ kind, field });
  });
});

describe('a form with something to correct', () => {
  const FAMILY = '👩‍👩‍👧‍👦';
  const nameOf = async (name: string) => (await sent({ ...GOOD, name })).errors;
  const told = [{ field: 'name', key: 'cohorts.error.name', details: { max: 10 } }];

  it.each([
    ['nothing', ''],
    ['blanks', ' \u2003 '],
    ['what has no width', '\u200b\u200d'],
    ['one character too many', 'x'.repeat(11)],
    ['one family too many', FAMILY.repeat(11)],
    ['a letter with marks without end', `a${'\u0301'.repeat(200)}`],
  ])('a name of %s', async (_, name) => {
    expect(await nameOf(name)).toEqual(told);
  });

  it.each([
    ['as long as it may be', 'x'.repeat(10)],
    ['ten families', FAMILY.repeat(10)],
    ['letters with marks', 'a\u0301'.repeat(10)],
    ['a joiner inside a word', 'می\u200cخواهم'],
  ])('not a name of %s', async (_, name) => {
    expect(await nameOf(name)).toEqual([]);
  });

  it('what may be left out may be empty, and not too long', async () => {
    expect((await sent({ ...GOOD, note: '' })).errors).toEqual([]);
    expect((await sent({ ...GOOD, note: 'x'.repeat(6) })).errors).toEqual([
      { field: 'note', key: 'cohorts.error.note', details: { max: 5 } },
    ]);
  });

  it.each([
    ['a NUL', 'a\0b', 'control'],
    ['a bell', 'a\u0007b', 'control'],
    ['a C1 control', 'a\u0085b', 'control'],
    ['half of a pair', 'a\ud800b', 'surrogate'],
    ['the other half', 'a\udc00b', 'surrogate'],
    ['bytes that were no text', 'a\ufffdb', 'surrogate'],
    ['an override to the left', 'a\u202eb', 'direction-override'],
    ['an isolate', 'a\u2066b', 'direction-override'],
  ])('%s in a field, in a list, in a family, in a password', async (_, text, kind) => {
    const key = `errors.form.unshowable.${kind}`;
    for (const [field, body] of Object.entries({
      name: { name: text },
      picked: { picked: ['a', text] },
      answer: { 'answer.one': text },
      password: { password: text },
    }))
      expect((await sent({ ...GOOD, ...body })).errors).toEqual([{ field, key, details: {} }]);
  });

  it('line breaks, tabs and marks of direction that people type are fine', async () => {
    expect((await sent({ ...GOOD, 'answer.one': 'one\n\ttwo \u200fثلاثة\u200e' })).errors).toEqual([]);
  });

  it('one thing is said of each field, and what was typed is kept', async () => {
    const { values, errors } = await sent({ ...GOOD, name: `${'x'.repeat(20)}\0`, note: 'too long' });
    expect(errors.map(({ field }) => field)).toEqual(['name', 'note']);
    expect(values).toMatchObject({ name: `${'x'.repeat(20)}\0`, note: 'too long' });
  });
});

describe('days, whole numbers and zones', () => {
  const wrong = async (fields: Partial<Details>) => {
    const body = { form: newId(), day: '2027-03-01', count: '3', zone: 'Africa/Nairobi', ...fields };
    return (await new FormPipe(Details).transform(body)).errors.map(({ key }) => key);
  };

  it.each(['2027-03-01', '2028-02-29', '0001-01-01', '9999-12-31'])('%s is a day', async (day) => {
    expect(await wrong({ day })).toEqual([]);
  });
  it.each(['', '2027-02-29', '2027-13-01', '2027-00-10', '2027-3-1', '01.03.2027', '2027-03-01T00:00', '+02027-03-01', '٢٠٢٧-٠٣-٠١'])(
    '“%s” is none',
    async (day) => {
      expect(await wrong({ day })).toEqual(['errors.day']);
    },
  );
  it.each(['1', '12', '٧', '۷', ' 7 '])('“%s” is a number from 1 to 12', async (count) => {
    expect(await wrong({ count })).toEqual([]);
  });
  it.each(['', '0', '13', '-1', '1.5', '1e1', '0x5', 'seven', 'Infinity', '9'.repeat(400)])('“%.20s” is none', async (count) => {
    expect(await wrong({ count })).toEqual(['errors.whole']);
  });
  it.each(['UTC', 'Asia/Kuala_Lumpur', 'America/Argentina/Buenos_Aires'])('%s is a zone', async (zone) => {
    expect(await wrong({ zone })).toEqual([]);
  });
  it.each(['', 'Africa/Atlantis', '+03:00', '../../etc', 'Africa/Nairobi; x'])('“%s” is none', async (zone) => {
    expect(await wrong({ zone })).toEqual(['errors.zone']);
  });
});
