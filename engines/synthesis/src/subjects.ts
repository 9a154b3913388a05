/** How titles of a subject are made: of doings, of things or of substances. */
export type TitleStyle = 'method' | 'device' | 'matter';

/** A field of technology: an IPC subclass with symbols of it and words for titles. */
export interface Subject {
  /** Assumed weights of the subject among inventions and among utility models. */
  readonly inventionWeight: number;
  readonly modelWeight: number;
  readonly style: TitleStyle;
  readonly symbols: readonly string[];
  readonly objects: readonly string[];
}

// Weight among inventions, among utility models; style; symbols of the IPC; words.
const table = `
10 0 method; G06F16/00 G06F16/35 G06F9/50 G06F11/30 G06F21/60; 数据检索 缓存调度 日志分析 权限校验 任务分配 文件去重
6 0 method; G06Q10/06 G06Q30/02 G06Q50/06 G06Q20/38; 订单分配 能耗预测 供应链排程 库存预警 设备租赁结算
7 0 method; G06N3/04 G06N3/08 G06N20/00 G06N5/02; 神经网络训练 模型压缩 知识图谱构建 参数寻优 样本标注
6 0 method; G06T7/00 G06T5/00 G06T7/11 G06T17/00; 图像去噪 缺陷检测 点云配准 三维重建 影像分割
4 0 method; G06V10/82 G06V20/40 G06V40/16; 目标识别 行为识别 车牌识别 手势识别
7 1 method; H04L9/40 H04L67/10 H04L1/00; 流量识别 密钥协商 报文转发 边缘协同计算 网络切片
4 1 method; H04W4/02 H04W24/02 H04W72/04 H04W16/18; 资源调度 室内定位 基站选址 信道估计
3 2 method; H04N5/232 H04N7/18 H04N21/44 H04N19/10; 视频编码 画面拼接 远程会诊 镜头标定
5 5 device; G01N21/64 G01N33/53 G01N1/28 G01N27/30; 水质检测仪 样品研磨器 气体传感器 荧光检测装置 土壤采样器
3 4 device; G01R31/00 G01R31/36 G01R19/00 G01R1/04; 电池测试夹具 绝缘检测装置 漏电监测仪 线束检测台
2 1 method; G01S7/48 G01S13/88 G01S19/42; 激光雷达标定 雷达测距 卫星导航定位
5 3 device; H01L21/67 H01L31/18 H01L33/00 H01L23/367; 晶圆承载台 芯片散热结构 发光二极管封装 光伏电池片
5 5 device; H01M10/0525 H01M4/36 H01M50/20 H01M8/04; 电池包 电芯支架 燃料电池加湿器 电池极片 电池托盘
3 5 device; H02J3/38 H02J7/00 H02J13/00 H02J3/00; 充电柜 微电网控制器 储能柜 配电终端
2 4 device; H02K1/27 H02K9/19 H02K5/20; 永磁电机转子 电机冷却壳体 电机定子
1 4 device; H02G1/02 H02G3/04 H02G7/00; 电缆敷设架 桥架 放线滑车 线缆防护套
2 5 device; H05K7/20 H05K1/02 H05K5/02; 机柜散热结构 电路板 控制盒 防水壳体
6 0 matter; A61K31/00 A61K36/18 A61K9/20 A61K8/97; 中药组合物 缓释片 植物提取物 护肤组合物 复方颗粒
4 6 device; A61B5/00 A61B17/34 A61B8/00 A61B1/00; 内窥镜支架 穿刺导向器 超声探头固定架 心电监测带
2 6 device; A61M5/14 A61M16/04 A61M25/02; 输液架 气管插管固定器 导管固定贴 雾化器
1 5 device; A61G7/05 A61G12/00 A61G5/10; 护理床 转运车 轮椅 体位垫
4 0 matter; C12N15/11 C12N1/20 C12N5/07 C12N9/24; 基因工程菌 耐热酶 细胞培养基 引物组
2 0 matter; C12Q1/68 C12Q1/04; 分子标记 检测试剂盒 探针组合
3 0 matter; C07D401/12 C07D471/04 C07D213/00 C07D487/04; 杂环化合物 吡啶衍生物 中间体化合物
2 0 matter; C07K16/28 C07K14/00 C07K7/06; 抗体 重组蛋白 多肽
4 0 matter; C08L23/06 C08L63/00 C08L83/04; 阻燃复合材料 改性树脂 导热硅胶 耐候塑料
3 0 matter; C08G18/66 C08G73/10 C08G77/04; 聚氨酯 聚酰亚胺薄膜 有机硅树脂
2 0 matter; C09D5/08 C09D163/00 C09D7/61; 防腐涂料 水性涂料 隔热涂料
4 4 device; C02F1/44 C02F9/00 C02F3/30 C02F11/12; 污水处理装置 污泥脱水机 净水器 膜过滤组件
3 0 matter; C22C38/04 C22C21/02 C22C1/02; 高强钢 铝合金 中间合金
3 0 matter; C04B28/04 C04B35/622 C04B41/50; 再生混凝土 透水砖 陶瓷材料
3 6 device; B01D53/78 B01D46/10 B01D29/01 B01D50/00; 除尘器 废气处理塔 过滤装置 油雾净化器
3 0 matter; B01J23/00 B01J19/18 B01J27/24; 催化剂 光催化材料 吸附剂
1 6 device; B01F27/90 B01F35/00 B01F33/83; 搅拌罐 混料机 配料装置
4 6 device; B23K26/38 B23K37/04 B23K9/16; 激光切割机 焊接工装 焊接变位机
3 6 device; B23P19/00 B23P15/00 B23P19/06; 压装机 装配线 锁螺丝机
2 7 device; B23Q11/00 B23Q3/06 B23Q7/04; 机床防护罩 夹具 上料机构
2 5 device; B24B41/06 B24B55/06 B24B27/00; 打磨机 抛光夹具 磨床
4 3 device; B25J9/16 B25J15/00 B25J11/00; 机械臂 夹爪 巡检机器人 搬运机器人
3 5 device; B29C45/17 B29C48/03 B29C64/118; 注塑模具 挤出机 打印喷头
4 4 device; B60L53/16 B60L53/30 B60L58/26; 充电桩 充电枪 换电平台
2 4 device; B62D21/15 B62D25/20 B62D63/02; 车架 副车架 底盘
3 9 device; B65G47/90 B65G15/30 B65G1/04; 输送机 码垛机 立体货架 分拣台
1 8 device; B65D81/18 B65D25/10 B65D85/00; 周转箱 保温箱 包装盒
1 5 device; B65B43/00 B65B51/10 B65B35/24; 封口机 装箱机 贴标机
2 4 device; B66C13/06 B66C1/10 B66C19/00; 吊具 起重机 吊装架
1 7 device; B08B3/02 B08B9/08 B08B1/00; 清洗机 管道清洗器 除尘刷
2 5 device; A01G9/02 A01G25/09 A01G31/02; 育苗盘 灌溉装置 种植架
1 4 device; A01K61/00 A01K1/00 A01K63/04; 养殖网箱 饲喂器 增氧机
3 0 matter; A23L33/10 A23L2/38 A23L19/00; 营养饮品 果蔬脆片 代餐粉
1 4 device; A47J27/00 A47J37/06 A47J31/00; 电饭煲 空气炸锅 咖啡机
1 5 device; A47B13/00 A47B9/00; 升降桌 展示柜 课桌
1 4 device; A63B21/00 A63B69/00 A63B23/04; 健身器 训练器 拉力器
3 6 device; E04B1/00 E04B2/00 E04B1/34; 装配式墙板 钢结构节点 屋面结构
2 6 device; E04G21/02 E04G3/28 E04G17/06; 脚手架 模板支撑 布料机
3 5 device; E02D17/02 E02D27/12 E02D5/34; 基坑支护结构 桩基 护坡结构
2 4 device; E01C19/00 E01C23/01 E01C11/22; 路面摊铺机 路缘石 路面检测车
2 2 device; E21B7/02 E21B43/26 E21B33/12; 钻机 封隔器 压裂工具
2 5 device; F16L55/00 F16L3/10 F16L9/12; 管接头 管道支架 复合管
2 5 device; F16K31/04 F16K1/00 F16K11/00; 电动阀 截止阀 换向阀
2 4 device; F16H57/04 F16H1/28 F16H25/20; 减速器 行星齿轮箱 丝杠
3 5 device; F24F11/64 F24F13/02 F24F1/00; 空调机组 新风机 风管
1 6 device; F21V29/50 F21V33/00 F21V21/10; 路灯 投光灯 灯具散热座
1 4 device; F26B21/00 F26B9/06 F26B25/00; 烘干机 干燥箱 热风循环装置
2 4 device; F28D7/00 F28D1/04 F28D15/02; 换热器 热管 冷凝器
2 5 device; B21D37/10 B21D43/00 B21D5/02; 冲压模具 折弯机 送料装置
3 2 device; G02B27/01 G02B6/42 G02B13/00; 光学镜头 光模块 显示眼镜
3 1 device; G02F1/13 G02F1/1335 G02F1/1362; 液晶面板 背光模组 显示基板
4 2 method; G05B19/418 G05B19/042 G05B23/02; 产线监控 故障诊断 工艺参数优化
3 1 method; G05D1/02 G05D23/20 G05D1/10; 路径规划 温度控制 无人机编队控制
1 4 device; G09B25/02 G09B5/06 G09B19/00; 教学演示台 实训箱 模型教具
2 3 device; G08B21/24 G08B17/10 G08B25/10; 报警器 烟雾探测器 监护终端
3 1 method; G08G1/01 G08G1/09 G08G5/00; 信号灯配时 车流预测 航线规划
4 0 method; G16H50/20 G16H10/60 G16H40/67; 病历结构化 风险评估 远程随访`;

/** Every subject; holders and applications name them by index. */
export const subjects: readonly Subject[] = table
  .trim()
  .split('\n')
  .map((line) => {
    const [head = '', symbols = '', objects = ''] = line.split('; ');
    const [inventionWeight, modelWeight, style] = head.split(' ');
    return {
      inventionWeight: Number(inventionWeight),
      modelWeight: Number(modelWeight),
      style: style as TitleStyle,
      symbols: symbols.split(' '),
      objects: objects.split(' '),
    };
  });
