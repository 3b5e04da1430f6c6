/** What people can agree to beside taking part; nothing of it is a condition. */
export const CONSENTS = ['research', 'quotation', 'replay', 'channels'] as const;
