/** A word of titles in Chinese and English. */
export interface TitleWord {
  readonly zh: string;
  readonly en: string;
}

const words = (table: string): readonly TitleWord[] =>
  table
    .trim()
    .split(/\s*;\s*/)
    .map((pair) => {
      const [zh = '', en = ''] = pair.split('=');
      return { zh, en };
    });

/** Qualities of a thing or method, before its name. */
export const qualities = words(`
高效=high-efficiency; 节能=energy-saving; 便携式=portable; 可调节=adjustable; 自动化=automated; 智能=intelligent;
低噪音=low-noise; 高精度=high-precision; 模块化=modular; 耐磨=wear-resistant; 防水=waterproof; 快装=quick-mounting;
多功能=multifunctional; 双工位=double-station; 轻量化=lightweight; 抗干扰=interference-resistant; 一体式=integrated;
可拆卸=detachable; 防震=shockproof; 耐高温=high-temperature-resistant; 折叠式=foldable; 防堵=anti-blocking;
快速=rapid; 连续式=continuous; 低功耗=low-power; 多级=multi-stage; 紧凑型=compact; 组合式=combined; 旋转式=rotary;
嵌入式=embedded; 稳定型=stable; 长寿命=long-life; 环保型=environmentally friendly; 自适应=adaptive; 防腐蚀=corrosion-resistant;
可升降=liftable; 防尘=dustproof; 抽屉式=drawer-type; 双向=bidirectional; 柔性=flexible`);

/** Qualities of methods. */
export const methodQualities = words(`
高效=efficient; 智能=intelligent; 快速=rapid; 高精度=high-precision; 轻量化=lightweight; 自适应=adaptive; 抗干扰=interference-resistant;
自动化=automated; 多级=multi-stage; 双向=bidirectional; 稳健=robust; 在线=online; 分布式=distributed; 增量式=incremental;
低延迟=low-delay; 可解释=explainable; 隐私保护=privacy-preserving; 动态=dynamic; 实时=real-time; 小样本=few-sample;
分级=graded; 协同=collaborative; 无监督=unsupervised; 低功耗=low-power; 异步=asynchronous; 细粒度=fine-grained`);

/** What a thing makes easy. */
export const aims = words(`
清洁=cleaning; 安装=mounting; 散热=heat dissipation; 搬运=carrying; 检修=overhaul; 定位=positioning; 收纳=storage;
调节高度=height adjustment; 更换滤芯=filter element replacement; 防尘=dust prevention; 拆装=disassembly; 移动=moving;
排水=drainage; 观察=observation; 调节角度=angle adjustment; 润滑=lubrication; 校准=calibration; 取料=material taking;
固定=fixing; 减震=damping; 堆叠=stacking; 布线=wiring; 维护=maintenance; 回收=recovery; 锁紧=locking; 导向=guiding`);

/** Where a thing or method is used. */
export const uses = words(`
工业现场=industrial sites; 农业大棚=agricultural greenhouses; 城市道路=urban roads; 医院病房=hospital wards;
实验教学=experimental teaching; 家庭=households; 仓储物流=warehousing and logistics; 高寒地区=alpine regions;
船舶舱室=ship cabins; 矿井巷道=mine roadways; 化工园区=chemical parks; 地铁车站=metro stations; 食品车间=food workshops;
洁净厂房=clean rooms; 山地果园=mountain orchards; 风电场=wind farms; 变电站=substations; 隧道施工=tunnel construction;
社区服务=community services; 养殖场=breeding farms; 机场跑道=airport runways; 数据中心=data centres; 水库大坝=reservoir dams;
冷链运输=cold chain transport; 桥梁工程=bridge engineering; 纺织车间=textile workshops; 印刷车间=printing workshops;
精密加工=precision machining; 野外作业=field operations; 港口码头=ports and wharves`);

/** What a method rests on. */
export const bases = words(`
深度学习=deep learning; 多源数据=multi-source data; 联邦学习=federated learning; 时空特征=spatio-temporal features;
强化学习=reinforcement learning; 区块链=blockchain; 数字孪生=digital twin; 注意力机制=attention mechanism;
边缘计算=edge computing; 模糊控制=fuzzy control; 图卷积=graph convolution; 遗传算法=genetic algorithm;
小波变换=wavelet transform; 贝叶斯推断=Bayesian inference; 迁移学习=transfer learning; 粒子滤波=particle filtering;
稀疏表示=sparse representation; 聚类分析=cluster analysis; 语义嵌入=semantic embedding; 分层索引=hierarchical index;
概率模型=probability model; 双向预测=bidirectional prediction; 集成学习=ensemble learning; 哈希编码=hash coding;
残差结构=residual structure; 知识蒸馏=knowledge distillation; 动态规划=dynamic programming; 滑动窗口=sliding window;
多目标优化=multi-objective optimisation; 自监督学习=self-supervised learning`);

/** Qualities of substances. */
export const substanceQualities = words(`
高稳定性=highly stable; 耐老化=ageing-resistant; 低成本=low-cost; 高纯度=high-purity; 高韧性=high-toughness;
环保型=environmentally friendly; 缓释型=slow-release; 耐盐碱=salt-alkali-resistant; 高活性=highly active; 低气味=low-odour;
耐低温=low-temperature-resistant; 抗菌=antibacterial; 高填充=highly filled; 轻质=lightweight; 可降解=degradable;
高分散=highly dispersed; 快干型=quick-drying; 抗氧化=antioxidant; 耐水解=hydrolysis-resistant; 多孔=porous;
纳米级=nanoscale; 高导热=highly thermally conductive; 无卤=halogen-free; 水溶性=water-soluble; 低毒=low-toxicity;
复合型=composite; 高强度=high-strength; 耐酸=acid-resistant; 透明=transparent; 高收率=high-yield`);

/** What a substance holds. */
export const additions = words(`
石墨烯=graphene; 纳米纤维素=nanocellulose; 壳聚糖=chitosan; 玄武岩纤维=basalt fibre; 稀土元素=rare earth elements;
凹凸棒土=attapulgite; 木质素=lignin; 硅藻土=diatomite; 二氧化钛=titanium dioxide; 茶多酚=tea polyphenol;
海藻酸钠=sodium alginate; 碳纳米管=carbon nanotubes; 蒙脱土=montmorillonite; 氧化锌=zinc oxide; 果胶=pectin;
玻璃微珠=glass beads; 植酸=phytic acid; 透明质酸=hyaluronic acid; 沸石=zeolite; 氮化硼=boron nitride`);

/** What a part does, before the word for the thing. */
export const doings = words(`
限位=limiting; 缓冲=buffering; 导向=guiding; 夹持=clamping; 压紧=pressing; 锁止=locking; 调平=levelling; 升降=lifting;
旋转=rotating; 减震=damping; 导流=flow-guiding; 密封=sealing; 复位=resetting; 推送=pushing; 承托=supporting; 防护=protecting;
张紧=tensioning; 对中=centring; 吸附=suction; 翻转=overturning; 分隔=separating; 感应=sensing; 回收=recovering; 定距=spacing;
卡接=clamping; 输送=conveying; 刮料=scraping; 集液=liquid-collecting; 喷淋=spraying; 过滤=filtering; 散热=heat-dissipating;
除湿=dehumidifying; 传动=transmission; 牵引=traction; 平衡=balancing; 隔音=sound-insulating; 预压=pre-pressing; 锁紧=fastening;
校准=calibrating; 顶升=jacking`);

/** Words for parts. */
export const things = words(`
组件=assembly; 机构=mechanism; 结构=structure; 单元=unit; 支架=bracket; 底座=base; 板=plate; 座=seat; 框=frame; 杆=rod;
盘=disc; 罩=cover; 槽=groove; 套=sleeve; 块=block; 轮=wheel; 腔=cavity; 环=ring; 臂=arm; 模块=module`);
