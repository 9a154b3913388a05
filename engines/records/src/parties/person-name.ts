const surnames = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由'.split(
    '',
  ),
);
const doubleSurnames =
  /^(?:欧阳|上官|司马|诸葛|司徒|东方|独孤|南宫|夏侯|皇甫|尉迟|公孙|慕容|长孙|宇文|令狐|轩辕|端木|百里|呼延|闻人|澹台)/;
const organisation =
  /公司|集团|厂|大学|学院|学校|中学|小学|研究|医院|中心|局|委员会|协会|学会|合作社|事务所|银行|部|站|所|店|社|园|科技|会$/;

const betweenHan = /(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu;

/**
 * True where a name, with nobody saying what it is, is read as a natural person's: two or three Chinese characters that begin
 * with a surname, four with one of two characters, or names joined by a dot; a Latin name with a comma or an initial. Held
 * back on purpose: `Sony Group` and the like stay names of organisations.
 */
export function readsAsPerson(name: string, form: string): boolean {
  const text = name.normalize('NFKC').trim().replace(betweenHan, '');
  if (form !== '' || organisation.test(text)) return false;
  if (/^\p{Script=Han}{2,4}$/u.test(text)) {
    const length = Array.from(text).length;
    return doubleSurnames.test(text) ? length > 2 : length < 4 && surnames.has(text.charAt(0));
  }
  if (/^\p{Script=Han}+(?:[·•・‧]\p{Script=Han}+)+$/u.test(text)) return true;
  const words = text.split(/[\s,;]+/).filter((word) => word !== '');
  if (words.length < 2 || words.length > 4 || !words.every((word) => /^[\p{Script=Latin}'’.-]+$/u.test(word)))
    return false;
  if (words.some((word) => latinOrganisation.has(word.toUpperCase().replace(/[.'’-]/g, '')))) return false;
  return /^[^,;]+[,;] ?[^,;]+$/.test(text) || words.slice(1).some((word) => /^[A-Z]\.?$/.test(word));
}

const latinOrganisation = new Set(
  'INC LTD LLC CORP CO COMPANY GROUP HOLDINGS UNIVERSITY INSTITUTE COLLEGE HOSPITAL FOUNDATION BANK TECHNOLOGIES TECHNOLOGY SYSTEMS INDUSTRIES INTERNATIONAL LABORATORIES LABS SOLUTIONS PARTNERS TRUST OF THE AND FOR GMBH AG SA BV KG PLC LP LLP NATIONAL SOCIETY ASSOCIATION CENTER CENTRE DEPARTMENT MINISTRY AGENCY'.split(
    ' ',
  ),
);
