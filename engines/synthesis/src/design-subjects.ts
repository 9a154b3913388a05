/** Goods of a Locarno class, `14-02`, with words for titles and an assumed weight. */
export interface DesignSubject {
  readonly weight: number;
  readonly symbol: string;
  readonly objects: readonly string[];
}

const table = `
4 02-02 外套 连衣裙 运动服
3 02-04 运动鞋 凉鞋 靴子
3 03-01 手提包 行李箱 收纳包
2 05-05 面料 窗帘布
6 06-01 座椅 沙发 办公椅
5 06-04 储物柜 书架 货架
4 07-01 茶杯 餐盘 水壶
5 07-02 电饭煲 平底锅 空气炸锅
3 08-05 螺丝刀 切割工具 扳手
6 09-03 包装盒 礼盒 包装罐
4 09-05 包装袋 手提袋
3 11-01 项链 戒指 手链
3 12-08 轿车 电动汽车
3 12-11 电动自行车 摩托车
4 13-02 充电器 移动电源 电源适配器
3 13-03 配电箱 插座 接线端子
4 14-02 平板电脑 服务器 手写板
4 14-03 手机 路由器 对讲机
6 14-04 显示屏幕面板的图形用户界面 手机的图形用户界面
4 15-09 注塑机 激光切割机 包装机
3 19-06 钢笔 笔筒
5 21-01 积木玩具 益智玩具 毛绒玩具
3 21-02 健身器 哑铃 瑜伽垫
5 23-01 水龙头 阀门 喷头
4 23-02 洗手盆 马桶 浴室柜
4 23-04 空调 电风扇 空气净化器
3 24-01 检测仪 雾化器 消毒柜
4 25-01 型材 墙板 地砖
6 26-05 吊灯 台灯 路灯
3 28-03 剃须刀 梳子 美容仪
2 30-07 宠物窝 宠物玩具`;

export const designSubjects: readonly DesignSubject[] = table
  .trim()
  .split('\n')
  .map((line) => {
    const [weight = '0', symbol = '', ...objects] = line.split(' ');
    return { weight: Number(weight), symbol, objects };
  });
