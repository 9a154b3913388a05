import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ComputeAnswer } from '@zhiheng/office';
import { mappingOfLives } from './mapping-of-lives.js';
import { SmallOffice } from './small-office.js';

const indicators = ['patent-applications', 'patent-grants', 'patents-in-force', 'invention-pendency'];
const head = '号,申请人,地,申请日,请求日,结案日,授权日,终止日\n';

/** Two are granted in January, one in February, one is not, one in March. */
const first = `${head}${[
  '202210000001,甲公司,广东省深圳市南山区,2022-01-05,2022-02-01,2023-01-10,2023-01-10,',
  '202210000002,乙公司,广东省广州市,2022-01-06,2022-03-01,2023-01-11,2023-01-11,',
  '202210000003,丙公司,北京市海淀区,2022-02-05,2022-04-01,2023-02-12,2023-02-12,',
  '202210000004,丁公司,广东省深圳市,2022-03-05,2022-05-01,,,',
  '202210000005,戊公司,四川省成都市,2022-04-05,2022-06-01,2023-03-01,2023-03-01,',
].join('\n')}\n`;

/**
 * 1 as it was; 2 was granted in the year before; 3 moves to Shenzhen and was closed a month later; 4 is granted; 5 is not told again; 6 is new
 * and granted, 7 new and not.
 */
const second = `${head}${[
  '202210000001,甲公司,广东省深圳市南山区,2022-01-05,2022-02-01,2023-01-10,2023-01-10,',
  '202210000002,乙公司,广东省广州市,2022-01-06,2022-03-01,2022-12-30,2022-12-30,',
  '202210000003,丙公司,广东省深圳市,2022-02-05,2022-04-01,2023-03-12,2023-02-12,',
  '202210000004,丁公司,广东省深圳市,2022-03-05,2022-05-01,2023-05-05,2023-05-05,',
  '202310000006,己公司,广东省深圳市,2023-01-05,2023-02-01,2023-06-06,2023-06-06,',
  '202310000007,庚公司,上海市浦东新区,2023-01-06,2023-02-01,,,',
].join('\n')}\n`;

/** An office with two releases, the second of which knows half a year more. */
export class ComparedOffice extends SmallOffice {
  constructor() {
    super();
    for (const id of indicators) {
      const shipped = join(import.meta.dirname, '../../../definitions/indicators', `${id}.yaml`);
      copyFileSync(shipped, join(this.definitions, 'indicators', `${id}.yaml`));
    }
    const write = (name: string, text: string) => writeFileSync(join(this.path, name), text);
    write('first.csv', first);
    write('second.csv', second);
    write('first.yaml', mappingOfLives('2022-01-01', '2023-06-30'));
    write('second.yaml', mappingOfLives('2022-01-01', '2023-12-31'));
  }

  /** Loads one of the two tables, freezes what is loaded and computes it; gives the name of the vintage. */
  async release(table: 'first' | 'second'): Promise<string> {
    await this.run('load', {
      paths: [join(this.path, `${table}.csv`)],
      mapping: join(this.path, `${table}.yaml`),
    });
    await this.run('release-create', { name: table });
    return this.compute();
  }

  async compute(): Promise<string> {
    return ((await this.run('compute', { effective: '2024-03-01' })).json as ComputeAnswer).vintage;
  }
}
