/** The picture of a question: for each option how many of the weakest, the middle and the best third chose it, on a line from 0 to 100 %. */
import { letterOf } from '../questions/letters';
import type { Thirds } from './thirds';

export interface Chart {
  height: number;
  ticks: { x: number; percent: number }[];
  /** where the lines end, and the figures below them stand */
  axis: number;
  tickAt: number;
  rows: {
    letter: string;
    right: boolean;
    y: number;
    textAt: number;
    lower: number | null;
    middle: number | null;
    upper: number | null;
    bar: { from: number; to: number } | null;
  }[];
}

const LEFT = 34;
const WIDTH = 252;
const TOP = 19;
const STEP = 30;

export function chart({ choices }: Thirds, right: readonly string[]): Chart {
  const x = (share: number | null) => (share === null ? null : Math.round((LEFT + (share * WIDTH) / 100) * 10) / 10);
  const bottom = choices.length * STEP + 4;
  return {
    height: bottom + 22,
    ticks: [0, 25, 50, 75, 100].map((percent) => ({ x: x(percent)!, percent })),
    axis: bottom,
    tickAt: bottom + 16,
    rows: choices.map(({ key, shares }, index) => {
      const [lower, upper] = [x(shares.lower), x(shares.upper)];
      const y = TOP + index * STEP;
      return {
        letter: letterOf(index),
        right: right.includes(key),
        y,
        textAt: y + 5,
        lower,
        middle: x(shares.middle),
        upper,
        bar: lower === null || upper === null ? null : { from: lower, to: upper },
      };
    }),
  };
}
