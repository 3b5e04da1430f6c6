export interface Result {
  /** 0: done, 1: something is wrong in what was given, 2: the command was not understood */
  code: 0 | 1 | 2;
  said: string;
  complaint?: string;
}

export const refuse = (complaint: string): Result => ({ code: 2, said: '', complaint });
