import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { join } from 'node:path';
import type { JsonObject } from '../../../src/certificates/credentials/linked-data';
import type { Proof } from '../../../src/certificates/credentials/data-integrity';

export interface Question {
  sign?: { document: JsonObject; seed: string; created: string; verificationMethod: string };
  check?: unknown[];
  tokens?: string[];
  known?: Record<string, unknown>;
  now?: Date;
  dcc?: unknown[];
}

export interface Opinion {
  verified: boolean;
  revoked: boolean;
  why: string;
}

export interface Opinions {
  proof?: Proof;
  checked: Opinion[];
  tokens: Opinion[];
  dcc: { log: Record<string, unknown>; errors: string[]; ms: number }[];
}

/** Asks unrelated libraries, in a process of their own; `environment`: what it is started with beside ours. */
export async function ask(question: Question, environment: Record<string, string> = {}): Promise<Opinions> {
  const child = spawn(process.execPath, [join(__dirname, 'other-libraries.mjs')], {
    env: { ...process.env, ...environment, NODE_OPTIONS: '' },
  });
  child.stdin.end(JSON.stringify(question));
  const [answer, complaint] = await Promise.all([text(child.stdout), text(child.stderr)]);
  if (!answer) throw new Error(complaint);
  return JSON.parse(answer) as Opinions;
}
