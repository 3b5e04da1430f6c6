import { Injectable } from '@nestjs/common';
import type { FormError } from '../../web/forms/form.pipe';
import { Guessing } from './guessing.service';
import { Hashing } from './hashing.service';
import { LONGEST, passwordProblem, SHORTEST } from './password-rules';

/** New passwords: what is wrong with one, and its hash. */
@Injectable()
export class Passwords {
  constructor(
    private readonly hashing: Hashing,
    private readonly guessing: Guessing,
  ) {}

  /** What to correct about a password, as a form shows it. */
  problems(password: string, context: readonly string[], field = 'password'): FormError[] {
    const problem = passwordProblem(password, context, this.guessing.guessable);
    return problem ? [{ field, key: `people.error.password.${problem}`, details: { min: SHORTEST, max: LONGEST } }] : [];
  }

  hash(password: string): Promise<string> {
    return this.hashing.hash(password);
  }
}
