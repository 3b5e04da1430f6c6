const CODES = [
  'SQLITE_BUSY',
  'SQLITE_LOCKED',
  'SQLITE_FULL',
  'SQLITE_IOERR',
  'SQLITE_READONLY',
  'ECONNREFUSED',
  'ECONNRESET',
  '53100',
  '53300',
  '57P03',
];

/** The database cannot take anything now: its disk is full, it is locked, it does not answer. Nothing was saved. */
export function isUnavailable(error: unknown): boolean {
  const { code, message, driverError } = (error ?? {}) as { code?: string; message?: string; driverError?: unknown };
  if (driverError) return isUnavailable(driverError);
  return CODES.includes(code ?? '') || /no turn within|timeout exceeded when trying to connect/.test(message ?? '');
}
