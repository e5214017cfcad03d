/** The version of this program, as package.json has it. */
export { version as VERSION } from '../package.json'
