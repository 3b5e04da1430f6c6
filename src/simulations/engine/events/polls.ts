/** Asking the room: the call, hums that name nobody, hands that everybody sees. */
import { changed, type Evolutions } from './evolution';

export const POLLS: Evolutions<'consensus-called' | 'hum-opened' | 'hum-closed' | 'hands-opened' | 'hand-set' | 'hands-closed'> = {
  'consensus-called': (state, { role }) => ({ calls: [...state.calls, role] }),
  'hum-opened': (state, { id, words, options }) => ({
    hums: { ...state.hums, [id]: { words, options, bands: null, open: true } },
  }),
  'hum-closed': (state, { id, bands }) => ({ hums: changed(state.hums, id, () => ({ bands, open: false })) }),
  'hands-opened': (state, { id, words, options }) => ({
    hands: { ...state.hands, [id]: { words, options, raised: {}, open: true } },
  }),
  'hand-set': (state, { id, role, option }) => ({
    hands: changed(state.hands, id, ({ raised }) => {
      const others = Object.fromEntries(Object.entries(raised).filter(([one]) => one !== role));
      return { raised: option === null ? others : { ...others, [role]: option } };
    }),
  }),
  'hands-closed': (state, { id }) => ({ hands: changed(state.hands, id, () => ({ open: false })) }),
};
