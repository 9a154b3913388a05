/** Simplified characters of the texts, each followed by its traditional form; only such as have one and the same way back. */
const pairs =
  '万萬与與业業丝絲丢丟两兩严嚴个個为爲义義习習书書于於亚亞产產亲親从從仓倉仪儀价價优優会會传傳伪僞体體侧側倾傾偿償储儲兰蘭关關养養内內写寫农農决決况況冻凍净淨准準凉涼减減' +
  '凑湊击擊则則刚剛剂劑剧劇办辦务務动動劲勁势勢匀勻区區医醫协協单單卫衛却卻厂廠历歷压壓厘釐参參双雙变變叠疊叶葉号號吗嗎启啓员員响響哑啞啮齧喷噴园園围圍图圖圆圓场場块塊坝壩' +
  '垫墊墙牆声聲壳殼壶壺处處备備够夠头頭夹夾学學孪孿实實宠寵对對寻尋导導寿壽将將尔爾尘塵层層屉屜属屬岚嵐岛島岩巖岭嶺峰峯带帶帧幀并並广廣床牀库庫应應废廢开開异異弃棄张張弯彎' +
  '弹彈强強归歸录錄径徑态態总總恒恆悬懸户戶执執扩擴扫掃扰擾抛拋护護报報拣揀拥擁拦攔拨撥择擇挂掛挡擋挤擠挥揮损損换換掺摻搅攪携攜摄攝摆擺摊攤撑撐数數断斷无無时時显顯暂暫术術' +
  '机機杀殺杂雜权權杠槓条條来來极極构構枢樞枣棗枪槍柜櫃柠檸栅柵标標树樹样樣桥橋桦樺桩樁检檢横橫檩檁欧歐残殘毂轂气氣氢氫汉漢没沒泽澤洁潔浆漿浇澆测測浓濃涂塗涤滌润潤淀澱渍漬' +
  '渗滲温溫湿溼滚滾满滿滤濾澜瀾灭滅灯燈灶竈炉爐点點炼煉烟煙烧燒热熱牵牽状狀狭狹环環现現电電画畫疗療盐鹽监監盖蓋盘盤矿礦码碼砖磚砜碸砺礪确確碍礙碱鹼礼禮离離种種积積稳穩窝窩' +
  '窥窺竖豎笔筆笼籠筑築筛篩签籤简簡类類紧緊红紅纤纖约約级級纯純纳納纵縱纹紋纺紡线線练練组組细細织織终終经經绑綁绒絨结結绕繞给給络絡绝絕统統继繼续續绳繩维維绿綠缆纜缓緩编編' +
  '缘緣缝縫缩縮网網罗羅羟羥群羣联聯肠腸肤膚胆膽胨腖胶膠脉脈脑腦脚腳脱脫腻膩舱艙艺藝节節芦蘆苹蘋荟薈荧熒药藥莱萊营營蓝藍蕴蘊虚虛蚀蝕蜗蝸蜡蠟补補装裝观觀规規视視触觸计計订訂' +
  '认認让讓训訓记記讲講设設访訪证證评評识識诊診词詞试試话話询詢该該语語误誤诱誘请請读讀课課调調谱譜贝貝负負败敗账賬货貨质質贪貪贮貯贴貼费費赁賃资資赖賴跃躍踪蹤车車轧軋轨軌' +
  '转轉轮輪轴軸轻輕载載轿轎较較辅輔辆輛辊輥辑輯输輸边邊达達迁遷过過运運还還进進远遠连連迟遲迹跡适適选選逻邏遗遺邻鄰采採释釋鉴鑑针針钙鈣钛鈦钠鈉钢鋼钥鑰钩鉤钮鈕钯鈀钴鈷钻鑽' +
  '钼鉬钾鉀铁鐵铂鉑铃鈴铆鉚铈鈰铜銅铝鋁铬鉻铭銘铰鉸铵銨银銀铸鑄铺鋪链鏈销銷锁鎖锅鍋锆鋯锈鏽锌鋅锐銳错錯锚錨锥錐锦錦锭錠键鍵锰錳镀鍍镁鎂镍鎳镜鏡镧鑭长長门門闭閉问問间間阀閥' +
  '阈閾队隊阳陽阴陰阵陣阶階陈陳险險随隨雾霧霁霽静靜韧韌顶頂项項顺順须須顾顧预預领領频頻颖穎颗顆题題颜顏风風饪飪饭飯饮飲饱飽饲飼馈饋馏餾马馬驱驅验驗骏駿骤驟鱼魚鲜鮮鲨鯊鳍鰭' +
  '鸟鳥麦麥黄黃齐齊齿齒龙龍';

const traditionalOf = new Map<string, string>();
const simplifiedOf = new Map<string, string>();
for (let at = 0; at < pairs.length; at += 2) {
  traditionalOf.set(pairs.charAt(at), pairs.charAt(at + 1));
  simplifiedOf.set(pairs.charAt(at + 1), pairs.charAt(at));
}

const exchanged = (text: string, table: ReadonlyMap<string, string>): string => {
  let other = '';
  for (const character of text) other += table.get(character) ?? character;
  return other;
};

/** A text of the grammar in traditional characters, as far as they have one form only. */
export function traditional(text: string): string {
  return exchanged(text, traditionalOf);
}

/** The way back from `traditional`. */
export function simplified(text: string): string {
  return exchanged(text, simplifiedOf);
}
