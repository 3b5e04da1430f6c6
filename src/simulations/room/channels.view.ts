import type { Message } from '../engine/state';
import { newId } from '../../kernel/identifier';
import { named, said, type Scene, typedIn } from './scene.view';

const SHOWN = 8;

/** Private channels of this seat, the one with the newest message first. A channel is its members: two seats, a whole group, or some of several. */
export function channelsOf(scene: Scene) {
  const { view } = scene;
  const mine = view.mine?.role ?? '';
  const own = view.messages.filter(({ members }) => members.includes(mine));
  const byMembers = new Map<string, Message[]>();
  for (const message of own) byMembers.set(message.members.join(' '), [...(byMembers.get(message.members.join(' ')) ?? []), message]);
  const typed = typedIn(scene, 'message');
  const to = typed?.['to']?.split(' ') ?? [];
  const channels = [...byMembers.values()].sort((a, b) => b.at(-1)!.at - a.at(-1)!.at);
  return {
    can: view.can.includes('send-message'),
    formId: newId(),
    open: typed !== null,
    text: typed?.['text'] ?? '',
    seats: view.seats
      .filter(({ role, holder }) => role !== mine && holder !== 'vacant')
      .map(({ role }) => ({ who: named(scene, role), chosen: to.includes(role) })),
    channels: channels.map((messages) => channelShown(scene, messages)),
  };
}

function channelShown(scene: Scene, messages: Message[]) {
  const mine = scene.view.mine?.role ?? '';
  const others = messages[0]!.members.filter((role) => role !== mine).map((role) => named(scene, role));
  const own = named(scene, mine).group;
  const ofOneGroup = others.every(({ group }) => group === own);
  return {
    kind: others.length === 1 ? 'bilateral' : ofOneGroup ? 'group' : 'caucus',
    id: `reply-${messages[0]!.members.join('-')}`,
    others,
    formId: newId(),
    earlier: Math.max(0, messages.length - SHOWN),
    messages: messages
      .slice(-SHOWN)
      .map(({ from, words, at }) => ({ who: named(scene, from), said: said(scene, words), at: new Date(at) })),
  };
}
