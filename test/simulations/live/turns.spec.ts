import { Turns } from '../../../src/simulations/live/turns';

const step = () => new Promise((go) => setImmediate(go));

it('whoever acts goes on between any two who look, however many these are', async () => {
  const turns = new Turns({ none: () => Promise.resolve() });
  const order: string[] = [];
  const looks = Array.from({ length: 20 }, () => turns.next().then(() => order.push('look')));
  for (let statement = 1; statement <= 8; statement++) {
    await step();
    order.push('act');
  }
  await Promise.all(looks);
  const before = order.slice(0, order.lastIndexOf('act'));
  expect([order.length, before.filter((one) => one === 'look').length <= 8]).toEqual([28, true]);
});

it('nobody looks while somebody acts', async () => {
  let done!: () => void;
  const acting = new Promise<void>((go) => (done = go));
  const turns = new Turns({ none: () => acting });
  const order: string[] = [];
  const looks = [1, 2].map(() => turns.next().then(() => order.push('look')));
  for (let times = 0; times < 5; times++) await step();
  order.push('act');
  done();
  await Promise.all(looks);
  expect(order).toEqual(['act', 'look', 'look']);
});

it('whoever acts all the time puts off a look for a second, and not one after the other for as long', async () => {
  let asked = 0;
  const turns = new Turns({
    none: () => {
      asked++;
      return new Promise((go) => setTimeout(go, 400));
    },
  });
  await Promise.all(Array.from({ length: 20 }, () => turns.next()));
  expect([asked > 0, asked <= 3]).toEqual([true, true]);
});
