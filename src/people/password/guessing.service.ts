import { Injectable } from '@nestjs/common';
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

/** Below a hundred million guesses a list finds it. */
const FEWEST_GUESSES = 1e8;

/** Whether a password is one of those that are tried first: public lists, keyboard rows, repetitions, the person's own words. */
@Injectable()
export class Guessing {
  private readonly estimate = new ZxcvbnFactory({ dictionary: { ...dictionary }, graphs: adjacencyGraphs });

  guessable = (password: string, context: readonly string[]): boolean => this.estimate.check(password, [...context]).guesses < FEWEST_GUESSES;
}
