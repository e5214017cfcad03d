/** The version of this program and where newer ones are told of, as package.json has them. */
export { updates as UPDATES, version as VERSION } from '../package.json'
