const CODES = [
  'SQLITE_BUSY',
  'SQLITE_LOCKED',
  'SQLITE_FULL',
  'SQLITE_IOERR',
  'SQLITE_READONLY',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  '53100',
  '53300',
  '57P01',
  '57P02',
  '57P03',
];
const WORDS = /timeout exceeded when trying to connect|Connection terminated/;

/** The database cannot take anything now: its disk is full, it is locked, it does not answer. Nothing was saved. */
export function isUnavailable(error: unknown): boolean {
  const { code, message, driverError } = (error ?? {}) as { code?: string; message?: string; driverError?: unknown };
  if (driverError) return isUnavailable(driverError);
  return CODES.includes(code ?? '') || WORDS.test(message ?? '');
}
