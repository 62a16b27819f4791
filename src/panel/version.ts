/** The gadget's version, as its package names it. */
export { version } from '../../package.json';
