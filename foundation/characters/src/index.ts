export { simplified, simplifiedCharacter, traditional } from './simplified.js';
