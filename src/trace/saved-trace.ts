/** Keeping a trace, and going on with it. */
export type { SavedTrace } from './saved-format';
export { resumeSteps, resumeTrace } from './resume-trace';
export { saveSteps, saveTrace } from './save-trace';
