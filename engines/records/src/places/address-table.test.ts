import { describe, expect, it } from 'vitest';
import { places } from '../../test/sources.js';

/** Addresses made up by hand. Expected: area, weakest word, and the candidates where it stays unresolved. */
const table: readonly (readonly [string, string, string | null, string?])[] = [
  ['广东省深圳市南山区科苑路15号', '440305', 'exact'],
  ['518000 广东省深圳市南山区科苑路15号', '440305', 'exact'],
  ['广东深圳市南山区科苑路15号', '440305', 'abbreviated'],
  ['粤深圳市南山区科苑路15号', '440305', 'abbreviated'],
  ['沪浦东新区张江路88号', '310115', 'abbreviated'],
  ['京海淀区中关村大街1号', '110108', 'abbreviated'],
  ['内蒙古呼和浩特市赛罕区大学东街', '150105', 'abbreviated'],
  ['内蒙古自治区呼和浩特市赛罕区', '150105', 'exact'],
  ['内蒙呼和浩特市', '150100', 'abbreviated'],
  ['新疆乌鲁木齐市天山区解放北路', '650102', 'abbreviated'],
  ['新疆维吾尔自治区喀什地区喀什市', '653101', 'exact'],
  ['新疆生产建设兵团第八师石河子市', '659001', 'abbreviated'],
  ['广西南宁市青秀区民族大道', '450103', 'abbreviated'],
  ['广西壮族自治区南宁市青秀区', '450103', 'exact'],
  ['广西省南宁市', '450100', 'abbreviated'],
  ['宁夏银川市金凤区', '640106', 'abbreviated'],
  ['西藏拉萨市城关区', '540102', 'abbreviated'],
  ['臺北市信义路', '710000', 'exact'],
  ['香港湾仔告士打道', '810000', 'abbreviated'],
  ['澳门特别行政区', '820000', 'exact'],
  // names that are no longer in use
  ['湖北省襄樊市樊城区长虹路', '420606', 'old-name'],
  ['襄樊市襄城区', '420602', 'old-name'],
  ['江苏省苏州市吴江市盛泽镇', '320509', 'old-name'],
  ['江苏省吴江市松陵镇', '320509', 'old-name'],
  ['苏州市沧浪区人民路', '320508', 'old-name'],
  ['山东省莱芜市莱城区', '370116', 'old-name'],
  ['四川省成都市双流县', '510116', 'old-name'],
  ['云南省思茅市', '530800', 'old-name'],
  ['上海市卢湾区淮海中路', '310101', 'old-name'],
  ['上海市南汇区惠南镇', '310115', 'old-name'],
  ['北京市崇文区', '110101', 'old-name'],
  ['北京宣武区广安门内大街', '110102', 'old-name'],
  ['天津市塘沽区', '120116', 'old-name'],
  ['浙江省绍兴县柯桥街道', '330603', 'old-name'],
  ['浙江省萧山市', '330109', 'old-name'],
  ['广东省顺德市大良', '440606', 'old-name'],
  ['重庆市江津市', '500116', 'old-name'],
  ['安徽省六安市寿县', '340422', 'old-name'],
  ['河北省石家庄市藁城市', '130109', 'old-name'],
  ['陕西省西安市户县', '610118', 'old-name'],
  // an old name that two areas followed
  ['江苏省苏州市吴县', '320500', 'exact', '320506 320507'],
  ['吴县市木渎镇', '320500', null, '320506 320507'],
  ['浙江省杭州市江干区', '330100', 'exact', '330102 330114'],
  // one character wrong, missing, too many
  ['广东省深圳市南三区', '440305', 'misspelt'],
  ['广东省深训市南山区', '440305', 'misspelt'],
  ['广冬省深圳市南山区', '440305', 'misspelt'],
  ['浙江省杭洲市西湖区文三路', '330106', 'misspelt'],
  ['新彊维吾尔自治区乌鲁木齐市', '650100', 'misspelt'],
  ['内蒙古自治区呼和皓特市', '150100', 'misspelt'],
  ['内蒙古自治区呼浩特市', '150100', 'misspelt'],
  ['四川省成都都市武侯区', '510100', 'abbreviated'],
  ['四川省绵绵阳市涪城区', '510703', 'misspelt'],
  ['北京市海定区', '110108', 'misspelt'],
  ['广冬省', 'XX', null, '440000 450000'],
  // no misspelling of a district
  ['浙江省杭州市高新区', '330100', 'exact'],
  ['北京市经济技术开发区', '110000', 'exact'],
  ['南京市江北新区', '320100', 'exact'],
  // behind a beginning of something else
  ['华晟科技有限公司，广东省深圳市南山区', '440305', 'contained'],
  ['新元研究院驻苏州市办事处', '320500', 'contained'],
  ['甲厂（苏州市）乙厂（无锡市）', '320000', 'contained', '320500 320200'],
  // places that do not lie in each other
  ['江苏省杭州市西湖区', 'XX', 'exact', '320000 330106'],
  ['广东省广州市昆山市', 'XX', 'exact', '440100 320583'],
  ['江苏省南京市昆山市', '320000', 'exact', '320100 320583'],
  ['吉林省珲春市南关区', '220000', 'exact', '222404 220102'],
  ['威海市崇明区', 'XX', 'exact', '371000 310151'],
  ['浙江省杭州市崇明区', '330100', 'exact', '330100 310151'],
  ['浙江省杭州市南山区', '330100', 'exact'],
  ['海南共和县', 'XX', 'abbreviated', '460000 632521'],
  // short names that begin something else
  ['江苏昆山玉山镇', '320583', 'abbreviated'],
  ['江苏省昆山路', '320000', 'exact'],
  ['朝阳门内大街1号', 'XX', null],
  ['朝阳双塔区', '211302', 'abbreviated'],
  ['辽宁朝阳双塔区', '211302', 'abbreviated'],
  ['中山大学', 'XX', null],
  ['大连中山区人民路', '210202', 'abbreviated'],
  ['内江省衢州市江山市', '330881', 'misspelt'],
  ['湖南怀化市洪江理区', '431200', 'abbreviated'],
  ['内江古自治区乌兰察布市凉城县', '150925', 'misspelt'],
  // abroad
  ['日本国石川县白山市', 'XX', null],
  ['韩国光州市', 'XX', null],
];

describe('addresses written by hand', () => {
  it.each(table.map((row) => ({ row, address: row[0] })))('$address', ({ row: [address, area, word, candidates] }) => {
    const reading = places.explain(address);
    expect([reading.area, reading.word, reading.candidates?.join(' ')]).toEqual([area, word, candidates]);
  });

  it('are more than sixty', () => {
    expect(new Set(table.map(([address]) => address)).size).toBeGreaterThan(60);
  });

  it('read alike with and without evidence', () => {
    for (const [address] of table) {
      const { area, candidates } = places.explain(address);
      expect(places.read(address)).toEqual(candidates === undefined ? { area } : { area, candidates });
    }
  });
});

describe('explain', () => {
  it('tells which part gave which level', () => {
    expect(places.explain('５１８０００ 广东深训市南山区科苑路')).toEqual({
      area: '440305',
      word: 'misspelt',
      confidence: 0.7,
      memo: ['memo-440300'],
      text: '518000 广东深训市南山区科苑路',
      evidence: [
        { start: 7, end: 9, text: '广东', code: '440000', level: 'province', word: 'abbreviated' },
        { start: 9, end: 12, text: '深训市', code: '440300', level: 'city', word: 'misspelt' },
        { start: 12, end: 15, text: '南山区', code: '440305', level: 'county', word: 'exact' },
      ],
    });
  });

  it('has no confidence in an area that is not known', () => {
    expect(places.explain('江苏省杭州市')).toMatchObject({ area: 'XX', confidence: 0, memo: [] });
    expect(places.explain('某地')).toMatchObject({ area: 'XX', word: null, confidence: 0, evidence: [] });
  });

  it.each([
    ['江苏省南京市玄武区', ['memo-320100']],
    ['江苏省苏州市', []],
    ['新疆维吾尔自治区石河子市', ['memo-bingtuan']],
    ['新疆生产建设兵团第一师', ['memo-bingtuan']],
    ['新疆维吾尔自治区乌鲁木齐市', []],
  ])('names the memo areas of %s', (address, memo) => {
    expect(places.explain(address).memo).toEqual(memo);
  });
});
