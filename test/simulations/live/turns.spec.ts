import { Turns } from '../../../src/simulations/live/turns';

const step = () => new Promise((go) => setImmediate(go));

it('whoever acts goes on between any two who look, however many these are', async () => {
  const turns = new Turns();
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
