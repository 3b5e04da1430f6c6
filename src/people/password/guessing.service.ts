import { Injectable } from '@nestjs/common';
import type { ZxcvbnFactory } from '@zxcvbn-ts/core';

/** Below a hundred million guesses a list finds it. */
const FEWEST_GUESSES = 1e8;

/** Whether a password is one of those that are tried first: public lists, keyboard rows, repetitions, the person's own words. */
@Injectable()
export class Guessing {
  private estimate: ZxcvbnFactory | null = null;

  guessable = (password: string, context: readonly string[]): boolean => {
    this.estimate ??= prepared();
    return this.estimate.check(password, [...context]).guesses < FEWEST_GUESSES;
  };
}

/** Its dictionaries take thirteen megabytes, which a site where nobody chooses a password today need not hold. */
function prepared(): ZxcvbnFactory {
  const core = require('@zxcvbn-ts/core') as typeof import('@zxcvbn-ts/core');
  const { adjacencyGraphs, dictionary } = require('@zxcvbn-ts/language-common') as typeof import('@zxcvbn-ts/language-common');
  return new core.ZxcvbnFactory({ dictionary: { ...dictionary }, graphs: adjacencyGraphs });
}
