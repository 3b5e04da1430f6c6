import { EventEmitter } from 'node:events';
import type { Request, Response } from 'express';
import { FormsUnderWay } from '../../src/web/requests/forms-under-way.service';

const came = (forms: FormsUnderWay, method: string) => {
  const response = new EventEmitter();
  let went = false;
  forms.middleware({ method } as Request, response as Response, () => (went = true));
  expect(went).toBe(true);
  return { answered: () => response.emit('close') };
};

const turn = () => new Promise((go) => setImmediate(() => go('later')));

describe('forms that are under way', () => {
  beforeAll(() => jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] }));
  afterAll(() => jest.useRealTimers());

  it('are waited for until the last of them is answered', async () => {
    const forms = new FormsUnderWay();
    const [one, other] = [came(forms, 'POST'), came(forms, 'POST')];
    let free = false;
    const none = forms.none().then(() => (free = true));
    one.answered();
    await turn();
    expect(free).toBe(false);
    other.answered();
    await none;
  });

  it('nobody waits where there are none, nor for who only reads', async () => {
    const forms = new FormsUnderWay();
    came(forms, 'GET');
    expect(await Promise.race([forms.none().then(() => 'at once'), turn()])).toBe('at once');
    came(forms, 'POST').answered();
    expect(await Promise.race([forms.none().then(() => 'at once'), turn()])).toBe('at once');
  });

  it('one that takes long is not waited for', async () => {
    const forms = new FormsUnderWay();
    came(forms, 'POST');
    expect(await Promise.race([forms.none(), turn()])).toBe('later');
    jest.advanceTimersByTime(200);
    await forms.none();
    expect(await Promise.race([forms.none().then(() => 'at once'), turn()])).toBe('at once');
  });
});
