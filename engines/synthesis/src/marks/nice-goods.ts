// Weight of a class among applications, assumed; goods and services in plain words.
const table = `
2 工业用化学品 工业用粘合剂
1 油漆 防腐剂
7 化妆品 洗衣液 香精油
1 工业用油 蜡烛
6 药品 医用营养品 消毒剂
2 金属建筑材料 五金器具
4 泵（机器） 包装机 搅拌机
2 手工具 剃须刀
10 计算机软件 传感器 充电器
4 医疗器械 按摩器械
5 照明设备 空气净化装置
3 汽车 电动自行车
1 烟火产品 信号弹
2 首饰 手表
1 乐器 乐器架
3 纸 文具 印刷品
1 橡胶 绝缘材料
3 手提包 行李箱
2 建筑用木材 水泥
4 家具 枕头
4 厨房用具 杯
1 绳索 帐篷
1 纱 线
3 纺织品 床单
9 服装 鞋 帽
1 花边 纽扣
1 地毯 墙纸
4 玩具 健身器材
6 肉 奶制品 食用油
9 咖啡 茶 糕点
5 新鲜水果 饲料
5 无酒精饮料 矿泉水
6 白酒 葡萄酒
1 烟草 打火机
12 广告 商业管理辅助
4 金融服务 不动产代理
3 建筑 设备维修
2 信息传送 远程会议服务
3 运输 旅行安排
2 材料处理 废物处理
7 教育 培训 文娱活动
7 技术研究 计算机编程
8 餐馆 住宿
4 医院 美容服务
2 安全保卫 法律服务`;

export interface NiceClass {
  readonly number: string;
  readonly weight: number;
  readonly goods: readonly string[];
}

/** The forty-five Nice classes with their assumed weight and goods. */
export const niceGoods: readonly NiceClass[] = table
  .trim()
  .split('\n')
  .map((line, index) => {
    const [weight = '0', ...goods] = line.split(' ');
    return { number: String(index + 1).padStart(2, '0'), weight: Number(weight), goods };
  });
