import { AsyncLocalStorage } from 'node:async_hooks';
import type { Transaction } from './transaction';

/** The transaction that the current chain of calls runs in, so that what it calls joins it without being told. */
export const ambient = new AsyncLocalStorage<Transaction>();

/** The innermost transaction that is still open, or null. A chain may outlive the transaction it began in. */
export function openTransaction(): Transaction | null {
  let transaction = ambient.getStore() ?? null;
  while (transaction && !transaction.open) transaction = transaction.parent;
  return transaction;
}

/** Refuses a query that would go round the open transaction: it would wait for its own lock, or not see what was just written. */
export function refusePastTransaction(what: string): void {
  if (openTransaction()) throw new Error(`This query goes past the open transaction: ${what.slice(0, 120)}`);
}
