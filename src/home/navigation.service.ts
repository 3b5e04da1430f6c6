import { Injectable } from '@nestjs/common';
import { Chapters } from '../chapters/chapters.service';
import type { Viewer } from '../web/requests/viewer';

export interface NavigationItem {
  address: string;
  icon: string;
  /** Phrase key. */
  label: string;
  /** What else belongs to it, beside its own address. */
  also: string[];
}

const LEARNING: NavigationItem = {
  address: '/learning',
  icon: 'book',
  label: 'home.navigation.learning',
  also: ['/lessons', '/quizzes', '/attempts', '/simulations', '/tables', '/assignments'],
};
const CERTIFICATES: NavigationItem = { address: '/certificates', icon: 'seal', label: 'home.navigation.certificates', also: [] };
const TODAY: NavigationItem = { address: '/today', icon: 'hand', label: 'oversight.today.title', also: [] };
const COHORTS: NavigationItem = { address: '/chapters', icon: 'rows', label: 'home.navigation.chapters', also: ['/cohorts'] };

/** The main places of the site, for what a person does there. */
@Injectable()
export class Navigation {
  constructor(private readonly chapters: Chapters) {}

  async of(viewer: Viewer | null): Promise<{ items: NavigationItem[]; place: string | null }> {
    if (!viewer) return { items: [], place: null };
    const held = await this.chapters.rolesOf(viewer.id);
    const onTeam = held.some(({ roles }) => roles.includes('lead') || roles.includes('trainer'));
    const team = onTeam ? [TODAY, COHORTS] : viewer.steward ? [COHORTS] : [];
    const items = [...team, LEARNING, CERTIFICATES];
    return { items, place: held.length === 1 ? held[0]!.chapter.name : null };
  }
}
