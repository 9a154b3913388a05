import { coinedWord } from './coined-name.js';
import { agencyCount } from './parties/party.js';
import { Random } from './random.js';

const cities = ['北京', '上海', '深圳', '广州', '杭州', '南京', '苏州', '武汉', '成都', '西安', '济南', '合肥'];
const forms = ['知识产权代理有限公司', '专利代理事务所（普通合伙）', '知识产权代理事务所（特殊普通合伙）'];

/** Names of the ordinary agencies of an office, by index. */
export function agencyNames(seed: number): string[] {
  return Array.from({ length: agencyCount }, (_, index) => agencyName(Random.of(seed, 'agency', index)));
}

/** The agency of a number that stands behind something planted, and behind nothing else. */
export function plantedAgency(seed: number, number: number): string {
  return agencyName(Random.of(seed, 'planted agency', number));
}

function agencyName(random: Random): string {
  return random.one(cities) + coinedWord(random) + random.one(forms);
}
