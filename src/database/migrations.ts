import { CreateFormOutcomes1764000000000 } from './migrations/1764000000000-create-form-outcomes';

/** Every migration, oldest first. None is ever edited once others have it. */
export const migrations = [CreateFormOutcomes1764000000000];
