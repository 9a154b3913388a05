const pairs =
  '岚嵐澜瀾泽澤铭銘锐銳启啟络絡颖穎骏駿霁霽桦樺莱萊蕴蘊锦錦枢樞术術电電气氣机機医醫疗療环環讯訊动動设設备備汽汽车車塑塑胶膠' +
  '制製责責学學职職业業师師范範农農检檢测測验驗广廣务務东東门門苏蘇宁寧无無扬揚镇鎮盐鹽连連绍紹兴興温溫庐廬芜蕪济濟烟煙潍濰' +
  '临臨郑鄭洛洛阳陽许許汉漢昌昌长長沙沙湘湘圳圳珠珠莞莞惠惠头頭州州泸瀘绵綿贵貴遵遵义義昆昆丽麗银銀兰蘭乌烏鲁魯龙龍浙浙陕陝' +
  '湾灣关關岛島马馬开開沈瀋锡錫国國华華联聯园園实實创創产產划劃标標经經';

const traditional = new Map<string, string>();
for (let at = 0; at + 1 < pairs.length; at += 2) traditional.set(pairs.charAt(at), pairs.charAt(at + 1));

/** A name in traditional characters, as far as the words of synthetic names need it. */
export function inTraditional(name: string): string {
  let text = '';
  for (const character of name) text += traditional.get(character) ?? character;
  return text;
}
