/** As in NETmundial: a text of the chair and its advisers, drafted in the open; issues decide as in RFC 7282, and reservations are read into the record. */
import { judged, RFC7282 } from './rfc7282';
import type { Preset } from './tally';

export const NETMUNDIAL: Preset = { ...RFC7282, judge: (room) => judged(room, 'simulations.why.reservations-on-record') };
