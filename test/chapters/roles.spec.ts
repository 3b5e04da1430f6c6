import { isAtLeast, mayAppoint, type Role } from '../../src/chapters/roles';

describe('roles in a chapter', () => {
  it.each<[string, Role[], boolean, Role, boolean]>([
    ['a lead appoints a lead', ['lead'], false, 'lead', true],
    ['a lead appoints a trainer', ['lead'], false, 'trainer', true],
    ['nobody appoints a trainee', ['lead'], true, 'trainee', false],
    ['a trainer appoints nobody', ['trainer'], false, 'trainer', false],
    ['a trainee appoints nobody', ['trainee'], false, 'trainer', false],
    ['a stranger appoints nobody', [], false, 'lead', false],
    ['a steward appoints a lead anywhere', [], true, 'lead', true],
  ])('%s', (_, held, steward, role, may) => {
    expect(mayAppoint(held, steward, role)).toBe(may);
  });

  it('lets a lead do what a trainer can, and a trainer what a trainee can', () => {
    expect(isAtLeast(['lead'], 'trainer')).toBe(true);
    expect(isAtLeast(['trainee', 'trainer'], 'trainer')).toBe(true);
    expect(isAtLeast(['trainer'], 'lead')).toBe(false);
    expect(isAtLeast([], 'trainee')).toBe(false);
  });
});
