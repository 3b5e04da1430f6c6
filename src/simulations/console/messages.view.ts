import { named, said, type Scene, typedIn } from '../room/scene.view';
import { EVERYBODY, SILENT } from './readers';

const SHOWN = 8;

/** A word from the team to a seat, and the latest ones that went. */
export function wordForm(scene: Scene) {
  const { view } = scene;
  const typed = typedIn(scene, 'word');
  const sent = view.events.flatMap(({ event }) => (event.type === 'nudge-sent' ? [event] : []));
  return {
    to: typed?.['to'] ?? '',
    text: typed?.['text'] ?? '',
    everybody: EVERYBODY,
    silent: SILENT,
    seats: view.seats
      .filter(({ holder }) => holder === 'person')
      .map(({ role }) => ({ ...named(scene, role), chosen: role === typed?.['to'] })),
    sent: sent
      .slice(-SHOWN)
      .reverse()
      .map(({ to, words, at }) => ({ who: named(scene, to), said: said(scene, words), at: new Date(at) })),
  };
}

/** What the team noted for the debrief, the latest first. */
export function noteLines(scene: Scene) {
  const notes = scene.view.events.flatMap(({ event }) => (event.type === 'annotation-added' ? [event] : []));
  return notes
    .slice(-SHOWN)
    .reverse()
    .map(({ words, at }) => ({ said: said(scene, words), at: new Date(at) }));
}
