/** Who plays a seat in which nobody sits. */
export const FILLERS = ['script', 'facilitator', 'empty'] as const;
export type Filler = (typeof FILLERS)[number];
