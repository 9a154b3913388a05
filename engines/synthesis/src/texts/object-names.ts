/** English names of the objects of every subject and design subject: a line a subject, in the order of those tables. */
const table = `
数据检索=data retrieval 缓存调度=cache scheduling 日志分析=log analysis 权限校验=permission checking 任务分配=task allocation 文件去重=file deduplication
订单分配=order allocation 能耗预测=energy consumption forecasting 供应链排程=supply chain scheduling 库存预警=stock warning 设备租赁结算=equipment lease settlement
神经网络训练=neural network training 模型压缩=model compression 知识图谱构建=knowledge graph construction 参数寻优=parameter optimisation 样本标注=sample annotation
图像去噪=image denoising 缺陷检测=defect detection 点云配准=point cloud registration 三维重建=three-dimensional reconstruction 影像分割=image segmentation
目标识别=target recognition 行为识别=behaviour recognition 车牌识别=licence plate recognition 手势识别=gesture recognition
流量识别=traffic identification 密钥协商=key agreement 报文转发=packet forwarding 边缘协同计算=edge collaborative computing 网络切片=network slicing
资源调度=resource scheduling 室内定位=indoor positioning 基站选址=base station siting 信道估计=channel estimation
视频编码=video coding 画面拼接=picture stitching 远程会诊=remote consultation 镜头标定=lens calibration
水质检测仪=water quality detector 样品研磨器=sample grinder 气体传感器=gas sensor 荧光检测装置=fluorescence detection device 土壤采样器=soil sampler
电池测试夹具=battery test fixture 绝缘检测装置=insulation testing device 漏电监测仪=leakage current monitor 线束检测台=wire harness test bench
激光雷达标定=lidar calibration 雷达测距=radar ranging 卫星导航定位=satellite navigation positioning
晶圆承载台=wafer stage 芯片散热结构=chip heat dissipation structure 发光二极管封装=light emitting diode package 光伏电池片=photovoltaic cell
电池包=battery pack 电芯支架=cell holder 燃料电池加湿器=fuel cell humidifier 电池极片=battery electrode sheet 电池托盘=battery tray
充电柜=charging cabinet 微电网控制器=microgrid controller 储能柜=energy storage cabinet 配电终端=distribution terminal
永磁电机转子=permanent magnet motor rotor 电机冷却壳体=motor cooling housing 电机定子=motor stator
电缆敷设架=cable laying frame 桥架=cable tray 放线滑车=stringing block 线缆防护套=cable protective sleeve
机柜散热结构=cabinet heat dissipation structure 电路板=circuit board 控制盒=control box 防水壳体=waterproof housing
中药组合物=traditional Chinese medicine composition 缓释片=sustained-release tablet 植物提取物=plant extract 护肤组合物=skin care composition 复方颗粒=compound granules
内窥镜支架=endoscope stand 穿刺导向器=puncture guide 超声探头固定架=ultrasonic probe holder 心电监测带=electrocardiogram monitoring belt
输液架=infusion stand 气管插管固定器=tracheal tube holder 导管固定贴=catheter fixing patch 雾化器=nebuliser
护理床=nursing bed 转运车=transfer trolley 轮椅=wheelchair 体位垫=positioning pad
基因工程菌=genetically engineered bacterium 耐热酶=heat-resistant enzyme 细胞培养基=cell culture medium 引物组=primer set
分子标记=molecular marker 检测试剂盒=detection kit 探针组合=probe combination
杂环化合物=heterocyclic compound 吡啶衍生物=pyridine derivative 中间体化合物=intermediate compound
抗体=antibody 重组蛋白=recombinant protein 多肽=polypeptide
阻燃复合材料=flame-retardant composite material 改性树脂=modified resin 导热硅胶=thermally conductive silica gel 耐候塑料=weather-resistant plastic
聚氨酯=polyurethane 聚酰亚胺薄膜=polyimide film 有机硅树脂=silicone resin
防腐涂料=anticorrosive coating 水性涂料=waterborne coating 隔热涂料=thermal insulation coating
污水处理装置=sewage treatment device 污泥脱水机=sludge dewatering machine 净水器=water purifier 膜过滤组件=membrane filtration module
高强钢=high-strength steel 铝合金=aluminium alloy 中间合金=master alloy
再生混凝土=recycled concrete 透水砖=permeable brick 陶瓷材料=ceramic material
除尘器=dust remover 废气处理塔=waste gas treatment tower 过滤装置=filtering device 油雾净化器=oil mist purifier
催化剂=catalyst 光催化材料=photocatalytic material 吸附剂=adsorbent
搅拌罐=stirring tank 混料机=material mixer 配料装置=batching device
激光切割机=laser cutting machine 焊接工装=welding fixture 焊接变位机=welding positioner
压装机=press-fitting machine 装配线=assembly line 锁螺丝机=screw locking machine
机床防护罩=machine tool guard 夹具=clamp 上料机构=feeding mechanism
打磨机=polishing machine 抛光夹具=buffing clamp 磨床=grinding machine
机械臂=mechanical arm 夹爪=gripper 巡检机器人=inspection robot 搬运机器人=transfer robot
注塑模具=injection mould 挤出机=extruder 打印喷头=printing nozzle
充电桩=charging pile 充电枪=charging gun 换电平台=battery swapping platform
车架=vehicle frame 副车架=subframe 底盘=chassis
输送机=conveyor 码垛机=palletiser 立体货架=stereoscopic shelf 分拣台=sorting table
周转箱=turnover box 保温箱=insulated box 包装盒=packaging box
封口机=sealing machine 装箱机=case packer 贴标机=labelling machine
吊具=lifting appliance 起重机=crane 吊装架=hoisting frame
清洗机=cleaning machine 管道清洗器=pipeline cleaner 除尘刷=dusting brush
育苗盘=seedling tray 灌溉装置=irrigation device 种植架=planting rack
养殖网箱=culture net cage 饲喂器=feeder 增氧机=aerator
营养饮品=nutritional beverage 果蔬脆片=fruit and vegetable crisps 代餐粉=meal replacement powder
电饭煲=electric rice cooker 空气炸锅=air fryer 咖啡机=coffee machine
升降桌=lifting desk 展示柜=display cabinet 课桌=school desk
健身器=fitness apparatus 训练器=training apparatus 拉力器=chest expander
装配式墙板=prefabricated wall panel 钢结构节点=steel structure joint 屋面结构=roof structure
脚手架=scaffold 模板支撑=formwork support 布料机=concrete placing machine
基坑支护结构=foundation pit supporting structure 桩基=pile foundation 护坡结构=slope protection structure
路面摊铺机=road paver 路缘石=kerbstone 路面检测车=road inspection vehicle
钻机=drilling rig 封隔器=packer 压裂工具=fracturing tool
管接头=pipe joint 管道支架=pipe support 复合管=composite pipe
电动阀=electric valve 截止阀=stop valve 换向阀=reversing valve
减速器=speed reducer 行星齿轮箱=planetary gearbox 丝杠=lead screw
空调机组=air conditioning unit 新风机=fresh air machine 风管=air duct
路灯=street lamp 投光灯=floodlight 灯具散热座=lamp heat sink
烘干机=dryer 干燥箱=drying oven 热风循环装置=hot air circulating device
换热器=heat exchanger 热管=heat pipe 冷凝器=condenser
冲压模具=stamping die 折弯机=bending machine 送料装置=material feeding device
光学镜头=optical lens 光模块=optical module 显示眼镜=display glasses
液晶面板=liquid crystal panel 背光模组=backlight module 显示基板=display substrate
产线监控=production line monitoring 故障诊断=fault diagnosis 工艺参数优化=process parameter optimisation
路径规划=path planning 温度控制=temperature control 无人机编队控制=unmanned aerial vehicle formation control
教学演示台=teaching demonstration table 实训箱=training case 模型教具=model teaching aid
报警器=alarm 烟雾探测器=smoke detector 监护终端=monitoring terminal
信号灯配时=traffic signal timing 车流预测=traffic flow forecasting 航线规划=route planning
病历结构化=medical record structuring 风险评估=risk assessment 远程随访=remote follow-up
外套=coat 连衣裙=dress 运动服=sportswear
运动鞋=sports shoe 凉鞋=sandal 靴子=boot
手提包=handbag 行李箱=suitcase 收纳包=storage bag
面料=fabric 窗帘布=curtain cloth
座椅=seat 沙发=sofa 办公椅=office chair
储物柜=storage cabinet 书架=bookshelf 货架=shelf
茶杯=teacup 餐盘=dinner plate 水壶=kettle
平底锅=frying pan
螺丝刀=screwdriver 切割工具=cutting tool 扳手=wrench
礼盒=gift box 包装罐=packaging can
包装袋=packaging bag 手提袋=tote bag
项链=necklace 戒指=ring 手链=bracelet
轿车=passenger car 电动汽车=electric car
电动自行车=electric bicycle 摩托车=motorcycle
充电器=charger 移动电源=power bank 电源适配器=power adapter
配电箱=distribution box 插座=socket 接线端子=terminal block
平板电脑=tablet computer 服务器=server 手写板=writing tablet
手机=mobile phone 路由器=router 对讲机=walkie-talkie
显示屏幕面板的图形用户界面=graphical user interface for display screen panel 手机的图形用户界面=graphical user interface for mobile phone
注塑机=injection moulding machine 包装机=packaging machine
钢笔=fountain pen 笔筒=pen holder
积木玩具=building block toy 益智玩具=educational toy 毛绒玩具=plush toy
哑铃=dumbbell 瑜伽垫=yoga mat
水龙头=water tap 阀门=valve 喷头=spray head
洗手盆=washbasin 马桶=toilet bowl 浴室柜=bathroom cabinet
空调=air conditioner 电风扇=electric fan 空气净化器=air purifier
检测仪=detector 消毒柜=disinfection cabinet
型材=profile 墙板=wall panel 地砖=floor tile
吊灯=pendant lamp 台灯=desk lamp
剃须刀=shaver 梳子=comb 美容仪=beauty instrument
宠物窝=pet bed 宠物玩具=pet toy`;

const english: ReadonlyMap<string, string> = new Map(
  [...table.matchAll(/(\p{Script=Han}+)=([^=\n]+?)(?=\s\p{Script=Han}|\n|$)/gu)].map(([, name = '', words = '']) => [
    name,
    words,
  ]),
);

/** The English name of an object; null for one that has none yet. */
export function englishObject(object: string): string | null {
  return english.get(object) ?? null;
}
