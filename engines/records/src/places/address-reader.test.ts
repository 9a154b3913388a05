import { describe, expect, it } from 'vitest';
import { places } from '../../test/sources.js';

describe('AddressReader', () => {
  it.each([
    // whole names, short names, postcodes, marks, the country first
    ['广东省深圳市南山区高新科技园', '440305'],
    ['518057 广东省深圳市南山区高新科技园', '440305'],
    ['广东深圳南山区', '440305'],
    ['中国 广东省，深圳市 南山区', '440305'],
    ['（100084）北京市海淀区清华园1号', '110108'],
    ['北京海淀区清华园1号', '110108'],
    ['北京市北京市海淀区清华园1号', '110108'],
    ['北京市市辖区海淀区清华园1号', '110108'],
    ['上海市浦东新区张江路', '310115'],
    ['中国（上海）自由贸易试验区', '310000'],
    ['重庆市渝北区', '500112'],
    ['内蒙古自治区呼和浩特市', '150100'],
    ['新疆维吾尔自治区石河子市', '659001'],
    ['湖北省仙桃市', '429004'],
    ['廣東省', '440000'],
    ['香港特别行政区中环', '810000'],
    ['台湾新竹市', '710000'],
    // the county without its city
    ['江苏省昆山市玉山镇', '320583'],
    ['广东省顺德区', '440606'],
    // cities without province
    ['深圳市南山区', '440305'],
    ['苏州工业园区星湖街', '320576'],
    ['苏州高铁新城', '320500'],
    ['昆山市玉山镇', '320583'],
    // the longest name wins: 吉林市 before 吉林, 海南藏族自治州 before 海南
    ['吉林省长春市', '220100'],
    ['吉林市昌邑区', '220202'],
    ['吉林吉林市昌邑区', '220202'],
    ['海南省海口市', '460100'],
    ['海南藏族自治州共和县', '632521'],
    ['青海省海南州共和县', '632521'],
    ['延边州延吉市', '222401'],
    // full-width digits and letters
    ['５１８０５７广东省', '440000'],
    // English provinces as whole words
    ['No. 1 Keji Road, Shenzhen, Guangdong 518057, China', '440000'],
    ['Xi’an, SHAANXI', '610000'],
    ['Inner  Mongolia', '150000'],
  ])('reads %s', (address, area) => {
    expect(places.read(address)).toEqual({ area });
  });

  it.each([
    null,
    '',
    '美国加利福尼亚州',
    '日本东京都',
    'Tokyo, Japan',
    'Hainanese Street',
    '北京东路100号',
    '南京西路1号',
    '中山路8号',
  ])('knows no area for %s', (address) => {
    expect(places.read(address)).toEqual({ area: 'XX' });
  });

  it('stays unresolved between two equal candidates, with both', () => {
    expect(places.read('朝阳区建国路')).toEqual({ area: 'XX', candidates: ['110105', '220104'] });
    expect(places.read('Hebei or Henan')).toEqual({ area: 'XX', candidates: ['130000', '410000'] });
  });

  it('keeps what is certain when a smaller place is not', () => {
    // 鼓楼区 of 南京 and of 徐州
    expect(places.read('江苏省鼓楼区')).toEqual({ area: '320000', candidates: ['320106', '320302'] });
  });

  it('settles stated codes and names', () => {
    expect(
      ['440305', '310119', '310199', '449999', '990000', 'US', 'US-CA', '广东省', '朝阳区', '别处'].map((stated) =>
        places.settle(stated),
      ),
    ).toEqual(['440305', '310115', '310000', '440000', null, 'US', 'US-CA', '440000', null, null]);
  });

  it('gives the same answer from memory', () => {
    const address = '江苏省苏州市虎丘区科技城';
    expect([places.read(address), places.read(address)]).toEqual([{ area: '320505' }, { area: '320505' }]);
  });
});
