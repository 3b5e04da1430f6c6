/** Who waits, who speaks, and what was said in public and in private. */
import { added, type Evolutions } from './evolution';

export const FLOOR: Evolutions<'queue-joined' | 'queue-left' | 'floor-given' | 'floor-ended' | 'statement-made' | 'message-sent'> = {
  'queue-joined': (state, { role, remote }) => ({ floor: { ...state.floor, queue: [...state.floor.queue, { role, remote }] } }),
  'queue-left': (state, { role }) => ({ floor: { ...state.floor, queue: without(state.floor.queue, role) } }),
  'floor-given': (state, { role, until }) => {
    const { queue, turns } = state.floor;
    const turn = { role, remote: queue.find((waiting) => waiting.role === role)?.remote ?? false };
    return { floor: { queue: without(queue, role), speaking: { role, until }, turns: [...turns, turn] } };
  },
  'floor-ended': (state) => ({ floor: { ...state.floor, speaking: null } }),
  'statement-made': (state, { id, role, words, length, at }) => ({
    statements: added(state.statements, { id, role, words, length, phase: state.phase.number, at }),
  }),
  'message-sent': (state, { from, to, words, at }) => ({
    messages: added(state.messages, { from, members: channel(from, to), words, at }),
  }),
};

/** A channel is its members: nobody joins or leaves it, and its name cannot be guessed. */
export function channel(from: string, to: readonly string[]): string[] {
  return [...new Set([from, ...to])].sort();
}

function without<T extends { role: string }>(list: T[], role: string): T[] {
  return list.filter((one) => one.role !== role);
}
